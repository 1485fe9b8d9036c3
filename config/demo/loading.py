"""Loads the whole demonstration at once: schools, accounts, and a governors' report of this term in each."""

import os
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from careers.models import School, User
from careers.rules import academic_year
from config.demo.accounts import ELSEWHERE, LEADER, SEATS, Accounts, SignIn, new_password
from config.demo.building import Builder
from config.demo.places import Setting, setting
from config.demo.reach import telephone_numbers
from reporting.actions import reports
from reporting.models import Report

SIGN_INS = "demo_sign_ins.txt"


class DemoRefused(Exception):
    """The demonstration cannot be loaded here; the message says why."""


@dataclass(frozen=True, slots=True)
class Loaded:
    schools: list[School]
    sign_ins: list[SignIn]
    password: str

    @property
    def in_words(self) -> str:
        """The sign-ins as a person reads them; `bin/serve` prints them at every start."""
        lines = ["Demonstration: every person and place in it is invented.", f"Password for all: {self.password}", ""]
        for school in self.schools:
            lines.append(school.name)
            lines += [f"  {one.email:36} {one.role}" for one in self.sign_ins if one.school == school.name]
        return "\n".join(lines) + "\n"


def is_here() -> bool:
    """Whether the demonstration is loaded. Raises DemoRefused on a database with real schools."""
    if School.objects.filter(is_demo=False).exists():
        raise DemoRefused("This database holds a real school, so the demonstration is not loaded into it.")
    return School.objects.exists()


def load(*, students: int, schools: int) -> Loaded:
    """All or nothing. Raises DemoRefused where there are real schools."""
    with transaction.atomic():
        if is_here():
            raise DemoRefused("The demonstration is loaded already.")
        loaded = build(students, schools)
    keep_sign_ins(loaded)
    return loaded


def build(students: int, schools: int) -> Loaded:
    today = timezone.localdate()
    start, password = academic_year.academic_year(today), new_password()
    accounts, made = Accounts(password, start), []
    for index in range(schools):
        around = setting(index)
        school = add_school(around)
        accounts.fill(school, around.domain, ELSEWHERE if index else SEATS)
        by = User.objects.get(email=f"{LEADER.mailbox}@{around.domain}")
        Builder(around, school, by, start, today, telephone_numbers(index)).build(students)
        report(school, by)
        made.append(school)
    accounts.trust(made[:2])
    return Loaded(made, accounts.made, password)


def add_school(around: Setting) -> School:
    return School.objects.create(urn=around.urn, name=around.name, la_code=around.la_code, la_name=around.la_name, is_demo=True)


def report(school: School, by: User) -> None:
    """This term's report, as far as the term has gone, for governors to download. Where PDFs cannot be made here, it says so."""
    asked = reports.ask_for(school=school, term=academic_year.term_of(timezone.localdate()), by=by)
    reports.make(report_id=asked.pk)
    made = Report.objects.get(pk=asked.pk)
    if made.state == Report.State.READY:
        reports.publish(report=made, by=by)


def keep_sign_ins(loaded: Loaded) -> None:
    """Beside the database, readable by its owner alone."""
    file = settings.VAR / SIGN_INS
    file.unlink(missing_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as kept:
        kept.write(loaded.in_words)
