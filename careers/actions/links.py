"""Personal links: given, found again by their secret, revoked. What opens is decided here and nowhere else."""

import secrets
from collections.abc import Collection, Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from careers.actions import audit
from careers.actions.audit import Entry
from careers.actions.locking import alone_in
from careers.among import among
from careers.models import PersonalLink, Student, User
from careers.rules.secrets import are_same, link_secret, plain_digest
from careers.secret_keys import LINK, key, keys

SEED_BYTES = 32


def give(*, student: Student, purpose: str, about: int | None = None, expires_at: datetime, by: User | None) -> PersonalLink:
    """The link that lets one person do one thing: the standing one, kept open until `expires_at` at least, or a new one."""
    return give_all(students=[student], purpose=purpose, about=about, expires_at=expires_at, by=by)[student.pk]


@transaction.atomic
def give_all(
    *, students: Sequence[Student], purpose: str, about: int | None = None, expires_at: datetime, by: User | None
) -> dict[int, PersonalLink]:
    """A link for each of these students of one school, by student id. A standing link is used again; its time is never cut short."""
    if not students:
        return {}
    school, now = students[0].school, timezone.now()
    alone_in(school)
    ids = {student.pk for student in students}
    given = {link.student_id: link for link in standing(ids, purpose, about)}
    over = [link for link in given.values() if link.expires_at <= now]
    PersonalLink.objects.filter(pk__in=[link.pk for link in over]).update(revoked_at=now)
    for link in over:
        del given[link.student_id]
    lengthen([link for link in given.values() if link.expires_at < expires_at], expires_at)
    new = [new_link(student, purpose, about, now, expires_at) for student in sorted(ids - set(given))]
    given |= {link.student_id: link for link in PersonalLink.objects.bulk_create(new)}
    entries = [Entry("gave a personal link", (Student, link.student_id), {"purpose": purpose, "about": about}) for link in new]
    if entries:
        audit.record_all(school=school, by=by, entries=entries)
    return given


def standing(students: Collection[int], purpose: str, about: int | None) -> list[PersonalLink]:
    """Links not revoked, expired ones among them."""
    of_them = PersonalLink.objects.filter(student__in=among(students), purpose=purpose, revoked_at=None)
    return list(of_them.filter(about=about) if about is not None else of_them.filter(about__isnull=True))


def lengthen(links: Sequence[PersonalLink], expires_at: datetime) -> None:
    PersonalLink.objects.filter(pk__in=[link.pk for link in links]).update(expires_at=expires_at)
    for link in links:
        link.expires_at = expires_at


def new_link(student: int, purpose: str, about: int | None, now: datetime, expires_at: datetime) -> PersonalLink:
    seed = secrets.token_hex(SEED_BYTES)
    digest = plain_digest(link_secret(key(LINK), seed))
    return PersonalLink(student_id=student, purpose=purpose, about=about, seed=seed, digest=digest, created_at=now, expires_at=expires_at)


def secret_of(link: PersonalLink) -> str:
    """The secret, derived again. Raises ValueError where the key it was made with is no longer known."""
    for known in keys(LINK):
        if are_same(plain_digest(secret := link_secret(known, link.seed)), link.digest):
            return secret
    raise ValueError("The installation's key has changed since this link was given: add the old one to SECRET_KEY_FALLBACKS.")


def address_of(link: PersonalLink) -> str:
    """The whole address to write into a message or a QR code. Never log it and never store it."""
    return settings.SITE_ADDRESS.rstrip("/") + reverse("open_link", args=[secret_of(link)])


def opening(now: datetime) -> Q:
    """What a link must be to open anything: not revoked, not expired, its student neither on hold nor deceased."""
    return Q(revoked_at=None, expires_at__gt=now, student__safeguarding_hold=False, student__deceased=False)


def find(token: str, now: datetime) -> PersonalLink | None:
    """The link with this secret, where it opens; None for every reason alike."""
    links = PersonalLink.objects.filter(opening(now), digest=plain_digest(token))
    return links.select_related("student__school", "student__cohort").first()


def mark_opened(*, link: PersonalLink, now: datetime) -> None:
    """Remember the first time. Opening uses nothing up: mail scanners open links too."""
    PersonalLink.objects.filter(pk=link.pk, first_opened_at=None).update(first_opened_at=now)


@transaction.atomic
def revoke(*, link: PersonalLink, by: User | None) -> bool:
    """From now on it opens nothing, nor does a visit that it opened go on. False where it was revoked already."""
    alone_in(link.student.school)
    now = timezone.now()
    if not PersonalLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=now, revoked_by=by):
        return False
    link.revoked_at, link.revoked_by = now, by
    details = {"purpose": link.purpose, "about": link.about}
    audit.record(school=link.student.school, by=by, verb="revoked a personal link", subject=link.student, **details)
    return True
