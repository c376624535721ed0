-- The figures of the report, written by hand over the store's files: what one person would write who wanted all of
-- them at once. $first and $last are the ends of the period. Each figure is a row: its name, its group, its value.
CREATE TEMP TABLE active AS
  SELECT DISTINCT client FROM activity WHERE day BETWEEN $first AND $last;
CREATE TEMP TABLE our_clients AS
  SELECT p.*, CASE WHEN born IS NULL THEN 'not_known'
      WHEN age < 16 THEN 'under 16' WHEN age < 25 THEN '16 to 24' WHEN age < 35 THEN '25 to 34'
      WHEN age < 45 THEN '35 to 44' WHEN age < 55 THEN '45 to 54' WHEN age < 65 THEN '55 to 64'
      WHEN age < 75 THEN '65 to 74' WHEN age < 85 THEN '75 to 84' ELSE '85 and over' END AS age_band
  FROM (SELECT *, ($last_number - born) // 10000 AS age FROM people SEMI JOIN active USING (client)) p;
CREATE TEMP TABLE attended AS
  SELECT client, worker, time, minutes, timed, anything_else
  FROM timed_sessions WHERE held_on BETWEEN $first AND $last AND attendance = 'attended';
CREATE TEMP TABLE by_worker AS
  SELECT client, worker, count(*) AS n FROM attended GROUP BY ALL;
CREATE TEMP TABLE our_plans AS SELECT * FROM sorted_plans WHERE set_on BETWEEN $first AND $last;
CREATE TEMP TABLE followed AS
  SELECT client, measure, max(taken_on) AS newest_on, coalesce(min(next_other_on) <= $last, false) AS second
  FROM baselines WHERE taken_on BETWEEN $first AND $last GROUP BY ALL;
CREATE TEMP TABLE why AS
  SELECT measure, CASE WHEN m.reason IS NOT NULL THEN m.reason WHEN c.client IS NOT NULL THEN 'closed'
      WHEN newest_on > $last - INTERVAL 84 DAY THEN 'not_yet_due' ELSE 'not_known' END AS reason
  FROM followed f
  LEFT JOIN (SELECT * FROM missed_spans WHERE since <= $last AND (until IS NULL OR until > $last)) m
    USING (client, measure)
  LEFT JOIN (SELECT DISTINCT client FROM closings WHERE since <= $last AND (until IS NULL OR until > $last)) c
    USING (client)
  WHERE NOT second;
CREATE TEMP TABLE our_pairs AS
  SELECT measure, count(*) AS n, sum(difference) AS total, sum(squared) AS squares
  FROM pairs WHERE last_on BETWEEN $first AND $last GROUP BY measure;
CREATE TEMP TABLE standings AS
  SELECT whose, by_itself, domain, direction,
    min(CASE standing WHEN 'held' THEN 0 WHEN 'blunt' THEN 1 WHEN 'left_empty' THEN 2 ELSE 3 END) AS rank
  FROM plan_outcomes WHERE day BETWEEN $first AND $last GROUP BY ALL;
CREATE TEMP TABLE beside AS
  SELECT division, value, people, coalesce(n, 0) AS n, sum(coalesce(n, 0)) OVER (PARTITION BY division) AS known,
    sum(people) OVER (PARTITION BY division) AS everybody
  FROM living LEFT JOIN (
    SELECT 'sex' AS division, sex AS value, count(*) AS n FROM our_clients GROUP BY sex
    UNION ALL SELECT 'fifth', fifth, count(*) FROM our_clients GROUP BY fifth
    UNION ALL SELECT 'ethnicity', ethnicity, count(*) FROM our_clients GROUP BY ethnicity
    UNION ALL SELECT 'age_band', age_band, count(*) FROM our_clients GROUP BY age_band) USING (division, value);
CREATE TEMP TABLE waiting AS
  SELECT through, beneficiary, direction FROM tellings
  WHERE state = 'proposed' AND told_on BETWEEN $first AND $last AND (NOT from_a_note OR telling IN (FROM found_now));
CREATE TEMP TABLE told AS
  SELECT * FROM (
    SELECT * FROM ripple_changes WHERE NOT from_a_note OR telling IN (FROM found_now)
    QUALIFY row_number() OVER (PARTITION BY change ORDER BY day, recorded) = 1)
  WHERE day BETWEEN $first AND $last;
CREATE TEMP TABLE our_notes AS
  SELECT fifth, ethnicity_group, found, frame, drawn, answer, in_frame,
    if(s.client IS NULL, evaluation, 'no') AS evaluation,
    CASE WHEN s.client IS NOT NULL THEN 'unread' WHEN n.standing = 'read' THEN coalesce(o.standing, 'read')
      ELSE n.standing END AS standing
  FROM notes_written n LEFT JOIN stopped s USING (client) LEFT JOIN notes_otherwise o USING (session)
  WHERE day BETWEEN $first AND $last;
CREATE TEMP TABLE notes_by AS
  SELECT fifth, ethnicity_group, evaluation, standing, count(*) AS n FROM our_notes GROUP BY ALL;
CREATE TEMP TABLE our_sentences AS
  SELECT *, if(state <> 'proposed', state, if(first = '', 'waiting', 'not_sure')) AS became,
    if(decided <> '', decided, if(first <> '', 'not_sure', 'unanswered')) AS answer,
    frame <> '' AS in_frame, in_frame AND place IS NOT NULL AS drawn,
    read_twice AND second <> '' AS by_two
  FROM sentences_found SEMI JOIN found_now USING (telling) WHERE told_on BETWEEN $first AND $last;
CREATE TEMP TABLE sampled AS
  SELECT kind, frame, answer, drawn, count(*) AS n FROM (
    SELECT '' AS kind, frame, answer, drawn FROM our_sentences WHERE in_frame
    UNION ALL SELECT 'quiet_', frame, answer, drawn FROM our_notes WHERE standing = 'read' AND found = 0 AND in_frame)
  GROUP BY ALL;
CREATE TEMP TABLE estimates AS
  SELECT kind, sum(n) AS n, sum(n * yes / (yes + no)) AS estimate FROM (
    SELECT kind, frame, sum(n) AS n, sum(n) FILTER (drawn AND answer IN ('accept', 'yes')) AS yes,
      sum(n) FILTER (drawn AND answer IN ('reject', 'no')) AS no FROM sampled GROUP BY kind, frame)
  WHERE yes + no > 0 GROUP BY kind;
CREATE TEMP TABLE pairs_of_answers AS
  SELECT first, second, count(*) AS n, count(*) / sum(count(*)) OVER () AS p FROM our_sentences WHERE by_two GROUP BY ALL;
CREATE TEMP TABLE marginals AS
  SELECT a.answer, coalesce(f.p, 0) AS f, coalesce(s.p, 0) AS s
  FROM (VALUES ('accept'), ('reject'), ('not_sure')) AS a(answer)
  LEFT JOIN (SELECT first AS answer, sum(p) AS p FROM pairs_of_answers GROUP BY first) f USING (answer)
  LEFT JOIN (SELECT second AS answer, sum(p) AS p FROM pairs_of_answers GROUP BY second) s USING (answer);
CREATE TEMP TABLE beyond AS
  SELECT (SELECT sum(p) FROM pairs_of_answers WHERE first = second) AS agreed, sum(f * s) AS kappa_chance,
    sum((f + s) / 2 * (1 - (f + s) / 2)) / 2 AS ac1_chance FROM marginals;

SELECT 'people.clients' AS id, '' AS grp, count(*)::DOUBLE AS value FROM our_clients
UNION ALL SELECT 'people.sex', sex, count(*) FROM our_clients GROUP BY sex
UNION ALL SELECT 'reach.deprivation_fifth', fifth, count(*) FROM our_clients GROUP BY fifth
UNION ALL SELECT 'reach.gp_registration', gp_registered, count(*) FROM our_clients GROUP BY gp_registered
UNION ALL SELECT 'reach.ethnicity', ethnicity, count(*) FROM our_clients GROUP BY ethnicity
UNION ALL SELECT 'reach.age_band', age_band, count(*) FROM our_clients GROUP BY age_band
UNION ALL SELECT 'how.next_door', nearness, count(*) FROM our_clients GROUP BY nearness
UNION ALL SELECT 'reach.area_known_by', area_known_by, count(*) FROM our_clients GROUP BY ALL
UNION ALL SELECT 'reach.areas_differ', '', count(*) FROM our_clients WHERE areas_differ
UNION ALL SELECT 'reach.share_' || division, value, n / known FROM beside
UNION ALL SELECT 'reach.population_' || division, value, people FROM beside
UNION ALL SELECT 'reach.ratio_' || division, value, n / known / (people / everybody) FROM beside
UNION ALL SELECT 'people.possible_duplicates', '', count(*) FROM possible_duplicates
  WHERE client IN (FROM active) OR other IN (FROM active)
UNION ALL SELECT 'people.seen', '', count(DISTINCT client) FROM by_worker
UNION ALL SELECT 'how.same_worker', '', sum(usual) / sum(known)
  FROM (SELECT max(n) AS usual, sum(n) AS known FROM by_worker WHERE worker IS NOT NULL GROUP BY client)
UNION ALL SELECT 'referrals.received', '', count(*) FROM referrals WHERE received_on BETWEEN $first AND $last
UNION ALL SELECT 'referrals.source', if(source = '', 'not_recorded', source), count(*) FROM referrals
  WHERE received_on BETWEEN $first AND $last GROUP BY ALL
UNION ALL SELECT 'referrals.decision', decision, count(*) FROM referrals
  WHERE received_on BETWEEN $first AND $last GROUP BY ALL
UNION ALL SELECT 'referrals.declined_reason', if(declined_reason = '', 'not_recorded', declined_reason), count(*)
  FROM referrals WHERE received_on BETWEEN $first AND $last AND decision = 'declined' GROUP BY ALL
UNION ALL SELECT 'sessions.' || attendance, '', count(*) FROM timed_sessions
  WHERE held_on BETWEEN $first AND $last AND attendance <> 'not_known' GROUP BY ALL
UNION ALL SELECT 'sessions.minutes', '', sum(minutes) FROM attended
UNION ALL SELECT 'how.minutes', time, sum(minutes) FROM attended GROUP BY time
UNION ALL SELECT 'credit_gap.minutes_with_no_place', '', sum(minutes) FROM attended WHERE time <> 'with_plan'
UNION ALL SELECT 'ripples.asked', anything_else, count(*) FROM attended GROUP BY ALL
UNION ALL SELECT 'plans.set', '', count(*) FROM our_plans
UNION ALL SELECT 'plans.outcome', outcome, count(*) FROM our_plans GROUP BY ALL
UNION ALL SELECT 'plans.issue', if(issue = '', 'not_recorded', issue), count(*) FROM our_plans GROUP BY ALL
UNION ALL SELECT 'issues.domain', issue_domain, count(*) FROM our_plans WHERE issue_domain <> '' GROUP BY ALL
UNION ALL SELECT 'signposts.made', '', count(*) FROM signposts WHERE made_on BETWEEN $first AND $last
UNION ALL SELECT 'signposts.outcome', outcome, count(*) FROM signposts
  WHERE made_on BETWEEN $first AND $last GROUP BY ALL
UNION ALL SELECT 'change.baseline', measure, count(*) FROM followed GROUP BY ALL
UNION ALL SELECT 'change.no_second_reading', measure || ', ' || reason, count(*) FROM why GROUP BY ALL
UNION ALL SELECT 'change.paired', measure, n FROM our_pairs
UNION ALL SELECT 'change.mean', measure, total / n / 1000 FROM our_pairs
UNION ALL SELECT 'change.sd', measure, sqrt((n * squares - total * total) / (n * (n - 1))) / 1000 FROM our_pairs
UNION ALL SELECT 'workforce.workers', status, count(*) FROM workforce
  WHERE coalesce(started_on <= $last, true) AND coalesce(left_on >= $first, true) GROUP BY ALL
UNION ALL SELECT 'workforce.home_fifth', fifth, count(*) FROM workforce
  WHERE coalesce(started_on <= $last, true) AND coalesce(left_on >= $first, true) GROUP BY ALL
UNION ALL SELECT 'ripples.proposed', concat_ws(', ', through, beneficiary, direction), count(*) FROM waiting GROUP BY ALL
UNION ALL SELECT 'ripples.proposed_total', '', count(*) FROM waiting
UNION ALL SELECT 'ripples.accepted', concat_ws(', ', through, beneficiary, direction), count(*) FROM told GROUP BY ALL
UNION ALL SELECT 'ripples.accepted_total', '', count(*) FROM told
UNION ALL SELECT 'notes.written', '', sum(n) FROM notes_by
UNION ALL SELECT 'notes.allowed', '', sum(n) FROM notes_by WHERE standing <> 'unread'
UNION ALL SELECT 'notes.' || standing, '', sum(n) FROM notes_by GROUP BY ALL
UNION ALL SELECT 'notes.unread_why', evaluation, sum(n) FROM notes_by WHERE standing = 'unread' GROUP BY ALL
UNION ALL SELECT 'notes.written_fifth', fifth, sum(n) FROM notes_by GROUP BY ALL
UNION ALL SELECT if(standing = 'unread', 'notes.unread_fifth', 'notes.allowed_fifth'), fifth, sum(n)
  FROM notes_by GROUP BY ALL
UNION ALL SELECT 'notes.written_ethnicity', ethnicity_group, sum(n) FROM notes_by GROUP BY ALL
UNION ALL SELECT if(standing = 'unread', 'notes.unread_ethnicity', 'notes.allowed_ethnicity'), ethnicity_group, sum(n)
  FROM notes_by GROUP BY ALL
UNION ALL SELECT 'notes.found', '', count(*) FROM our_sentences
UNION ALL SELECT 'notes.judged', '', count(*) FROM our_sentences WHERE became NOT IN ('waiting', 'withdrawn')
UNION ALL SELECT 'notes.became', became, count(*) FROM our_sentences GROUP BY ALL
UNION ALL SELECT 'notes.quiet', '', count(*) FROM our_notes WHERE standing = 'read' AND found = 0
UNION ALL SELECT 'notes.' || kind || 'in_frame', frame, sum(n) FROM sampled GROUP BY ALL
UNION ALL SELECT 'notes.' || kind || 'drawn', frame || ', ' || answer, sum(n) FROM sampled WHERE drawn GROUP BY ALL
UNION ALL SELECT if(kind = '', 'notes.right', 'notes.missed'), '', estimate FROM estimates
UNION ALL SELECT if(kind = '', 'notes.right_share', 'notes.missed_share'), '', estimate / n FROM estimates
UNION ALL SELECT 'notes.share_found', '', sum(estimate) FILTER (kind = '') / sum(estimate) FROM estimates
UNION ALL SELECT 'notes.read_by_two', '', sum(n) FROM pairs_of_answers
UNION ALL SELECT 'notes.two_readers', first || ', ' || second, n FROM pairs_of_answers
UNION ALL SELECT 'notes.two_agree', '', sum(n) FROM pairs_of_answers WHERE first = second
UNION ALL SELECT 'notes.agreement', '', agreed FROM beyond
UNION ALL SELECT 'notes.kappa', '', (agreed - kappa_chance) / (1 - kappa_chance) FROM beyond
UNION ALL SELECT 'notes.ac_one', '', (agreed - ac1_chance) / (1 - ac1_chance) FROM beyond
UNION ALL SELECT 'credit_gap.changes',
  'client_outcome, ' || ['held', 'blunt', 'left_empty', 'no_place'][rank + 1], count(*) FROM standings GROUP BY ALL
UNION ALL SELECT 'credit_gap.by_direction',
  concat_ws(', ', 'client_outcome', ['held', 'blunt', 'left_empty', 'no_place'][rank + 1], direction), count(*)
  FROM standings GROUP BY ALL
UNION ALL SELECT 'credit_gap.changes', account || ', ' || standing, count(*) FROM told GROUP BY ALL
UNION ALL SELECT 'credit_gap.by_direction', concat_ws(', ', account, standing, direction), count(*)
  FROM told GROUP BY ALL;
