"""Who can sign in to the demonstration: somebody in every role. The addresses end in .example, so no message can reach anyone."""

import secrets
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from careers.actions import audit
from careers.models import Membership, School, User
from careers.rules.permissions import Role
from config.demo.people import FORMS

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # without those that are read wrongly


@dataclass(frozen=True, slots=True)
class Seat:
    """A role to be filled: the part of the address before the @, a name, and what the role sees."""

    mailbox: str
    name: str
    role: Role
    sees: dict[str, Any] = field(default_factory=dict)


LEADER = Seat("leader", "Rowan Fairhurst", Role.CAREERS_LEADER)
GOVERNOR = Seat("governor", "Winifred Oakes", Role.GOVERNOR)
YEAR_11: dict[str, Any] = {"leaving": "year 11"}  # filled in with the summer they leave
SEATS = (
    LEADER,
    Seat("coordinator", "Imran Siddall", Role.COORDINATOR),
    Seat("adviser", "Beth Tolland", Role.ADVISER, {"forms": list(FORMS[:3])}),
    Seat("tutor", "Owen Prettyjohn", Role.TUTOR, {"forms": ["11A"], **YEAR_11}),
    Seat("yearlead", "Marguerite Asante", Role.YEAR_LEAD, {"forms": list(FORMS), **YEAR_11}),
    Seat("senco", "Dilys Wainstall", Role.GROUP_LEAD, {"group": "sen"}),
    Seat("safeguarding", "Fergus Nwosu", Role.SAFEGUARDING_LEAD),
    Seat("head", "Catherine Illingby", Role.SLT),
    GOVERNOR,
    Seat("reviewer", "Piotr Ellerby", Role.REVIEWER),
    Seat("data", "Saskia Bruton", Role.DATA_MANAGER),
    Seat("exams", "Leonard Quill", Role.EXAMS_OFFICER),
)
ELSEWHERE = (Seat("leader", "Thomasina Reeve", Role.CAREERS_LEADER), Seat("governor", "Hector Blundy", Role.GOVERNOR))
TRUST_EMAIL, TRUST_NAME = "trust@waymark.example", "Verity Marchbank"


@dataclass(frozen=True, slots=True)
class SignIn:
    email: str
    role: str
    school: str


def new_password() -> str:
    """Twelve letters and digits, about 59 bits: not seeded, another at every load."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))


class Accounts:
    """Fills seats. One password for all: whoever looks at the demonstration goes from role to role."""

    def __init__(self, password: str, year_start: int) -> None:
        self.since, self.year_11 = date(year_start, 9, 1), year_start + 1
        self.made: list[SignIn] = []
        model = User()
        model.set_password(password)  # slow on purpose, so done once
        self.password = model.password

    def fill(self, school: School, domain: str, seats: tuple[Seat, ...]) -> None:
        for seat in seats:
            user = self.user(f"{seat.mailbox}@{domain}", seat.name)
            sees = {**seat.sees, **({"leaving": self.year_11} if "leaving" in seat.sees else {})}
            self.seat(user, school, seat.role, **sees)

    def trust(self, schools: list[School]) -> None:
        user = self.user(TRUST_EMAIL, TRUST_NAME)
        for school in schools:
            self.seat(user, school, Role.TRUST)

    def user(self, email: str, name: str) -> User:
        return User.objects.create(email=email, name=name, password=self.password)

    def seat(self, user: User, school: School, role: Role, **sees: Any) -> None:
        membership = Membership.objects.create(user=user, school=school, role=role, since=self.since, **sees)
        audit.record(school=school, by=None, verb="gave a role", subject=membership, email=user.email, role=role)
        self.made.append(SignIn(user.email, role.label, school.name))
