from collections.abc import Iterable
from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from careers.models.personal import sort_fields
from careers.rules import academic_year, local_authorities
from careers.rules.groups import STANDARD, Kind
from careers.rules.permissions import May, Role, may


class School(models.Model):
    """One school. Everything personal belongs to exactly one."""

    urn = models.CharField("URN", max_length=6, unique=True, validators=[RegexValidator(r"^\d{6}$", "A URN is six digits.")])
    name = models.CharField(max_length=200)
    la_code = models.CharField("local authority code", max_length=3, validators=[RegexValidator(r"^\d{3}$", "Three digits.")])
    la_name = models.CharField("local authority", max_length=100, blank=True)
    reference_month = models.PositiveSmallIntegerField(default=11)
    reference_day = models.PositiveSmallIntegerField(default=1)
    is_demo = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    personal = sort_fields(neutral="id urn name la_code la_name reference_month reference_day is_demo created_at")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def local_authority(self) -> str:
        """What to call the authority when it is a source."""
        name = self.la_name or local_authorities.name_of(self.la_code)
        if not name:
            return f"Local authority {self.la_code}"
        return name if "council" in name.casefold() else f"{name} local authority"


class OwnCharacteristic(models.Model):
    """A characteristic that one school has added, for example "More able"."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="own_characteristics")
    key = models.SlugField(max_length=80)
    name = models.CharField(max_length=80)

    personal = sort_fields(neutral="id school key name")

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["school", "key"], name="a_characteristic_is_named_once_in_a_school")]

    def __str__(self) -> str:
        return self.name


def kinds_of(school: School) -> tuple[Kind, ...]:
    """The standard characteristics and the school's own, in the order every page shows them. One query."""
    return STANDARD + tuple(Kind(own.key, own.name) for own in school.own_characteristics.all())


class Cohort(models.Model):
    """The students of one school who finish Year 11 in the summer of `leaving`."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="cohorts")
    leaving = models.PositiveSmallIntegerField("leaving in")
    results_day = models.DateField()

    personal = sort_fields(neutral="id school leaving results_day")

    class Meta:
        ordering = ["-leaving"]
        constraints = [models.UniqueConstraint(fields=["school", "leaving"], name="a_school_has_one_cohort_a_summer")]

    def __str__(self) -> str:
        return f"Leavers {self.leaving}"

    def save(self, *args, **kwargs) -> None:
        if self.results_day is None:
            self.results_day = academic_year.usual_results_day(self.leaving)
        super().save(*args, **kwargs)

    def year_group(self, today: date) -> int:
        """The year group these students are in today."""
        return academic_year.national_curriculum_year(self.leaving, academic_year.academic_year(today))


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, name: str = "", password: str | None = None) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), name=name)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, email: str | None) -> "User":
        return self.get(email__iexact=email)


class User(AbstractBaseUser):
    """Someone on the staff, or a governor. What they may do comes from their memberships alone."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120, blank=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    personal = sort_fields(identifying="email name", neutral="id password last_login is_active created_at")

    USERNAME_FIELD = "email"
    objects = UserManager()

    def __str__(self) -> str:
        return self.name or self.email

    # allauth and the password-reset email ask for these names.
    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self)


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self, today: date) -> "MembershipQuerySet":
        return self.filter(Q(until=None) | Q(until__gte=today), since__lte=today, user__is_active=True)


class Membership(models.Model):
    """One person's role in one school, from, until. Tutors, year leads and advisers see the forms named here."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=30, choices=[(role.value, role.label) for role in Role])
    forms = models.JSONField(default=list, blank=True)
    leaving = models.PositiveSmallIntegerField(null=True, blank=True)
    group = models.CharField(max_length=80, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()
    personal = sort_fields(describing="role forms leaving group since until", neutral="id user school")

    class Meta:
        ordering = ["school__name", "role"]
        constraints = [
            models.UniqueConstraint(fields=["user", "school", "role"], name="a_person_has_a_role_in_a_school_once"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=models.F("since")), name="a_membership_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return f"{Role(self.role).label}, {self.school}"

    def may(self, what: May) -> bool:
        return may(self.role, what)

    def may_any(self, things: Iterable[May]) -> bool:
        return any(self.may(what) for what in things)
