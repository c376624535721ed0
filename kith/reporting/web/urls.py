"""The addresses of the report."""

from django.urls import path

from kith.reporting.web.views.count_again import count_again
from kith.reporting.web.views.download import download
from kith.reporting.web.views.figure import figure
from kith.reporting.web.views.records import records
from kith.reporting.web.views.report import report_page
from kith.reporting.web.views.returns import returns

app_name = "reporting"
urlpatterns = [
    path("", report_page, name="report"),
    path("count-again", count_again, name="count_again"),
    path("file/<str:form>", download, name="download"),
    path("returns", returns, name="returns"),
    path("figures/<str:metric>", figure, name="figure"),
    path("figures/<str:metric>/records", records, name="records"),
]
