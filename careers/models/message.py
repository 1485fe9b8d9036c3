"""The outbox: every email, text and letter, written in the transaction that causes it, and the words it is made from."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from careers.models.contact import ContactDetail
from careers.models.people import Student
from careers.models.personal import sort_fields
from careers.models.school import Membership, School
from careers.rules.asking import Purpose
from careers.rules.contact import MessageChannel
from careers.rules.permissions import May


class MessageSettings(models.Model):
    """How one school writes: its name under a message, where answers go, when it is quiet. Hours are in UK time."""

    school = models.OneToOneField(School, on_delete=models.CASCADE, related_name="message_settings")
    sender_name = models.CharField(max_length=100, blank=True)
    reply_to = models.EmailField(blank=True)
    careers_phone = models.CharField(max_length=30, blank=True)
    data_protection_contact = models.CharField(max_length=200, blank=True)
    postal_address = models.CharField(max_length=300, blank=True)
    quiet_from = models.PositiveSmallIntegerField("no messages from (hour)", default=19)
    quiet_until = models.PositiveSmallIntegerField("no messages until (hour)", default=8)
    weekends = models.BooleanField("also at weekends", default=False)
    most_touches = models.PositiveSmallIntegerField("messages to one person in a wave, at most", default=6)

    personal = sort_fields(
        neutral="id school sender_name reply_to careers_phone data_protection_contact postal_address quiet_from quiet_until weekends"
        " most_touches"
    )

    class Meta:
        verbose_name_plural = "message settings"

    def __str__(self) -> str:
        return f"Messages of {self.school}"


class SchoolHoliday(models.Model):
    """Days on which the school sends nothing by itself, first and last included."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="holidays")
    name = models.CharField(max_length=60)
    first = models.DateField()
    last = models.DateField()

    personal = sort_fields(neutral="id school name first last")

    class Meta:
        ordering = ["first"]
        constraints = [models.CheckConstraint(condition=Q(last__gte=models.F("first")), name="a_holiday_ends_after_it_starts")]

    def __str__(self) -> str:
        return self.name


class MessageTemplate(models.Model):
    """One school's own words for one kind of message (careers/rules/message_words.py has the words Waymark comes with)."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="message_templates")
    key = models.CharField(max_length=40)
    channel = models.CharField(max_length=10, choices=[(c.value, c.label) for c in MessageChannel])
    subject = models.CharField(max_length=120, blank=True)
    body = models.TextField(max_length=6000)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    personal = sort_fields(neutral="id school key channel subject body changed_at changed_by")

    class Meta:
        ordering = ["key", "channel"]
        constraints = [models.UniqueConstraint(fields=["school", "key", "channel"], name="a_message_has_one_wording_in_a_school")]

    def __str__(self) -> str:
        return f"{self.key} by {self.channel}"


class MessageQuerySet(models.QuerySet["Message"]):
    def visible_to(self, viewer: Membership) -> "MessageQuerySet":
        return self.filter(school=viewer.school) if viewer.may(May.SEND_MESSAGES) else self.none()


class Message(models.Model):
    """One email, text or letter. Never lost, never silently twice.

    The body keeps `{link}` and `{code}` as they are: the secret is put in while it is sent, and is never stored. `key` names what it
    is, once in a school ("wave 3, reminder 2, student 17, email"), so that planning twice writes once.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to be sent"
        CLAIMED = "claimed", "Being sent"
        SENT = "sent", "Sent"
        FAILED = "failed", "Could not be sent"
        IN_DOUBT = "in_doubt", "In doubt: it may have gone"
        STOPPED = "stopped", "Stopped before it went"
        BY_HAND = "by_hand", "To be sent by hand"
        BOUNCED = "bounced", "Came back"

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="messages")
    student = models.ForeignKey(Student, on_delete=models.CASCADE, null=True, blank=True, related_name="messages")
    key = models.CharField(max_length=120)
    purpose = models.CharField(max_length=30, choices=[(p.value, p.label) for p in Purpose], default=Purpose.CONTACT)
    about_kind = models.CharField(max_length=20, blank=True)
    about = models.BigIntegerField(null=True, blank=True)
    channel = models.CharField(max_length=10, choices=[(c.value, c.label) for c in MessageChannel])
    detail = models.ForeignKey(ContactDetail, on_delete=models.SET_NULL, null=True, blank=True, related_name="messages")
    to = models.CharField(max_length=300)
    to_name = models.CharField(max_length=150, blank=True)
    subject = models.CharField(max_length=150, blank=True)
    body = models.TextField()
    link = models.ForeignKey("careers.PersonalLink", on_delete=models.SET_NULL, null=True, blank=True, related_name="messages")
    code = models.ForeignKey("careers.OneTimeCode", on_delete=models.SET_NULL, null=True, blank=True, related_name="messages")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    created_at = models.DateTimeField()
    due_at = models.DateTimeField()
    at_once = models.BooleanField("goes in quiet hours too", default=False)
    claimed_at = models.DateTimeField(null=True, blank=True)
    claim = models.CharField(max_length=32, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)
    message_id = models.CharField(max_length=150, unique=True)
    problem = models.CharField(max_length=300, blank=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = MessageQuerySet.as_manager()
    personal = sort_fields(
        identifying="to to_name body",
        describing="subject channel state problem sent_at",
        neutral="id school student key purpose about_kind about detail link code created_at due_at at_once claimed_at claim tries"
        " message_id settled_by",
    )

    class Meta:
        ordering = ["-due_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["school", "key"], name="a_message_is_written_once")]
        indexes = [
            models.Index(fields=["state", "due_at"]),
            models.Index(fields=["about_kind", "about"]),
            models.Index(fields=["student", "state"]),
        ]

    def __str__(self) -> str:
        return f"{self.channel}, {self.state}"
