from django.conf import settings
from django.db import models

from careers.models import School
from careers.models.personal import sort_fields
from destinations.models.provider import Source
from destinations.rules.applications import ApplicationState
from destinations.rules.outcomes import OUTCOMES, Route
from destinations.rules.remembered import LONGEST_TOLD, NO_APPLICATION, NOTHING_OF_IT


class RememberedLayout(models.Model):
    """How one sender's sheet was laid out when its list was last applied: what each heading held, as a person left it.

    `columns` is a list of {"letter", "heading", "field", "guessed"} in the order of the sheet.
    """

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="layouts")
    sheet = models.CharField(max_length=100)
    columns = models.JSONField(default=list)
    used_on = models.DateField()

    personal = sort_fields(neutral="id school source sheet columns used_on")

    class Meta:
        ordering = ["source", "sheet"]
        constraints = [models.UniqueConstraint(fields=["source", "sheet"], name="a_sheet_of_a_sender_has_one_layout")]

    def __str__(self) -> str:
        return f"{self.source}, {self.sheet}"


class RememberedWords(models.Model):
    """What words of one sender mean, as a person put right: `said`, and with *present* an outcome, a route and a level; or how far an
    application is.

    `column` is the field the words stand in (status, application_status, course…); `normalised` is how they are found again.
    """

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="words")
    column = models.CharField(max_length=20)
    words = models.CharField(max_length=LONGEST_TOLD)
    normalised = models.CharField(max_length=200)
    said = models.CharField(max_length=12, blank=True)
    outcome = models.CharField(max_length=3, blank=True, choices=[(o.code, f"{o.code} {o.name}") for o in OUTCOMES.values()])
    route = models.CharField(max_length=30, blank=True, choices=[(r.value, r.label) for r in Route])
    level = models.CharField(max_length=40, blank=True)
    application = models.CharField(
        max_length=20, blank=True, choices=[*((s.value, s.label) for s in ApplicationState), (NO_APPLICATION, NOTHING_OF_IT)]
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    personal = sort_fields(neutral="id school source column words normalised said outcome route level application by at")

    class Meta:
        ordering = ["source", "column", "words"]
        constraints = [
            models.UniqueConstraint(fields=["source", "column", "normalised"], name="words_of_a_sender_mean_one_thing_in_a_column"),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.words}"
