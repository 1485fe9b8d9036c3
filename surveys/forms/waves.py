"""A wave as a person fills it in: what, when, whom; and the reminder plan as a list of steps to take or leave."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django import forms

from careers.fields import DayField
from careers.models import Cohort
from careers.rules.groups import Kind
from surveys.models import Wave
from surveys.rules import plans
from surveys.rules.audience import Audience
from surveys.rules.plans import Plan, Step
from surveys.rules.surveys import SURVEYS

ANSWERED = [
    ("", "Whether or not they answered before"),
    ("no", "Only who has not answered before"),
    ("yes", "Only who has answered before"),
]
USUAL_LENGTH = timedelta(days=32)


class WaveForm(forms.Form):
    """What is asked, of whom, and when."""

    survey = forms.ChoiceField(label="Which survey?", choices=[(key, survey.title) for key, survey in SURVEYS.items()])
    name = forms.CharField(label="What do you call this wave?", max_length=80, help_text="Staff see it. For example “Autumn 2026”.")
    opens_on = DayField(label="First day")
    closes_on = DayField(label="Last day")
    only_forms = forms.MultipleChoiceField(
        label="Which forms?", required=False, widget=forms.CheckboxSelectMultiple, help_text="None ticked means every form."
    )
    only_groups = forms.MultipleChoiceField(
        label="Which groups?", required=False, widget=forms.CheckboxSelectMultiple, help_text="None ticked means everybody."
    )
    answered = forms.ChoiceField(label="Earlier surveys", required=False, choices=ANSWERED)

    def __init__(
        self, data: Any = None, *, cohort: Cohort, form_names: Sequence[str], kinds: Sequence[Kind], initial: dict[str, Any]
    ) -> None:
        super().__init__(data, initial=initial)
        self.cohort = cohort
        self.fields["only_forms"].choices = [(name, name) for name in form_names]
        self.fields["only_groups"].choices = [(kind.key, kind.name) for kind in kinds]

    @property
    def audience(self) -> Audience:
        told = self.cleaned_data
        return Audience(tuple(told["only_forms"]), tuple(told["only_groups"]), told["answered"])


class WaveDatesForm(forms.Form):
    """What can still be changed of a wave that has opened."""

    name = forms.CharField(label="What do you call this wave?", max_length=80)
    closes_on = DayField(label="Last day", help_text="Links live as long as the wave does.")


class PlanForm(forms.Form):
    """The steps of the usual plan and a few more: each is taken or left, on a day of the wave."""

    def __init__(self, data: Any = None, *, plan: Plan | None = None) -> None:
        super().__init__(data, prefix="plan")
        chosen = plans.offered(plan)
        self.steps = [step for step, _ in chosen]
        for number, (step, taken) in enumerate(chosen):
            self.fields[f"use_{number}"] = forms.BooleanField(label=step.label, required=False, initial=taken)
            least = 0 if step.is_message else -plans.LONGEST
            self.fields[f"day_{number}"] = forms.IntegerField(
                label=f"Day of “{step.label}”",
                min_value=least,
                max_value=plans.LONGEST,
                initial=step.day,
                widget=forms.NumberInput({"size": 4}),
            )

    def rows(self) -> Iterator[tuple[Step, forms.BoundField, forms.BoundField]]:
        for number, step in enumerate(self.steps):
            yield step, self[f"use_{number}"], self[f"day_{number}"]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        taken = [replace(step, day=told.get(f"day_{n}", step.day)) for n, step in enumerate(self.steps) if told.get(f"use_{n}")]
        try:
            self.plan = plans.from_data(plans.as_data(taken))
        except ValueError as problem:
            raise forms.ValidationError(str(problem)) from problem
        return told


def usual_values(today: date) -> dict[str, Any]:
    """What a new wave starts from: next Monday, and a little over four weeks."""
    opens_on = today + timedelta(days=7 - today.weekday())
    term = {9: "Autumn", 10: "Autumn", 11: "Autumn", 12: "Autumn"}.get(opens_on.month, "Spring" if opens_on.month < 5 else "Summer")
    return {"name": f"{term} {opens_on.year}", "opens_on": opens_on, "closes_on": opens_on + USUAL_LENGTH}


def values_of(wave: Wave) -> dict[str, Any]:
    kept = {name: getattr(wave, name) for name in ("survey", "name", "opens_on", "closes_on")}
    audience = Audience.from_data(wave.audience)
    return kept | {"only_forms": audience.forms, "only_groups": audience.groups, "answered": audience.answered}
