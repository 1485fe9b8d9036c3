"""The content security policy forbids styles and scripts inside a page: what it would block must not be written."""

import re
from pathlib import Path

import pytest
from django.template import engines

from config.tests.house import ROOT, templates

INLINE = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "a script with content": re.compile(r"<script\b(?![^>]*\bsrc\s*=)", re.IGNORECASE),
    "an event handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a javascript address": re.compile(r"javascript:", re.IGNORECASE),
    "unescaped text": re.compile(r"\|\s*safe\b|\{%\s*autoescape\s+off"),
}

HELP_TEXTS = "templates/bootstrap5/layout/hint_and_error.html"  # help texts are written in the code; Django's own hold lists
pages = [file for file in templates() if file.suffix in {".html", ".svg"}]


@pytest.mark.parametrize("file", pages, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_template_has_no_inline_style_or_script(file: Path) -> None:
    text = file.read_text()
    if str(file.relative_to(ROOT)) == HELP_TEXTS:
        text = text.replace("help_text|safe", "help_text")
    assert [what for what, pattern in INLINE.items() if pattern.search(text)] == []


@pytest.mark.parametrize(
    "text",
    ['<p style="color: red">', "<style>", "<script>go()</script>", '<a onclick="go()">', '<a href="javascript:go()">', "{{ name|safe }}"],
)
def test_each_of_them_would_be_seen(text: str) -> None:
    assert any(pattern.search(text) for pattern in INLINE.values())


@pytest.mark.parametrize("file", pages, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_template_can_be_compiled(file: Path) -> None:
    folder = next(parent for parent in file.parents if parent.name == "templates")
    engines["django"].get_template(str(file.relative_to(folder)))
