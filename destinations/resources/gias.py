"""An extract of Get Information about Schools (domain reference 5), as a list of providers: open, and taking students after 16."""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from careers.imports.headings import plain
from careers.imports.tables import Table, TableRow
from careers.imports.values import to_text
from destinations.resources.files import Authority
from destinations.rules.names import normalise
from destinations.rules.provider_types import type_in_gias

NEEDED = ("urn", "establishmentname", "typeofestablishmentname", "establishmentstatusname")
FIELDS = {
    "urn": "urn", "establishmentname": "name", "typeofestablishmentname": "type", "ukprn": "ukprn", "postcode": "postcode",
    "telephonenum": "contact_phone",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Extract:
    """The establishments wanted, as a table whose type column holds our types; `found` of `of` rows are open and take students after 16."""

    table: Table
    columns: dict[str, str]
    authorities: tuple[Authority, ...]
    found: int
    of: int


def key(heading: str) -> str:
    return re.sub(r"[^a-z0-9]", "", heading.casefold())


def is_gias(table: Table) -> bool:
    """Whether the headings are those of the register's public file."""
    return {key(heading) for heading in table.headings.values()}.issuperset(NEEDED)


def extract(table: Table, *, home: str = "", wanted: Collection[str] | None = None) -> Extract:
    """Narrow the register to what leavers can go to, in the authorities `wanted` (codes): those of `home` unless others are asked for,
    and all where the extract has none of them."""
    letters = {key(heading): letter for letter, heading in table.headings.items()}
    kept = [(row, kind) for row in table.data_rows if (kind := kind_of(about(row, letters)))]
    authorities = authorities_of([about(row, letters) for row, _ in kept], {home} if wanted is None else set(wanted))
    codes = {authority.code for authority in authorities if authority.wanted}
    chosen = [(row, kind) for row, kind in kept if authority_code(about(row, letters)) in codes]
    called = distinct_names([about(row, letters) for row, _ in chosen])
    rows = [
        replace(row, cells={**row.cells, letters["typeofestablishmentname"]: kind, letters["establishmentname"]: name})
        for (row, kind), name in zip(chosen, called, strict=True)
    ]
    columns = {letter: FIELDS.get(key(heading), "ignore") for letter, heading in table.headings.items()}
    return Extract(replace(table, rows=rows), columns, authorities, len(kept), len(table.data_rows))


def about(row: TableRow, letters: Mapping[str, str]) -> dict[str, str]:
    """What the row says, by heading without spaces or brackets."""
    return {name: to_text(row.cells.get(letter)) or "" for name, letter in letters.items()}


def kind_of(said: Mapping[str, str]) -> str | None:
    """The type of provider of an establishment that is open and takes students after 16; None for any other."""
    if not plain(said["establishmentstatusname"]).startswith("open"):
        return None
    sixth_form = said.get("officialsixthformcode") == "1" or plain(said.get("officialsixthformname", "")).startswith("has a sixth")
    oldest = said.get("statutoryhighage", "")
    takes_18s = sixth_form or (oldest.isdecimal() and int(oldest) >= 18)
    kind = type_in_gias(said["typeofestablishmentname"], said.get("furthereducationtypename", ""), takes_18s=takes_18s)
    return kind.value if kind else None


def authority_code(said: Mapping[str, str]) -> str:
    return said.get("lacode", "") or said.get("laname", "")


def authorities_of(establishments: list[dict[str, str]], wanted: set[str]) -> tuple[Authority, ...]:
    names = {authority_code(said): said.get("laname", "") or authority_code(said) for said in establishments}
    numbers = Counter(authority_code(said) for said in establishments)
    some = wanted & set(names)
    listed = [Authority(code, name, numbers[code], code in some or not some) for code, name in names.items()]
    return tuple(sorted(listed, key=lambda authority: authority.name))


def distinct_names(establishments: list[dict[str, str]]) -> list[str]:
    """Each establishment's name; with its town, and failing that its URN, where two have the same."""
    names = [said["establishmentname"] for said in establishments]
    for more in ("{establishmentname}, {town}", "{establishmentname}, URN {urn}"):
        seen = Counter(normalise(name) for name in names)
        names = [
            more.format_map({"town": "", **said}).rstrip(", ") if seen[normalise(name)] > 1 else name
            for name, said in zip(names, establishments, strict=True)
        ]
    return names
