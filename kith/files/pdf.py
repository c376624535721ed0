"""Writing a page as PDF with its tags, so that a screen reader finds its headings, tables and pictures."""

from typing import Any

from kith.files.errors import PdfNotPossibleError

VARIANT = "pdf/ua-1"
WITHOUT_PANGO = (
    "A PDF needs the library pango, which this machine lacks. Install it: "
    "apt-get install libpango-1.0-0 libpangoft2-1.0-0. The same page can be had as HTML, which prints."
)


def pdf_bytes(html: bytes) -> bytes:
    """The page as a tagged PDF (PDF/UA-1) in its own style; nothing is fetched from outside.

    Raises PdfNotPossibleError where the machine cannot draw text.
    """
    weasyprint = _weasyprint()
    inside_only = weasyprint.urls.URLFetcher(allowed_protocols=("data",), allow_redirects=False)
    page = weasyprint.HTML(string=html.decode(), url_fetcher=inside_only)
    return bytes(page.write_pdf(pdf_variant=VARIANT))


def _weasyprint() -> Any:
    # Imported late: it takes half a second, and without pango its import fails.
    try:
        import weasyprint
    except OSError as wrong:
        raise PdfNotPossibleError(WITHOUT_PANGO) from wrong
    return weasyprint
