from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django.core.exceptions import ValidationError
from django.forms import CharField, ChoiceField, EmailField, Form, TypedChoiceField

from careers.actions.accounts import Scope
from careers.models import Membership, School, kinds_of
from careers.rules.accounts import forms_in, roles_to_give
from careers.rules.permissions import Role

LEFT_OUT = (
    "A careers leader gives the roles that are not here: they read what students told in confidence, or see who is in care or needs"
    " protection, and your role does not."
)


class ScopeForm(Form):
    """Which students a role sees. Means nothing to roles that see all of them or none."""

    forms = CharField(
        label="Forms",
        help_text="For a form tutor, year lead or adviser: the forms they see, with commas between them, for example 11A, 11B.",
        required=False,
        max_length=300,
    )
    leaving = TypedChoiceField(
        label="Cohort", help_text="Only these leavers of the forms above.", required=False, coerce=int, empty_value=None
    )
    group = ChoiceField(help_text="For a SENCO or Pupil Premium lead: the group they look after.", required=False)

    def __init__(self, *args: Any, school: School, button: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["leaving"].choices = [("", "All cohorts"), *((c.leaving, str(c)) for c in school.cohorts.all())]
        self.fields["group"].choices = [("", "None"), *((kind.key, kind.name) for kind in kinds_of(school))]
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": True}
        self.helper.add_input(Submit("", button, css_class="btn-primary"))

    @property
    def scope(self) -> Scope:
        return Scope(forms_in(self.cleaned_data["forms"]), self.cleaned_data["leaving"], self.cleaned_data["group"])

    def refuse(self, problem: ValidationError) -> None:
        """Show beside its field what the action would not take."""
        told = problem.message_dict if hasattr(problem, "error_dict") else {"": problem.messages}
        for name, messages in told.items():
            for message in messages:
                self.add_error(name if name in self.fields else None, message)


class PersonForm(ScopeForm):
    """Somebody and the role they are given."""

    email = EmailField(help_text="They sign in with it.", error_messages={"required": "Give their email address."})
    name = CharField(help_text="As colleagues know them. Left as it is for somebody who has an account.", required=False, max_length=120)
    role = ChoiceField(error_messages={"required": "Choose a role."})
    field_order = ["email", "name", "role", "forms", "leaving", "group"]

    def __init__(self, *args: Any, giver: Membership, **kwargs: Any) -> None:
        super().__init__(*args, school=giver.school, button="Give the role", **kwargs)
        offered = roles_to_give(giver.role)
        self.fields["role"].choices = [("", "Choose a role"), *((r.value, r.label) for r in offered)]
        if len(offered) < len(Role):
            self.fields["role"].help_text = LEFT_OUT


def scope_of(membership: Membership) -> dict[str, Any]:
    """What the form shows of a role's scope."""
    return {"forms": ", ".join(membership.forms), "leaving": membership.leaving or "", "group": membership.group}
