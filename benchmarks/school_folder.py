"""Everything Waymark does with returns, on a folder of files whose truth is known, through the documented commands alone.

    python benchmarks/school_folder.py FOLDER

FOLDER holds school.json, students.csv, providers.csv, returns/, truth.csv, columns.csv and answers.csv. The database is thrown away.
Prints, per file and in all, what was right, and ends with 1 where a goal is missed.
"""

import argparse
import csv
import json
import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

from folder_pairs import Line, Pairs, Row, paired

ROOT = Path(__file__).resolve().parent.parent
CERTAIN_RIGHT, FOUND = 0.999, 0.99


@dataclass
class Tally:
    """How many of how many, by name of what is counted."""

    right: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    of: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def count(self, name: str, right: bool) -> None:
        self.right[name] += right
        self.of[name] += 1

    def share(self, name: str) -> float:
        return self.right[name] / self.of[name] if self.of[name] else 1.0

    def add(self, other: "Tally") -> None:
        for name, number in other.of.items():
            self.right[name] += other.right[name]
            self.of[name] += number

    def told(self, name: str) -> str:
        return f"{self.right[name]}/{self.of[name]} {100 * self.share(name):.1f} %" if self.of[name] else "-"


MEASURED = (
    "columns right", "certain right", "certain and check found", "ours to check", "said right", "code right", "provider right",
    "not a student right",
)  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--wrong", action="store_true", help="also print each thing that was wrong")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="waymark-benchmark-") as var:
        set_up(var)
        return measure(options.folder, show_wrong=options.wrong)


def set_up(var: str) -> None:
    """A database of our own, before Django reads its settings."""
    os.environ |= {"WAYMARK_VAR": var, "DATABASE_URL": f"sqlite:///{var}/benchmark.sqlite3", "DJANGO_SETTINGS_MODULE": "config.settings"}
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    command("migrate", verbosity=0)


def command(*arguments: str, **options: Any) -> str:
    """What a command prints. Its refusal stops the benchmark."""
    from django.core.management import call_command

    said = StringIO()
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        call_command(*arguments, stdout=said, stderr=StringIO(), **options)
    return said.getvalue()


def as_json(*arguments: str) -> Any:
    return json.loads(command(*arguments, "--json"))


def lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def measure(folder: Path, *, show_wrong: bool) -> int:
    school = json.loads((folder / "school.json").read_text(encoding="utf-8"))
    prepare(folder, school)
    truth = list(lines(folder / "truth.csv"))
    columns = list(lines(folder / "columns.csv"))
    twins = look_alikes(folder / "students.csv")
    in_all, guessed, unsure, wrong = Tally(), 0, set(), []
    to_decide: list[tuple[str, ...]] = []
    for name, sent in school["returns"].items():
        answer = as_json(*import_arguments(folder, school, name, sent))
        pairs = paired(answer["rows"], [line for line in truth if line["file"] == name])
        tally, missed = judge(answer, pairs, [line for line in columns if line["file"] == name])
        guessed += sum(1 for row, line in certain_wrong(pairs) if {row["upn"], line["upn"]} & twins)
        unsure |= not_certain(pairs)
        to_decide += decisions(answer["return"], pairs)
        wrong += [f"{name}: {text}" for text in missed]
        show(name, tally)
        in_all.add(tally)
    show("in all", in_all)
    destinations = judge_destinations(folder, school, unsure)
    print("\nDestinations at the checkpoint, against answers.csv")
    for label, upns in (("students whose rows were all certain", "sure"), ("all students", "all")):
        print(f"  {label}: {destinations.told(upns)}")
    for arguments in to_decide:
        command(*arguments)
    decided = judge_destinations(folder, school, unsure)
    print(f"  all students, once every row to check is decided: {decided.told('all')}")
    if show_wrong:
        print("\nWrong", *wrong, sep="\n  ")
    return verdict(in_all, guessed, destinations)


def prepare(folder: Path, school: dict[str, Any]) -> None:
    command("add_school", "--urn", school["urn"], "--name", school["name"], "--la", school["la_code"])
    command("import_students", str(folder / "students.csv"), "--school", school["urn"], "--leaving", str(school["leaving"]))
    command("import_providers", str(folder / "providers.csv"), "--school", school["urn"])


def import_arguments(folder: Path, school: dict[str, Any], name: str, sent: dict[str, Any]) -> list[str]:
    sender = ["--local-authority"] if sent["local_authority"] else ["--provider", sent["provider"]]
    dates = [part for key in ("received_on", "said_on") if sent.get(key) for part in (f"--{key.replace('_', '-')}", sent[key])]
    whose = ["--school", school["urn"], "--leaving", str(school["leaving"])]
    return ["import_return", str(folder / "returns" / name), *whose, *sender, *dates, "--apply"]


