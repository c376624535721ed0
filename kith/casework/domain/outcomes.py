"""What becomes of referrals, plans and signposts, in words."""

DECISIONS = {"waiting": "waiting", "accepted": "accepted", "declined": "declined"}
PLAN_OUTCOMES = {"full": "Fully achieved", "part": "Part achieved", "none": "Not achieved"}
SIGNPOST_OUTCOMES = {"taken_up": "Taken up", "not_taken_up": "Not taken up", "not_known": "Not known yet"}
