"""What is missing to reach somebody once they have left."""

from collections.abc import Iterable
from enum import StrEnum

from careers.rules.contact import ContactKind, Whose

Way = tuple[Whose, ContactKind]


class Gap(StrEnum):
    EVERYTHING = "everything"
    EMAIL = "email"
    MOBILE = "mobile"
    ADDRESS = "address"
    PARENT = "parent"

    @property
    def label(self) -> str:
        return GAP_NAMES[self]


GAP_NAMES = {
    Gap.EVERYTHING: "Any way at all",
    Gap.EMAIL: "Email that lasts after leaving",
    Gap.MOBILE: "Mobile",
    Gap.ADDRESS: "Postal address",
    Gap.PARENT: "A parent’s email or telephone",
}
# Each gap, and the ways of which one closes it. A school email closes none: the account ends with the summer.
CLOSED_BY: dict[Gap, frozenset[Way]] = {
    Gap.EMAIL: frozenset({(Whose.STUDENT, ContactKind.EMAIL)}),
    Gap.MOBILE: frozenset({(Whose.STUDENT, ContactKind.MOBILE)}),
    Gap.ADDRESS: frozenset({(Whose.STUDENT, ContactKind.ADDRESS)}),
    Gap.PARENT: frozenset((Whose.PARENT, kind) for kind in (ContactKind.EMAIL, ContactKind.MOBILE, ContactKind.PHONE)),
}
LASTING = frozenset[Way]().union(*CLOSED_BY.values()) | {(Whose.STUDENT, ContactKind.PHONE), (Whose.PARENT, ContactKind.ADDRESS)}


def gaps(ways: Iterable[Way]) -> list[Gap]:
    """What is missing of somebody who can be reached in these ways (in use, and nothing has come back from them)."""
    held = set(ways)
    open_gaps = [gap for gap, closing in CLOSED_BY.items() if not closing & held]
    return open_gaps if held & LASTING else [Gap.EVERYTHING, *open_gaps]
