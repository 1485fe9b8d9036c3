from careers.models.audit import AuditEvent
from careers.models.people import Characteristic, Student, StudentQuerySet
from careers.models.school import Cohort, Membership, OwnCharacteristic, School, User, kinds_of
from careers.models.upload import Upload

__all__ = [
    "AuditEvent",
    "Characteristic",
    "Cohort",
    "Membership",
    "OwnCharacteristic",
    "School",
    "Student",
    "StudentQuerySet",
    "Upload",
    "User",
    "kinds_of",
]
