"""The addresses of the desk: ids, and never a name."""

from django.urls import path

from kith.desk.web.views.allocate import allocate
from kith.desk.web.views.caseload import caseload
from kith.desk.web.views.check_telling import check_telling
from kith.desk.web.views.client import client
from kith.desk.web.views.consent import consent
from kith.desk.web.views.correct_reading import correct_reading
from kith.desk.web.views.correct_visit import correct_visit
from kith.desk.web.views.decide_referral import decide_referral
from kith.desk.web.views.details import details
from kith.desk.web.views.drawn import drawn
from kith.desk.web.views.edit_found import edit_found
from kith.desk.web.views.end_work import end_work
from kith.desk.web.views.follow_up import follow_up
from kith.desk.web.views.missed import missed
from kith.desk.web.views.missed_reading import missed_reading
from kith.desk.web.views.opened_record import opened_record
from kith.desk.web.views.pair import pair
from kith.desk.web.views.pairs import pairs
from kith.desk.web.views.plan import plan
from kith.desk.web.views.readings import readings
from kith.desk.web.views.referral import referral
from kith.desk.web.views.register import register
from kith.desk.web.views.review import review
from kith.desk.web.views.sign_off import sign_off
from kith.desk.web.views.signpost import signpost
from kith.desk.web.views.telling import telling
from kith.desk.web.views.visit import visit
from kith.desk.web.views.who_saw import who_saw

app_name = "desk"
urlpatterns = [
    path("clients", caseload, name="caseload"),
    path("clients/new", register, name="register"),
    path("clients/<uuid:client_id>", client, name="client"),
    path("clients/<uuid:client_id>/visit", visit, name="visit"),
    path("clients/<uuid:client_id>/something-else", telling, name="telling"),
    path("clients/<uuid:client_id>/signpost", signpost, name="signpost"),
    path("clients/<uuid:client_id>/questions", readings, name="readings"),
    path("clients/<uuid:client_id>/questions-not-asked", missed_reading, name="missed_reading"),
    path("clients/<uuid:client_id>/plan", plan, name="plan"),
    path("clients/<uuid:client_id>/referral", referral, name="referral"),
    path("clients/<uuid:client_id>/end", end_work, name="end_work"),
    path("clients/<uuid:client_id>/details", details, name="details"),
    path("clients/<uuid:client_id>/consent", consent, name="consent"),
    path("clients/<uuid:client_id>/trainer", allocate, name="allocate"),
    path("clients/<uuid:client_id>/who-saw", who_saw, name="who_saw"),
    path("emergency/<uuid:glass_id>/record", opened_record, name="opened_record"),
    path("visits/<uuid:session_id>", correct_visit, name="correct_visit"),
    path("readings/<uuid:reading_id>", correct_reading, name="correct_reading"),
    path("plans/<uuid:plan_id>/sign-off", sign_off, name="sign_off"),
    path("signposts/<uuid:signpost_id>", follow_up, name="follow_up"),
    path("referrals/<uuid:referral_id>", decide_referral, name="decide_referral"),
    path("something-else/<uuid:telling_id>", check_telling, name="check_telling"),
    path("review", review, name="review"),
    path("review/notes", missed, name="missed"),
    path("review/drawn", drawn, name="drawn"),
    path("review/<uuid:proposal_id>", edit_found, name="edit_found"),
    path("pairs", pairs, name="pairs"),
    path("pairs/<uuid:pair_id>", pair, name="pair"),
]
