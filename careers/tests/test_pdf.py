import builtins
import sys
from io import BytesIO

import pytest
from pypdf import PdfReader

from careers import pdf
from careers.tests.paper import PLAIN


def plain_pdf(settings, tmp_path, body: str) -> PdfReader:
    (tmp_path / "plain.html").write_text(PLAIN.replace("BODY", body))
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
    return PdfReader(BytesIO(pdf.make_pdf("plain.html", {"unsafe": "<img src='http://127.0.0.1:9/x.png'>"})))


def test_a_pdf_is_tagged_has_a_language_and_a_title(settings, tmp_path):
    root = plain_pdf(settings, tmp_path, "<h1>Where they go</h1>").trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"].value
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data() or b'pdfuaid:part="1"' in root["/Metadata"].get_data()


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/x.png",
        "https://example.org/x.png",
        "file:///etc/passwd",
        "ftp://127.0.0.1/x",
        "data:text/plain,x",
        "waymark-static:../config/settings.py",
        "waymark-static:/etc/passwd",
        "waymark-static:no-such-file.css",
        "css/report.css",
        "",
    ],
)
def test_a_report_reads_nothing_but_our_own_static_files(address):
    with pytest.raises(Exception, match=r"outside|own files|base path"):
        pdf.static_file(address)


def test_our_own_static_files_are_found():
    assert pdf.static_file("waymark-static:css/report.css").name == "report.css"


def test_what_a_report_may_not_fetch_is_left_out_and_the_report_is_made(settings, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(pdf, "static_file", lambda url: asked.append(url) or pdf.Path("/nowhere"))
    body = '<link rel="attachment" href="file:///etc/passwd"><img src="http://127.0.0.1:9/x.png" alt="x"><p>Still here</p>'
    reader = plain_pdf(settings, tmp_path, body)
    assert "Still here" in reader.pages[0].extract_text()
    assert "http://127.0.0.1:9/x.png" in asked
    assert reader.attachments == {}


def test_text_in_a_report_is_never_markup(settings, tmp_path):
    assert "<img src=" in plain_pdf(settings, tmp_path, "{{ unsafe }}").pages[0].extract_text()


def test_a_machine_without_pango_says_what_to_install(monkeypatch, settings, tmp_path):
    real = builtins.__import__

    def without_pango(name, *args, **kwargs):
        if name.startswith("weasyprint"):
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without_pango)
    with pytest.raises(pdf.PdfUnavailable, match="apt-get install libpango"):
        pdf.make_pdf("plain.html", {})


def test_what_weasyprint_says_of_a_missing_pango_is_kept_off_standard_output(monkeypatch, capsys):
    real = builtins.__import__

    def without_pango(name, *args, **kwargs):
        if name.startswith("weasyprint"):
            sys.stdout.write("WeasyPrint could not import some external libraries.")
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without_pango)
    with pytest.raises(pdf.PdfUnavailable):
        pdf.make_pdf("plain.html", {})
    assert capsys.readouterr().out == ""