def judge(answer: dict[str, Any], pairs: Pairs, columns: list[Line]) -> tuple[Tally, list[str]]:
    """What was right of one file, and in words what was not."""
    tally, wrong = Tally(), []
    sheets = {sheet["sheet"]: sheet for sheet in answer["sheets"]}
    for line in columns:
        guess = sheets.get(line["sheet"], {"columns": {}, "header_row": None})
        right = guess["columns"].get(line["column"]) == line["field"] and guess["header_row"] == int(line["header_row"])
        tally.count("columns right", right)
        if not right:
            wrong.append(f"{line['sheet']} column {line['column']} is {line['field']}, not {guess['columns'].get(line['column'])}")
    for row, told in pairs:
        if told:
            judge_row(row, told, tally, wrong)
        elif row:
            tally.count("not a student right", row["pile"] == "not_a_student")
    return tally, wrong


def judge_row(row: Row | None, line: dict[str, str], tally: Tally, wrong: list[str]) -> None:
    where = f"{line['sheet']} row {line['row']}"
    pile = row["pile"] if row else "missing"
    if row and pile == "certain":
        tally.count("certain right", row["upn"] == line["upn"])
        if row["upn"] != line["upn"]:
            wrong.append(f"{where}: certain, but wrongly: {row['why']}")
    if not line["upn"]:
        return
    offered = row is not None and pile == "check" and line["upn"] in {candidate["upn"] for candidate in row["candidates"]}
    tally.count("certain and check found", offered or (row is not None and row["upn"] == line["upn"]))
    tally.count("ours to check", pile == "check")
    if pile not in ("certain", "check"):
        wrong.append(f"{where}: ours, but {pile}")
    for name, key, truth in (("said right", "said", "said"), ("code right", "outcome", "code"), ("provider right", "provider", "provider")):
        found = (row[key] if row else None) or ""
        tally.count(name, found == line[truth])
        if found != line[truth]:
            wrong.append(f"{where}: {key} is {line[truth] or 'nothing'}, not {found or 'nothing'}")


def certain_wrong(pairs: Pairs) -> list[tuple[Row, Line]]:
    return [(row, line) for row, line in pairs if row and line and row["pile"] == "certain" and row["upn"] != line["upn"]]


def not_certain(pairs: Pairs) -> set[str]:
    """UPNs of students with a row here that was not certain, or given to another."""
    missed = {line["upn"] for row, line in pairs if line and line["upn"] and not is_certain(row, line)}
    return missed | {row["upn"] for row, _ in certain_wrong(pairs)}


def is_certain(row: Row | None, line: Line) -> bool:
    return row is not None and row["pile"] == "certain" and row["upn"] == line["upn"]


def decisions(number: int, pairs: Pairs) -> list[tuple[str, ...]]:
    """The commands by which a person who knows the truth decides each row to check."""
    made: list[tuple[str, ...]] = []
    for row, line in pairs:
        if row and row["pile"] == "check":
            told = ("--upn", line["upn"]) if line and line["upn"] else ("--not-ours",)
            made.append(("decide_row", str(number), row["sheet"], str(row["row"]), "--part", str(row.get("part", 0)), *told))
    return made


def look_alikes(path: Path) -> set[str]:
    """UPNs of twins (one surname, one birthday) and of namesakes."""
    groups: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for line in lines(path):
        find = {key.lower(): value for key, value in line.items()}
        surname = next(value for key, value in find.items() if "surname" in key or "last name" in key or "family" in key)
        forename = next(value for key, value in find.items() if "forename" in key or "first name" in key or "given" in key)
        born = next(value for key, value in find.items() if key in ("dob", "date of birth", "birth date", "d.o.b."))
        upn = next(value for key, value in find.items() if "upn" in key or "unique pupil" in key)
        groups["twins", surname, born].append(upn)
        groups["namesakes", surname, forename].append(upn)
    return {upn for upns in groups.values() if len(upns) > 1 for upn in upns}


def judge_destinations(folder: Path, school: dict[str, Any], unsure: set[str]) -> Tally:
    whose = ("--school", school["urn"], "--leaving", str(school["leaving"]))
    answers = {row["upn"]: row for row in as_json("destinations", *whose, "--checkpoint", school["checkpoint"])}
    tally = Tally()
    for line in lines(folder / "answers.csv"):
        found = answers[line["upn"]]
        right = all((found[key] or "") == line[key] for key in ("status", "outcome", "provider"))
        tally.count("all", right)
        if line["upn"] not in unsure:
            tally.count("sure", right)
    return tally


def show(name: str, tally: Tally) -> None:
    print(f"\n{name}")
    for measured in MEASURED:
        print(f"  {measured}: {tally.told(measured)}")


def verdict(in_all: Tally, guessed: int, destinations: Tally) -> int:
    goals = {
        f"certain is right in at least {100 * CERTAIN_RIGHT} %": in_all.share("certain right") >= CERTAIN_RIGHT,
        "no twin or namesake matched by guess": guessed == 0,
        f"certain and check find at least {100 * FOUND:.0f} %": in_all.share("certain and check found") >= FOUND,
        "destinations right for every student whose rows were all certain": destinations.share("sure") == 1,
    }
    print("\nGoals")
    for goal, met in goals.items():
        print(f"  {'met' if met else 'MISSED'}: {goal}")
    return 0 if all(goals.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
