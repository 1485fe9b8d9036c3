"""Read a list that a provider or the local authority sent back; with --apply, write what it says."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from careers.among import among
from careers.commands import PlainCommand, a_day, cohort_of, file_at, refuse, school_with
from careers.imports.reading import UnreadableFile
from careers.models import Cohort, School, Student
from destinations import returning
from destinations.actions import providers, returns
from destinations.models import DataReturn, Provider, Source
from destinations.rules.names import LONGEST_NAME, normalise
from destinations.rules.places import Place
from destinations.rules.plan import PlannedRow, Sender
from destinations.rules.sources import SourceKind
from destinations.rules.statuses import NOT_STATED


class Command(PlainCommand):
    help = (
        "Reads a list that a provider or the local authority sent back and says whom each row is about and what it says. "
        "Nothing is written without --apply."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file")
        parser.add_argument("--school", required=True, metavar="URN")
        parser.add_argument("--leaving", required=True, type=int, metavar="YEAR")
        sender = parser.add_mutually_exclusive_group(required=True)
        sender.add_argument("--provider", metavar="NAME", help="who sent it, by name or alias")
        sender.add_argument("--local-authority", action="store_true", help="the school's local authority sent it")
        parser.add_argument("--provider-type", metavar="TYPE", help="adds an unknown provider with this type")
        parser.add_argument("--received-on", type=a_day, metavar="DATE", help="when it came; today if not given")
        parser.add_argument("--said-on", type=a_day, metavar="DATE", help="when the list was true, where that is known")
        parser.add_argument("--apply", action="store_true", help="write what certain rows say")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        school = school_with(options["school"])
        cohort, (data, name) = cohort_of(school, options["leaving"]), file_at(options["file"])
        received_on, said_on = days_in(options)
        try:
            if options["apply"]:
                made, kept = apply_file(data, name, cohort, options, received_on, said_on)
            else:
                sender = sender_for(school, options)
                made, kept = returning.plan_file(data, name, cohort, sender, received_on=received_on, said_on=said_on), None
        except UnreadableFile as refused:
            raise refuse(refused.sentence) from None
        except ValidationError as refused:
            raise refuse(refused) from None
        self.done(some_refused=any(row.problems for row in made.rows))
        shown = as_json(made, kept, cohort)
        if options["json"]:
            self.print_json(shown)
        else:
            self.tell(shown)

    def tell(self, shown: dict[str, Any]) -> None:
        """The same for a person: how many in each pile, then each row that wants a look."""
        piles = {pile: sum(row["pile"] == pile for row in shown["rows"]) for pile in ("certain", "check", "not_ours", "not_a_student")}
        self.stdout.write(", ".join(f"{count} {pile.replace('_', ' ')}" for pile, count in piles.items()))
        for row in shown["rows"]:
            if row["pile"] == "check":
                self.stdout.write(f"{row['sheet']} row {row['row']}: {row['why']}")
            for problem in row["problems"]:
                self.stdout.write(f"{row['sheet']} row {row['row']}, {problem['column']}: {problem['message']}")
        if (applied := shown["applied"]) is None:
            self.stdout.write("Nothing has been written. Add --apply to write what certain rows say.")
        else:
            self.stdout.write(applied["message"])


def apply_file(
    data: bytes, name: str, cohort: Cohort, options: dict[str, Any], received_on: date | None, said_on: date | None
) -> tuple[returning.Plan, DataReturn]:
    """The plan and the return it became, the sender added to the register where it is new. What cannot be read leaves nothing behind, and
    what cannot be applied no list."""
    made = returning.plan_file(data, name, cohort, sender_for(cohort.school, options), received_on=received_on, said_on=said_on)
    source = source_for(cohort.school, options)
    staged = returns.stage(
        cohort=cohort, source=source, data=data, file_name=name, by=None, received_on=received_on, said_on=said_on, made=made
    )
    try:
        return made, returns.apply(data_return=staged, by=None)
    except Exception:
        returns.discard(data_return=staged, by=None)
        raise


def days_in(options: dict[str, Any]) -> tuple[date | None, date | None]:
    """When the list came and when it was true. Raises CommandError for a day that has not come, or one after the list came."""
    received_on, said_on = options["received_on"], options["said_on"]
    for day in (received_on, said_on):
        if day and day > timezone.localdate():
            raise refuse(f"{day.isoformat()} has not come yet.")
    if received_on and said_on and said_on > received_on:
        raise refuse(f"The list cannot have been true on {said_on.isoformat()}, after it came on {received_on.isoformat()}.")
    return received_on, said_on


def sender_for(school: School, options: dict[str, Any]) -> Sender:
    """Who sent the list, without writing anything. Raises CommandError for an unknown provider without a type."""
    if options["local_authority"]:
        return Sender(SourceKind.LOCAL_AUTHORITY, school.local_authority)
    provider = providers.provider_called(school, options["provider"])
    if provider:
        return Sender(provider.source_kind, provider.name, returning.as_place(provider))
    new = new_provider(school, options)
    return Sender(new.source_kind, new.name, Place(None, new.name, new.type))


def source_for(school: School, options: dict[str, Any]) -> Source:
    """The source of the return, its provider added when it is new and its type given."""
    if options["local_authority"]:
        return providers.source_of_authority(school)
    provider = providers.provider_called(school, options["provider"])
    if provider is None:
        new = new_provider(school, options)
        provider = providers.add_provider(school=school, by=None, name=new.name, type=new.type)
    return providers.source_of_provider(provider)


def new_provider(school: School, options: dict[str, Any]) -> Provider:
    """The provider to add, not saved. Raises CommandError without a type, ValidationError for a name or type that cannot be."""
    new = Provider(school=school, name=options["provider"].strip(), type=type_for(options))
    new.full_clean(exclude=["school"])
    if not normalise(new.name) or len(normalise(new.name)) > LONGEST_NAME:
        raise refuse(f"“{new.name[:30]}” is not a name: it needs a letter or a digit, and at most {LONGEST_NAME} characters written out.")
    return new


def type_for(options: dict[str, Any]) -> str:
    if not options["provider_type"]:
        raise CommandError(f"“{options['provider']}” is not in the school's register. Say what it is with --provider-type to add it.")
    return providers.as_type(options["provider_type"])


def as_json(made: returning.Plan, kept: DataReturn | None, cohort: Cohort) -> dict[str, Any]:
    """The shape of the documented answer."""
    wanted: set[Any] = {row.student for row in made.rows if row.student} | {c.id for row in made.rows for c in row.candidates}
    known = {student.pk: student for student in Student.objects.filter(school=cohort.school, pk__in=among(wanted))}
    return {
        "return": kept.pk if kept else None,
        "sheets": sheets_as_json(made),
        "rows": [row_as_json(row, known) for row in made.rows],
        "applied": applied_as_json(kept, made) if kept else None,
    }


def sheets_as_json(made: returning.Plan) -> list[dict[str, Any]]:
    """An entry a sheet. Tables side by side have columns of their own, so they share one; of tables below each other each has its own."""
    told: list[dict[str, Any]] = []
    for layout in made.layouts:
        columns, before = dict(layout.columns.fields), told[-1] if told and told[-1]["sheet"] == layout.sheet else None
        if before and before["columns"].keys().isdisjoint(columns):
            before["columns"] |= columns
        else:
            told.append({"sheet": layout.sheet, "header_row": layout.header_row, "columns": columns})
    return told


def row_as_json(row: PlannedRow, known: dict[Any, Student]) -> dict[str, Any]:
    student = known.get(row.student) if row.student else None
    return {
        "sheet": row.sheet,
        **({"part": row.part} if row.part else {}),
        "row": row.row,
        "pile": row.pile,
        "upn": (student.upn or None) if student else None,
        "student": student.name if student else None,
        "candidates": [{"upn": known[c.id].upn or None, "score": round(c.score, 4)} for c in row.candidates if c.id in known],
        "said": row.said or NOT_STATED,
        "outcome": row.outcome,
        "provider": row.place.name if row.place else None,
        "course": row.course or None,
        "level": row.level or None,
        "route": row.route,
        "why": row.why,
        "problems": [{"column": p.column, "value": p.value, "message": p.message} for p in row.problems],
    }


def applied_as_json(kept: DataReturn, made: returning.Plan) -> dict[str, Any]:
    added, already, waiting = (kept.counts[name] for name in ("added", "already", "waiting"))
    before = f"This file was applied on {made.before:%-d %B %Y}; it adds nothing." if made.before and not added else ""
    message = before or f"{added} statements added, {already} were there already, {waiting} rows wait for a decision."
    return {"added": added, "already": already, "waiting": waiting, "message": message}
