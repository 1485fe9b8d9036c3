"""How the waves of a school stand: counts, and nobody's name."""

from collections.abc import Iterable
from typing import Any

from django.core.management.base import CommandParser
from django.db.models import Count, Q
from django.utils import timezone

from careers.commands import PlainCommand, refuse, school_with
from careers.models import Message
from surveys.centre import state_of
from surveys.chasing import ABOUT
from surveys.models import Wave

ASKED = Q(invitations__stopped_at=None) | ~Q(invitations__finished_at=None)


class Command(PlainCommand):
    help = "Says how many were asked, opened, started and finished in each wave, and what becomes of its messages."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--school", required=True, metavar="URN")
        parser.add_argument("--leaving", type=int, metavar="YEAR", help="only waves of this cohort")
        parser.add_argument("--wave", metavar="NAME", help="only the wave of this name")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        school = school_with(options["school"])
        waves = Wave.objects.filter(cohort__school=school).select_related("cohort")
        waves = waves.filter(cohort__leaving=options["leaving"]) if options["leaving"] else waves
        waves = waves.filter(name__iexact=options["wave"].strip()) if options["wave"] else waves
        told = list(status_of(waves))
        if options["wave"] and not told:
            raise refuse("There is no wave of that name.")
        if options["json"]:
            self.print_json({"school": school.urn, "waves": told})
            return
        for wave in told:
            line = "{name} (leavers {leaving}, {state}): {asked} asked, {opened} opened, {started} started, {finished} finished."
            self.stdout.write(line.format(**wave))
        if not told:
            self.stdout.write("There is no wave yet.")


def status_of(waves: Any) -> Iterable[dict[str, Any]]:
    """Two queries."""
    counted = waves.annotate(
        asked=Count("invitations", ASKED),
        opened=Count("invitations", ASKED & (~Q(invitations__opened_at=None) | ~Q(invitations__started_at=None))),
        started=Count("invitations", ASKED & ~Q(invitations__started_at=None)),
        finished=Count("invitations", ~Q(invitations__finished_at=None)),
        taken_off=Count("invitations", ~Q(invitations__stopped_at=None) & Q(invitations__finished_at=None)),
    )
    messages = messages_of(waves)
    today = timezone.localdate()
    for wave in counted:
        yield {
            "wave": wave.pk,
            "name": wave.name,
            "survey": wave.survey,
            "leaving": wave.cohort.leaving,
            "opens_on": wave.opens_on,
            "closes_on": wave.closes_on,
            "state": state_of(wave, today)[0].lower(),
            **{name: getattr(wave, name) for name in ("asked", "opened", "started", "finished", "taken_off")},
            "messages": messages.get(wave.pk, {}),
        }


def messages_of(waves: Any) -> dict[int, dict[str, int]]:
    """How many messages of each wave are in each state."""
    found: dict[int, dict[str, int]] = {}
    rows = Message.objects.filter(about_kind=ABOUT, about__in=waves.order_by().values("pk"))
    for wave, state, n in rows.order_by().values_list("about", "state").annotate(n=Count("pk")):
        found.setdefault(wave, {})[state] = n
    return found
