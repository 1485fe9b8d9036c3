"""Paper: a template as a tagged PDF. WeasyPrint is imported when it is needed, because importing it fails where Pango is missing."""

import io
from contextlib import redirect_stdout
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

STATIC = "waymark-static:"


class PdfUnavailable(Exception):
    """This machine cannot make PDFs; the message says what to install."""


def make_pdf(template: str, context: dict[str, Any]) -> bytes:
    """A template as a PDF/UA-1. The template names our static files as `waymark-static:css/report.css`; nothing else is ever fetched.

    Raises PdfUnavailable where the system libraries are missing.
    """
    try:
        with redirect_stdout(io.StringIO()):  # WeasyPrint prints a banner there before it raises, and ours is for answers alone
            from weasyprint import HTML
            from weasyprint.urls import URLFetcher, URLFetcherResponse
    except OSError as missing:
        raise PdfUnavailable(
            "PDFs cannot be made on this machine yet: the Pango library is missing. "
            "On Debian or Ubuntu: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        ) from missing

    class OurStaticFilesOnly(URLFetcher):
        """A subclass, not a function: WeasyPrint 70 crashes when a function refuses."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
            file = static_file(url)
            return URLFetcherResponse(url, file.read_bytes(), {"Content-Type": guess_type(file.name)[0] or "application/octet-stream"})

    html = HTML(string=render_to_string(template, context), base_url=STATIC, url_fetcher=OurStaticFilesOnly(), encoding="utf-8")
    return html.write_pdf(pdf_variant="pdf/ua-1")


def static_file(url: str) -> Path:
    """The static file behind one of our own addresses. Raises ValueError for every other address."""
    found = finders.find(url.removeprefix(STATIC)) if url.startswith(STATIC) else None
    if not isinstance(found, str):
        raise ValueError("A PDF may only use Waymark's own files.")
    return Path(found)
