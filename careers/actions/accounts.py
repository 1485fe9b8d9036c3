"""Schools, people and their roles. A person is one account for every school they work in."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from careers.actions import audit
from careers.actions.locking import alone_in
from careers.models import Membership, School, User, kinds_of
from careers.rules import accounts, local_authorities
from careers.rules.permissions import Role


@dataclass(frozen=True, slots=True)
class Scope:
    """Which students a role sees: forms of a cohort (tutor, year lead, adviser) or a group (its lead)."""

    forms: list[str] = field(default_factory=list)
    leaving: int | None = None
    group: str = ""


@transaction.atomic
def add_school(*, urn: str, name: str, la_code: str, by: User | None) -> School:
    """Add a school. Raises ValidationError when the URN is taken or not six digits, or the authority's code not three."""
    if other := School.objects.filter(urn=urn).first():
        raise ValidationError({"urn": f"There is already a school with URN {urn}: {other.name}."})
    if not (len(la_code) == 3 and la_code.isdecimal()):
        raise ValidationError({"la_code": f"“{la_code}” is not the code of a local authority: it has three digits, for example 888."})
    school = School(urn=urn, name=" ".join(name.split()), la_code=la_code, la_name=local_authorities.name_of(la_code))
    school.full_clean()
    school.save()
    audit.record(school=school, by=by, verb="added a school", subject=school, urn=urn, name=school.name)
    return school


@transaction.atomic
def give_role(
    *, school: School, email: str, role: str, scope: Scope, by: User | None, giver: Membership | None, name: str = "", password: str = ""
) -> Membership:
    """Give somebody a role in a school; make their account when they have none. A role they had is taken up again.

    `giver` is the membership of whoever does it, None the command line. Raises ValidationError naming the field that is wrong.
    """
    check_scope(school, role, scope)
    user = User.objects.filter(email__iexact=email.strip()).first()
    refuse_if(accounts.why_not_give(giver.role if giver else None, role, to_oneself=bool(giver and user == giver.user)), "role")
    refuse_if(why_not_group(school, giver, scope.group), "group")
    user = user or new_user(email, name)
    if password:
        set_password(user, password)
    today = timezone.localdate()
    membership = Membership.objects.filter(user=user, school=school, role=role).first()
    if membership is None:
        membership = Membership(user=user, school=school, role=role, since=today)
    elif membership.until is not None:
        membership.since, membership.until = today, None
    membership.forms, membership.leaving, membership.group = scope.forms, scope.leaving, scope.group
    membership.full_clean()
    membership.save()
    details = {"role": role, "forms": scope.forms, "leaving": scope.leaving, "group": scope.group}
    audit.record(school=school, by=by, verb="gave a role", subject=membership, user=user.pk, **details)
    return membership


@transaction.atomic
def change_scope(*, membership: Membership, scope: Scope, by: User | None, giver: Membership | None) -> None:
    """Change which students a role sees. Raises ValidationError."""
    refuse_if(why_not_touch(membership, giver), None)
    check_scope(membership.school, membership.role, scope)
    refuse_if(why_not_group(membership.school, giver, scope.group), "group")
    before = {"forms": membership.forms, "leaving": membership.leaving, "group": membership.group}
    membership.forms, membership.leaving, membership.group = scope.forms, scope.leaving, scope.group
    membership.save(update_fields=["forms", "leaving", "group"])
    after = {"forms": scope.forms, "leaving": scope.leaving, "group": scope.group}
    audit.record(school=membership.school, by=by, verb="changed what a role sees", subject=membership, old=before, new=after)


@transaction.atomic
def end_membership(*, membership: Membership, by: User | None, giver: Membership | None) -> None:
    """End a role from this moment. Raises ValidationError for the school's last careers leader."""
    alone_in(membership.school)  # two leaders must not end each other at once
    refuse_if(why_not_touch(membership, giver), None)
    refuse_if(why_not_end(membership), None)
    # A role holds until the end of its last day, so one that ends now ended yesterday; one given today was never held.
    membership.until = timezone.localdate() - timedelta(days=1)
    membership.since = min(membership.since, membership.until)
    membership.save(update_fields=["since", "until"])
    audit.record(school=membership.school, by=by, verb="ended a role", subject=membership, user=membership.user_id, role=membership.role)


def why_not_end(membership: Membership) -> str | None:
    """Why a role cannot end, or None: a school is not left without a careers leader."""
    if membership.role != Role.CAREERS_LEADER:
        return None
    others = Membership.objects.filter(school=membership.school, role=Role.CAREERS_LEADER).exclude(pk=membership.pk)
    if others.current(timezone.localdate()).exists():
        return None
    return "This is the school’s only careers leader. Give somebody else that role first."


@transaction.atomic
def one_time_link(*, user: User, school: School, by: User | None, giver: Membership | None) -> str:
    """The path of a page where this person sets a password, once, within three days. Raises ValidationError where it may not be made.

    It is handed over by whoever asked for it, for schools whose email is not set up; it is never stored. An earlier link of somebody
    who has no password yet stops working.
    """
    from allauth.account.app_settings import PASSWORD_RESET_TOKEN_GENERATOR
    from allauth.account.utils import user_pk_to_url_str

    current = Membership.objects.filter(user=user).current(timezone.localdate())
    here = [membership.role for membership in current if membership.school_id == school.pk]
    elsewhere = any(membership.school_id != school.pk for membership in current)
    refuse_if(accounts.why_no_link(giver.role if giver else None, here, works_elsewhere=elsewhere), None)
    refuse_if(why_not_group(school, giver, *(membership.group for membership in current if membership.school_id == school.pk)), None)
    if not user.has_usable_password():
        user.set_unusable_password()
        user.save(update_fields=["password"])
    audit.record(school=school, by=by, verb="made a one-time link to set a password", subject=user)
    token = PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
    return reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": token})


def why_not_touch(membership: Membership, giver: Membership | None) -> str | None:
    own = bool(giver and giver.user_id == membership.user_id)
    return accounts.why_not_give(giver.role if giver else None, membership.role, to_oneself=own)


def why_not_group(school: School, giver: Membership | None, *groups: str) -> str | None:
    in_care = any(kind.care for kind in kinds_of(school) if kind.key in groups)
    return accounts.why_not_care(giver.role if giver else None, in_care=in_care)


def check_scope(school: School, role: str, scope: Scope) -> None:
    groups = [kind.key for kind in kinds_of(school)]
    problem = accounts.scope_problem(role, forms=scope.forms, leaving=scope.leaving, group=scope.group, groups=groups)
    if problem:
        raise ValidationError({problem[0]: problem[1]})


def new_user(email: str, name: str) -> User:
    try:
        validate_email(email.strip())
    except ValidationError:
        raise ValidationError({"email": f"“{email}” is not an email address."}) from None
    return User.objects.create_user(email.strip(), " ".join(name.split()))


def set_password(user: User, password: str) -> None:
    try:
        validate_password(password, user)
    except ValidationError as problem:
        raise ValidationError({"password": problem.messages}) from None
    user.set_password(password)
    user.save(update_fields=["password"])


def refuse_if(problem: str | None, name: str | None) -> None:
    """Raises ValidationError when there is a problem."""
    if problem:
        raise ValidationError({name: problem} if name else problem)
