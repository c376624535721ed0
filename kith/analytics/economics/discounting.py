"""What a pound, or a year of health, in some years' time counts for today."""

from math import exp, log1p

from kith.analytics import checks
from kith.analytics.economics.parameters import Schedule, schedule_named
from kith.analytics.errors import BadNumbers


def discount_factor(year: float, schedule: str | Schedule) -> float:
    """The factor for something `year` years from now, by 'green_book_general', 'green_book_health' or 'nice'.

    Each year is discounted at the rate of its own band: year 31 is thirty years at the first rate and one at the
    second. Units: years from nought; a part of a year counts in part.
    Errors: BadNumbers below nought or past the schedule's last year; UnknownChoice.
    Source: kith/definitions/economics/discounting.yaml; METHODS 2.1 (general, year 31: .345901).
    """
    chosen = schedule_named(schedule)
    years = float(checks.not_negative(checks.number(year, "years"), "years"))
    if years > chosen.bands[-1].to_year:
        raise BadNumbers(f"{chosen.title} ends with year {chosen.bands[-1].to_year}.")
    fallen, start = 0.0, 0
    for band in chosen.bands:
        fallen += max(0.0, min(years, band.to_year) - start) * log1p(band.rate)
        start = band.to_year
    return exp(-fallen)
