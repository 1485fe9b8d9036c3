from careers.models.audit import AuditEvent
from careers.models.contact import ContactDetail, HelpRequest, Preferences
from careers.models.link import OneTimeCode, PersonalCode, PersonalLink, Try
from careers.models.message import Message, MessageSettings, MessageTemplate, SchoolHoliday
from careers.models.people import Characteristic, Student, StudentQuerySet
from careers.models.permission import LawfulBasis, Permission, Wording
from careers.models.school import Cohort, Membership, OwnCharacteristic, School, User, kinds_of
from careers.models.upload import Upload

__all__ = [
    "AuditEvent",
    "Characteristic",
    "Cohort",
    "ContactDetail",
    "HelpRequest",
    "LawfulBasis",
    "Membership",
    "Message",
    "MessageSettings",
    "MessageTemplate",
    "OneTimeCode",
    "OwnCharacteristic",
    "Permission",
    "PersonalCode",
    "PersonalLink",
    "Preferences",
    "School",
    "SchoolHoliday",
    "Student",
    "StudentQuerySet",
    "Try",
    "Upload",
    "User",
    "Wording",
    "kinds_of",
]
