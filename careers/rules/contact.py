"""Ways of reaching somebody, and which of them a channel needs."""

from enum import StrEnum


class ContactKind(StrEnum):
    SCHOOL_EMAIL = "school_email"
    EMAIL = "email"
    MOBILE = "mobile"
    PHONE = "phone"
    ADDRESS = "address"

    @property
    def label(self) -> str:
        return KIND_NAMES[self]


KIND_NAMES = {
    ContactKind.SCHOOL_EMAIL: "School email",
    ContactKind.EMAIL: "Personal email",
    ContactKind.MOBILE: "Mobile",
    ContactKind.PHONE: "Telephone at home",
    ContactKind.ADDRESS: "Postal address",
}


class MessageChannel(StrEnum):
    EMAIL = "email"
    TEXT = "text"
    LETTER = "letter"

    @property
    def label(self) -> str:
        return {"email": "Email", "text": "Text", "letter": "Letter"}[self.value]


# The kinds a channel can use, best first.
REACHES = {
    MessageChannel.EMAIL: (ContactKind.EMAIL, ContactKind.SCHOOL_EMAIL),
    MessageChannel.TEXT: (ContactKind.MOBILE,),
    MessageChannel.LETTER: (ContactKind.ADDRESS,),
}


class Whose(StrEnum):
    """Whose address or number it is."""

    STUDENT = "student"
    PARENT = "parent"
