"""Who counts as a client, who was seen, and in which category."""

import datetime as dt

import pytest

from kith.people.models import PossibleDuplicate
from kith.places.models import AreaIndex, AreaRank, Postcode, PostcodeLookup
from tests.reporting.made_service import AREAS, make_areas, make_postcodes


@pytest.mark.parametrize("on", ["2024-04-01", "2025-03-31"])
def test_client_on_either_end_of_the_period_counts(small, value, on):
    small.client(first_contact=on)
    assert value("people.clients") == 1


@pytest.mark.parametrize("on", ["2024-03-31", "2025-04-01"])
def test_client_a_day_outside_the_period_does_not_count(small, value, on):
    small.client(first_contact=on)
    assert value("people.clients") == 0


def test_client_counts_once_however_many_records(small, value):
    client = small.client(first_contact="2024-05-01")
    small.referral(client, "2024-05-02", decision="declined")
    small.referral(client, "2024-09-02")
    small.plan(client, "2024-05-03")
    small.session(client, "2024-05-04", attended=False)
    assert value("people.clients") == 1
    assert value("people.seen") == 0


def test_client_without_consent_counts(small, value):
    client = small.client(first_contact="2024-05-01")
    small.consent(client, "no")
    assert value("people.clients") == 1


def test_attendance_not_recorded_is_neither_seen_nor_missed(small, value):
    client = small.client()
    small.session(client, "2024-05-01", attended=None)
    assert value("people.seen") == 0
    assert value("sessions.attended") == 0
    assert value("sessions.not_attended") == 0
    assert value.figure("sessions.attended").missing == 1
    assert value.figure("sessions.attended").base == 1


def test_clients_of_another_service_do_not_count(small, value, other_service):
    from tests.reporting.conftest import SmallService

    SmallService(other_service).client(first_contact="2024-05-01")
    assert value("people.clients") == 0


def test_age_is_that_on_the_last_day_of_the_period(small, value):
    small.client("2024-05-01", date_of_birth="2000-03-31")
    small.client("2024-05-01", date_of_birth="2000-04-01")
    assert value("reach.age_band", age_band="25 to 34") == 1
    assert value("reach.age_band", age_band="16 to 24") == 1


def test_born_on_a_leap_day_is_a_year_older_on_the_first_of_march(small, value):
    small.client("2024-05-01", date_of_birth="2008-02-29")
    assert value("reach.age_band", age_band="16 to 24") == 1


def test_blank_is_not_no(small, value):
    small.client("2024-05-01")
    assert value("reach.gp_registration", registered="no") == 0
    assert value("reach.gp_registration", registered="not_known") == 1
    assert value.figure("people.sex", sex="female").missing == 1


def test_every_ethnic_code_is_printed_also_without_anybody(small, value):
    small.client("2024-05-01", ethnicity="R")
    assert value("reach.ethnicity", ethnicity="R") == 1
    assert value("reach.ethnicity", ethnicity="S") == 0


def test_fifth_of_an_area_outside_the_index_is_unknown(small, value):
    make_areas()
    small.client("2024-05-01", area_code=AREAS[-1])
    small.client("2024-05-01", area_code="")
    assert value("reach.deprivation_fifth", fifth="unknown") == 2


def test_pair_with_one_client_of_the_period_counts_until_it_is_decided(small, value, service):
    one, other = small.client("2024-05-01"), small.client("2020-05-01")
    pair = PossibleDuplicate.objects.create(service=service, first=other, second=one)
    assert value("people.possible_duplicates") == 1
    pair.not_the_same_at, pair.decided_by = dt.datetime(2025, 1, 1, tzinfo=dt.UTC), "Somebody"
    pair.save()
    assert value("people.possible_duplicates") == 0


def test_nearness_needs_both_homes(small, value):
    make_areas()
    neighbour, stranger = small.worker(home=AREAS[-1]), small.worker(home="")
    small.client("2024-05-01", worker=neighbour, area_code=AREAS[-1])
    small.client("2024-05-01", worker=neighbour, area_code=AREAS[0])
    small.client("2024-05-01", worker=stranger, area_code=AREAS[0])
    small.client("2024-05-01", area_code=AREAS[0])
    assert value("how.next_door", nearness="same_area") == 1
    assert value("how.next_door", nearness="not_known") == 3


def test_people_of_no_fixed_abode_are_a_group_of_their_own_and_not_unknown(small, value):
    make_areas()
    small.client("2024-05-01", postcode="ZZ99 3VZ", area_code=AREAS[0])
    small.client("2024-05-01", postcode="ZZ99 3WZ")
    assert value("reach.deprivation_fifth", fifth="no_fixed_abode") == 1
    assert value("reach.deprivation_fifth", fifth="unknown") == 1
    assert value.figure("reach.deprivation_fifth", fifth="unknown").missing == 1
    assert value("reach.area_known_by", known_by="elsewhere") == 1


def test_a_postcode_gives_the_area_and_goes_before_the_one_of_the_file(small, value):
    make_areas()
    make_postcodes()
    small.client("2024-05-01", postcode="nx11aa", area_code=AREAS[3])
    small.client("2024-05-01", postcode="NX1 1AB")
    small.client("2024-09-01", postcode="NX1 1AB")
    assert value("reach.area_known_by", known_by="postcode") == 2
    assert value("reach.area_known_by", known_by="ended") == 1
    assert value("reach.areas_differ") == 1


def test_the_areas_are_those_of_the_census_the_index_is_on(small, value, settings):
    make_postcodes()
    settings.KITH_DEPRIVATION_INDEX = "imd-2025-england"
    index = AreaIndex.objects.create(name="imd-2025-england", version="2025", file_sha256="0" * 64)
    AreaRank.objects.create(index=index, area_code=AREAS[0], decile=1)
    AreaRank.objects.create(index=index, area_code="E01033701", decile=10)
    small.client("2024-05-01", postcode="NX1 1AA")
    assert value("reach.deprivation_fifth", fifth="unknown") == 1
    lookup = PostcodeLookup.objects.create(edition="2021", file_sha256="1" * 64, governs_2021=True)
    Postcode.objects.create(lookup=lookup, key="NX11AA", area_2021="E01033701")
    small.client("2024-05-01", postcode="NX1 1AA")
    assert value("reach.deprivation_fifth", fifth="5") == 2
