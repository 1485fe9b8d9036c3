from collections.abc import Mapping
from datetime import date
from typing import Any

from django import template

from destinations.checking import token_of
from destinations.column_problems import column_problems
from destinations.models import DataReturn, ReturnRow
from destinations.rules.application_says import application_says
from destinations.rules.said_once import of_the_row

register = template.Library()


@register.filter
def their_name(seen: dict[str, str]) -> str:
    """`{{ row.seen|their_name }}`: the name as the list has it."""
    return seen.get("full_name") or ", ".join(filter(None, (seen.get("surname"), seen.get("forename") or seen.get("known_as"))))


@register.filter
def decided_token(row: ReturnRow) -> str:
    """`{{ row|decided_token }}`: stands for the decision that is seen, so that no other is taken back in its place."""
    return token_of(row)


@register.filter
def application(told: dict[str, Any]) -> str:
    """`{{ row.application|application }}`: "Applied; interview 3 March 2026"."""
    return application_says(told)


@register.filter
def own_problems(row: ReturnRow, data_return: DataReturn) -> list[Mapping[str, str]]:
    """`{{ row|own_problems:return }}`: what could not be read in this row, without what is said of its whole table."""
    tables = {(sheet["sheet"][:100], sheet.get("part", 0)): sheet.get("problems", []) for sheet in data_return.layout}
    return of_the_row(row.problems, tables.get((row.sheet, row.part), []))


@register.inclusion_tag("returns/parts/column_problems.html")
def said_of_columns(data_return: DataReturn) -> dict[str, Any]:
    """`{% said_of_columns return %}`: what nearly every row of a column has wrong, with the values in full."""
    return {"problems": column_problems(data_return), "tables": len(data_return.layout)}


@register.filter
def day(written: str) -> str:
    """`{{ "2025-09-12"|day }}`: 12 September 2025."""
    on = date.fromisoformat(written)
    return f"{on.day} {on:%B %Y}"


@register.filter
def of_row(by_row: Mapping[int, str], row: ReturnRow) -> str:
    """`{{ perhaps_of|of_row:row }}`: what a page keeps by row."""
    return by_row.get(row.pk, "")
