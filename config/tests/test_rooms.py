"""The shape of the code: sizes, names, and rules that stay pure. import-linter holds the stairs; see pyproject.toml."""

import ast
from pathlib import Path

import pytest

from config.tests.house import ROOT, is_written_by_hand, python_files, templates

LONGEST_FILE = 300  # lines: beyond it, a room is missing
LONGEST_TEMPLATE = 120
NAMELESS = {"utils", "util", "core", "common", "helpers", "helper", "services", "misc", "managers"}
CLOCKS = {"now", "today", "localdate", "localtime", "utcnow", "time", "monotonic"}
WRITES = {"open", "print", "input"}

by_hand = [file for file in python_files() if is_written_by_hand(file)]
rules = [file for file in by_hand if "rules" in file.parts]


def title(file: Path) -> str:
    return str(file.relative_to(ROOT))


@pytest.mark.parametrize("file", by_hand, ids=title)
def test_a_file_is_short_enough_to_read_at_one_sitting(file: Path) -> None:
    assert len(file.read_text().splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("file", templates(), ids=title)
def test_a_template_is_short(file: Path) -> None:
    assert len(file.read_text().splitlines()) <= LONGEST_TEMPLATE


def test_every_module_has_a_name_that_says_what_it_is() -> None:
    assert [title(file) for file in by_hand if {file.stem, *file.relative_to(ROOT).parts} & NAMELESS] == []


@pytest.mark.parametrize("file", rules, ids=title)
def test_rules_read_no_clock_and_no_file(file: Path) -> None:
    assert list(clocks_and_files(ast.parse(file.read_text()))) == []


def clocks_and_files(tree: ast.AST) -> list[str]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    clocks = [ast.unparse(call.func) for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr in CLOCKS]
    return clocks + [call.func.id for call in calls if isinstance(call.func, ast.Name) and call.func.id in WRITES]


def test_a_clock_in_a_rule_would_be_seen() -> None:
    assert clocks_and_files(ast.parse("from datetime import date\ndef late(due): return due < date.today()")) == ["date.today"]


def test_there_are_rules_to_look_at() -> None:
    assert ROOT / "destinations/rules/reconciliation.py" in rules
