"""Where people were pointed to, and what became of it; not known is neither yes nor no."""

from django.utils.translation import gettext as _

from kith.reporting.reading.charted import Numbers, Wording, bars_piece
from kith.reporting.reading.counts import Counts, published
from kith.reporting.reading.phrases import share_words, so_many, things
from kith.reporting.reading.pieces import Section


def signposts(counts: Counts) -> Section:
    """One picture."""
    made, title = counts.of("signposts.made"), _("Signposts to other help")
    if published(made) == 0:
        return Section("signposts", title, lead=(_("No signpost was made in this period."),))
    taken = counts.of("signposts.outcome", outcome="taken_up")
    share = share_words(taken, made)
    message = (
        _("%(share)s of the signposts are known to have been taken up") % {"share": share}
        if share
        else _("What became of signposts")
    )
    sentence = _(
        "Of %(made)s, %(taken)s were taken up and %(not)s were not; for %(unknown)s nobody knows yet. "
        "Not known is neither yes nor no."
    ) % {
        "made": things(made, _("signpost"), _("signposts")),
        "taken": so_many(taken, made),
        "not": so_many(counts.of("signposts.outcome", outcome="not_taken_up"), made),
        "unknown": so_many(counts.of("signposts.outcome", outcome="not_known"), made),
    }
    words = Wording(message, sentence, _("What became of it"), _("signpost"), _("signposts"))
    numbers = Numbers(counts.lines("signposts.outcome"), made, counts.missing("signposts.outcome"))
    return Section("signposts", title, pieces=(bars_piece("signposts.outcome", words, numbers),))
