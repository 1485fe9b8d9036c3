"""Invented ways of reaching invented people. Telephone numbers are Ofcom's for stories."""

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from careers.models import ContactDetail, Permission
from careers.rules.asking import Answer, Channel, Purpose, Who
from careers.rules.contact import ContactKind, Whose
from careers.tests.factories import StudentFactory

IN_SUMMER = datetime(2025, 6, 1, 9, tzinfo=UTC)


class ContactDetailFactory(DjangoModelFactory):
    class Meta:
        model = ContactDetail

    student = factory.SubFactory(StudentFactory)
    kind = ContactKind.EMAIL
    value = factory.Sequence(lambda n: f"robin{n}@mail.example")
    source = "typed in"
    since = date(2025, 6, 1)
    recorded_at = IN_SUMMER

    class Params:
        school_email = factory.Trait(kind=ContactKind.SCHOOL_EMAIL, value=factory.Sequence(lambda n: f"robin{n}@hodder.example"))
        mobile = factory.Trait(kind=ContactKind.MOBILE, value=factory.Sequence(lambda n: f"+447700900{n % 1000:03d}"))
        of_a_parent = factory.Trait(whose=Whose.PARENT, name="Sam Ashworth", relation="Mother")
        at_home = factory.Trait(kind=ContactKind.ADDRESS, value="1 Mill Lane\nClitheroe\nBB7 1AA")
        ended = factory.Trait(ended_at=datetime(2025, 7, 1, 9, tzinfo=UTC), ended_why="another took its place")
        bounced = factory.Trait(bounced_at=datetime(2025, 7, 1, 9, tzinfo=UTC), bounced_why="550 no such user")


class PermissionFactory(DjangoModelFactory):
    class Meta:
        model = Permission

    student = factory.SubFactory(StudentFactory)
    purpose = Purpose.CONTACT
    answer = Answer.GIVEN
    who = Who.STUDENT
    channel = Channel.PAPER
    on = date(2025, 5, 1)
    recorded_at = IN_SUMMER

    class Params:
        refused = factory.Trait(answer=Answer.REFUSED)
        by_a_parent = factory.Trait(who=Who.PARENT)
