"""Invented schools and people for tests. Traits name situations."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from careers.models import Characteristic, Cohort, Membership, School, Student, User
from careers.rules.identifiers import upn_check_letter
from careers.rules.permissions import Role


def upn(number: int) -> str:
    """A valid UPN of an invented school in Lancashire."""
    digits = f"8884024{number:05d}"
    return upn_check_letter(f"A{digits}") + digits


class SchoolFactory(DjangoModelFactory):
    class Meta:
        model = School

    urn = factory.Sequence(lambda n: f"{150000 + n}")
    name = factory.Sequence(lambda n: f"Hodder Academy {n}")
    la_code = "888"
    la_name = "Lancashire County Council"


class CohortFactory(DjangoModelFactory):
    class Meta:
        model = Cohort

    school = factory.SubFactory(SchoolFactory)
    leaving = 2025


class StudentFactory(DjangoModelFactory):
    class Meta:
        model = Student
        skip_postgeneration_save = True

    cohort = factory.SubFactory(CohortFactory)
    school = factory.SelfAttribute("cohort.school")
    upn = factory.Sequence(upn)
    surname = factory.Sequence(lambda n: f"Ashworth{n}")
    forename = factory.Sequence(lambda n: f"Robin{n}")
    date_of_birth = date(2009, 3, 14)
    sex = "F"
    form = "11A"

    class Params:
        hidden_address = factory.Trait(confidential_address=True)
        on_safeguarding_hold = factory.Trait(safeguarding_hold=True)

    @factory.post_generation
    def having(self, create: bool, kinds: list[str] | None) -> None:
        """`having=["fsm"]` gives characteristics that hold now, since we do not know when."""
        for kind in kinds or []:
            Characteristic.objects.create(student=self, kind=kind)


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"person{n}@hodder.example")
    name = factory.Sequence(lambda n: f"Person {n}")
    password = factory.django.Password("a long enough phrase")


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    school = factory.SubFactory(SchoolFactory)
    role = Role.CAREERS_LEADER
    since = date(2020, 9, 1)

    class Params:
        tutor_of_11a = factory.Trait(role=Role.TUTOR, forms=["11A"])
        governor = factory.Trait(role=Role.GOVERNOR)
        ended = factory.Trait(until=date(2021, 8, 31))
