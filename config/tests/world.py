"""One school with one of everything, for tests that ask for every address."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from careers.actions.characteristics import add_characteristic
from careers.actions.links import give
from careers.actions.uploads import keep
from careers.models import Cohort, School
from careers.rules.permissions import Role
from careers.tests.asking_factories import ContactDetailFactory
from careers.tests.factories import CohortFactory, MembershipFactory, StudentFactory
from careers.tests.outbox import an_invitation, reached
from destinations.actions.destinations import recompute
from destinations.tests.factories import DataReturnFactory, EvidenceFactory, ProviderFactory
from reporting.tests.factories import ReportFactory
from surveys.actions.form_periods import open_period
from surveys.tests.factories import InvitationFactory, WaveFactory, WorryFactory

LIST = b"Surname,Forename,Date of birth\nAshworth,Robin,14/03/2009\n"


@dataclass(frozen=True, slots=True)
class World:
    """The attributes are what addresses are made of."""

    school: School
    cohort: Cohort
    student_id: int
    evidence_id: int
    provider_id: int
    report_id: int
    return_id: int
    row_id: int
    source_id: int
    membership_id: int
    group_id: int
    student_upload_id: int
    provider_upload_id: int
    history_upload_id: int
    message_id: int
    detail_id: int
    contact_upload_id: int
    link_id: int
    holiday_id: int
    worry_id: int
    help_id: int
    wave_id: int
    invitation_id: int
    period_id: int


def build_world() -> World:
    cohort = CohortFactory(leaving=2025)
    school = cohort.school
    student = StudentFactory(cohort=cohort, form="11A", having=["fsm"])
    evidence = EvidenceFactory(student=student)
    recompute(students=[student.pk])
    data_return = DataReturnFactory(cohort=cohort, file=ContentFile(LIST, "return"))
    row = data_return.rows.create(sheet="Sheet1", row=2, pile="check", said="present", seen={"surname": "Ashworth"})
    member = MembershipFactory(school=school, role=Role.TUTOR)
    invitation = InvitationFactory(wave=WaveFactory(cohort=cohort), student=student)
    return World(
        school=school,
        cohort=cohort,
        student_id=student.pk,
        evidence_id=evidence.pk,
        provider_id=ProviderFactory(school=school).pk,
        report_id=ReportFactory(school=school, published=True).pk,
        return_id=data_return.pk,
        row_id=row.pk,
        source_id=data_return.source_id,
        membership_id=member.pk,
        group_id=add_characteristic(school=school, name="More able", by=None).pk,
        student_upload_id=keep(school=school, by=member.user, purpose="students", data=LIST, file_name="s.csv", leaving=2025).pk,
        provider_upload_id=keep(school=school, by=member.user, purpose="providers", data=b"Name,Type\n", file_name="p.csv").pk,
        contact_upload_id=keep(school=school, by=member.user, purpose="contacts", data=LIST, file_name="c.csv").pk,
        detail_id=ContactDetailFactory(student=student, of_a_parent=True).pk,
        link_id=give(student=student, purpose="wave", about=1, expires_at=timezone.now() + timedelta(days=1), by=None).pk,
        message_id=an_invitation(reached(student)).pk,
        worry_id=WorryFactory(student=student).pk,
        help_id=student.help_requests.create(when="soon", what=["open_days"], asked_at=timezone.now(), came_by="survey: Plans").pk,
        wave_id=invitation.wave_id,
        invitation_id=invitation.pk,
        period_id=open_period(wave=invitation.wave, forms=["11A"], minutes=60, by=member.user).pk,
        holiday_id=school.holidays.create(name="Half term", first=date(2025, 10, 27), last=date(2025, 10, 31)).pk,
        history_upload_id=keep(school=school, by=member.user, purpose="history", data=LIST, file_name="h.csv", leaving=2025).pk,
    )
