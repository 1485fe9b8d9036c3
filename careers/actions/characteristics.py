"""A school's own characteristics: named, renamed, removed, and given to students."""

from collections.abc import Collection
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from careers.actions import audit
from careers.actions.audit import Entry
from careers.actions.locking import alone_in
from careers.models import Characteristic, Membership, OwnCharacteristic, School, Student, User
from careers.rules.groups import OWN_PREFIX, STANDARD, own_key

LONGEST_KEY = 80


@dataclass(frozen=True, slots=True)
class Given:
    """How many students were given a characteristic, and of how many it ended."""

    begun: int
    ended: int


@transaction.atomic
def add_characteristic(*, school: School, name: str, by: User | None) -> OwnCharacteristic:
    """Name a characteristic. Raises ValidationError for an empty name, a standard one and one that the school has."""
    alone_in(school)
    added = OwnCharacteristic(school=school, key=own_key(name), name=" ".join(name.split()))
    refuse_name(added)
    added.save()
    audit.record(school=school, by=by, verb="added a characteristic", subject=added, name=added.name)
    return added


@transaction.atomic
def rename_characteristic(*, characteristic: OwnCharacteristic, name: str, by: User | None) -> OwnCharacteristic:
    """Call it something else; whoever has it keeps it. Raises ValidationError as `add_characteristic`."""
    alone_in(characteristic.school)
    before, characteristic.name = characteristic.name, " ".join(name.split())
    refuse_name(characteristic)
    characteristic.save(update_fields=["name"])
    audit.record(
        school=characteristic.school,
        by=by,
        verb="renamed a characteristic",
        subject=characteristic,
        before=before,
        name=characteristic.name,
    )
    return characteristic


def refuse_name(characteristic: OwnCharacteristic) -> None:
    key = own_key(characteristic.name)
    if key == OWN_PREFIX:
        raise ValidationError({"name": "Give it a name with a letter or a digit."})
    if standard := next((kind for kind in STANDARD if key in (own_key(kind.name), own_key(kind.key))), None):
        raise ValidationError({"name": f"{standard.name} is a characteristic that every school has."})
    if len(key) > LONGEST_KEY:
        raise ValidationError({"name": "This is too long for a name: at most 70 characters fit."})
    characteristic.full_clean(exclude=["school", "key"], validate_unique=False)
    others = OwnCharacteristic.objects.filter(school=characteristic.school).exclude(pk=characteristic.pk)
    if same := next((other for other in others if key in (other.key, own_key(other.name))), None):
        raise ValidationError({"name": f"There is already one called {same.name}."})


@transaction.atomic
def remove_characteristic(*, characteristic: OwnCharacteristic, by: User | None) -> None:
    """Forget one that nobody has or had and nobody's role is about. Raises ValidationError otherwise."""
    school = characteristic.school
    alone_in(school)
    if Characteristic.objects.filter(student__school=school, kind=characteristic.key).exists():
        raise ValidationError("Students have it or had it, so it stays: figures of the past are broken down by it.")
    if Membership.objects.filter(school=school, group=characteristic.key).exists():
        raise ValidationError("Somebody’s role is about this group. End or change that role first.")
    audit.record(school=school, by=by, verb="removed a characteristic", subject=characteristic, name=characteristic.name)
    characteristic.delete()


@transaction.atomic
def give_characteristic(*, characteristic: OwnCharacteristic, among: Collection[int], to: Collection[int], by: User | None) -> Given:
    """Of the students `among` (ids), exactly those in `to` have it from today; of the others it ends today. The past is kept.

    Students of another school are passed over.
    """
    school, today = characteristic.school, timezone.localdate()
    alone_in(school)
    ours = set(Student.objects.filter(school=school, pk__in=among).values_list("pk", flat=True))
    running = Characteristic.objects.filter(student__in=ours, kind=characteristic.key, until=None)
    having = set(running.values_list("student", flat=True))
    begun, ended = (ours & set(to)) - having, having - set(to)
    Characteristic.objects.bulk_create(
        (Characteristic(student_id=student, kind=characteristic.key, since=today) for student in sorted(begun)), batch_size=500
    )
    running.filter(student__in=ended).update(until=today)
    changes = [(student, "begins") for student in sorted(begun)] + [(student, "ends") for student in sorted(ended)]
    entries = [
        Entry("changed a student", Student(pk=student), {"characteristics": {characteristic.key: what}}) for student, what in changes
    ]
    audit.record_all(school=school, by=by, entries=entries)
    return Given(len(begun), len(ended))
