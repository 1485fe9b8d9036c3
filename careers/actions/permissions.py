"""Recording what somebody said about a permission, and the school's bases and wordings."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from careers.actions import audit, messages
from careers.actions.locking import alone_in
from careers.models import LawfulBasis, Permission, School, Student, User, Wording
from careers.permitted import bases_of, sixteen_on
from careers.rules.asking import TOLD_NOT_ASKED, USUAL_BASIS, Answer, Basis, Channel, Purpose, Who
from careers.rules.permission_words import MOST_SIGNS, unknown_places
from careers.wordings import NO_VERSION, wording

STOPS_MESSAGES = frozenset({Purpose.CONTACT, Purpose.ALUMNI})
WITHDRAWN = "They asked us to stop"


@transaction.atomic
def record(
    *,
    student: Student,
    purpose: Purpose,
    answer: Answer,
    who: Who,
    channel: Channel,
    on: date,
    by: User | None,
    to_whom: str = "",
    version: int | None = None,
    note: str = "",
) -> Permission:
    """Add what one person said. `version` of the wording is the one in use unless given. A no to being written to stops every message of
    that purpose that waits. Raises ValidationError where it could not have been said."""
    refuse_impossible(student, purpose, answer, who, on)
    alone_in(student.school)
    if version is None:
        version = wording(student.school, purpose)[1]
    said = Permission(student=student, purpose=purpose, answer=answer, who=who, channel=channel, on=on)
    said.to_whom, said.version, said.note = " ".join(to_whom.split()), version, note.strip()
    said.recorded_at, said.recorded_by = timezone.now(), by
    said.full_clean(exclude=["student", "recorded_by"])
    said.save()
    about = {"purpose": purpose.value, "answer": answer.value, "who": who.value, "version": version}
    audit.record(school=student.school, by=by, verb="recorded a permission", subject=student, **about)
    if purpose in STOPS_MESSAGES and not answer.allows and not said.to_whom:
        messages.stop(school=student.school, student=student, purpose=purpose, by=by, why=WITHDRAWN)
    return said


def refuse_impossible(student: Student, purpose: Purpose, answer: Answer, who: Who, on: date) -> None:
    if on > timezone.localdate():
        raise ValidationError({"on": "This day has not come yet."})
    if purpose in TOLD_NOT_ASKED and answer is not Answer.TOLD:
        raise ValidationError({"answer": "The law requires this, so it cannot be given or refused. Record that they were told."})
    if who is Who.PARENT and not answer.allows and on >= sixteen_on(student):
        raise ValidationError({"who": "From the sixteenth birthday only the student can say no to this. Ask the student."})


@transaction.atomic
def set_basis(*, school: School, purpose: Purpose, basis: Basis, note: str, by: User | None) -> None:
    """The school's lawful basis for a purpose, with its note. Raises ValidationError for what the law alone decides."""
    if purpose in TOLD_NOT_ASKED and basis is not Basis.LEGAL_OBLIGATION:
        raise ValidationError({"basis": "What the law requires has no other basis."})
    if purpose not in TOLD_NOT_ASKED and basis is Basis.LEGAL_OBLIGATION:
        raise ValidationError({"basis": "No law requires this of a school: choose public task or consent."})
    alone_in(school)
    before, note = bases_of(school)[purpose], note.strip()
    if basis is USUAL_BASIS[purpose] and not note:
        LawfulBasis.objects.filter(school=school, purpose=purpose).delete()
    else:
        LawfulBasis.objects.update_or_create(school=school, purpose=purpose, defaults={"basis": basis, "note": note})
    audit.record(school=school, by=by, verb="set a lawful basis", purpose=purpose.value, before=before.value, now=basis.value)


@transaction.atomic
def set_words(*, school: School, purpose: Purpose, words: str, by: User | None) -> int:
    """A new version of a wording. Returns its number; the one in use where nothing changed. Earlier ones are kept: people answered them."""
    words = words.replace("\r\n", "\n").strip()
    if not words or len(words) > MOST_SIGNS:
        raise ValidationError({"words": f"Write something, and no more than {MOST_SIGNS:,} signs."})
    if unknown := unknown_places(words):
        raise ValidationError({"words": f"Nothing can be filled in for {{{unknown[0]}}}."})
    alone_in(school)
    in_use, version = wording(school, purpose)
    if words == in_use:
        return version
    new = max(version, NO_VERSION) + 1
    Wording.objects.create(school=school, purpose=purpose, version=new, words=words, since=timezone.now(), by=by)
    audit.record(school=school, by=by, verb="changed a wording", purpose=purpose.value, version=new)
    return new
