from typing import Any

from crispy_forms.helper import FormHelper
from django import forms

from careers.models import Cohort, Membership, Student
from destinations.board import COUNTED, EXCLUDED, NO_PROVIDER, SETTLED, Filters, kinds_visible_to
from destinations.models import Provider
from destinations.rules.checkpoints import Checkpoint
from destinations.rules.outcomes import GROUP_NAMES, ROUTE_NAMES
from destinations.rules.statements import Status

STATUSES = [*((s.value, s.label) for s in Status), (SETTLED, "Settled by hand"), (COUNTED, "Counted"), (EXCLUDED, "Not counted")]


class BoardForm(forms.Form):
    """The filters of the cohort board. They live in the address, so that a view can be shared; names never do."""

    checkpoint = forms.ChoiceField(choices=[(c.value, c.label) for c in Checkpoint], required=False)
    form = forms.ChoiceField(required=False)
    group = forms.ChoiceField(required=False)
    status = forms.ChoiceField(label="How sure", choices=[("", "Any"), *STATUSES], required=False)
    outcome = forms.ChoiceField(choices=[("", "Any"), *((g.value, name) for g, name in GROUP_NAMES.items())], required=False)
    known = forms.ChoiceField(choices=[("", "Any"), ("yes", "Known"), ("no", "Not known")], required=False)
    provider = forms.ChoiceField(required=False)
    route = forms.ChoiceField(choices=[("", "Any"), *((r.value, name) for r, name in ROUTE_NAMES.items())], required=False)
    missing = forms.BooleanField(label="Not in the latest export", required=False)

    def __init__(self, data: Any, *, viewer: Membership, cohort: Cohort, checkpoint: Checkpoint) -> None:
        super().__init__({"checkpoint": checkpoint.value, **data.dict()})  # the list shows the checkpoint that is asked when none is chosen
        own = Student.objects.visible_to(viewer).filter(cohort=cohort)
        names = own.exclude(form="").order_by("form").values_list("form", flat=True).distinct()
        self.fields["form"].choices = [("", "Any"), *((name, name) for name in names)]
        self.fields["group"].choices = [("", "Any"), *((kind.key, kind.name) for kind in kinds_visible_to(viewer))]
        providers = Provider.objects.filter(school=viewer.school).values_list("pk", "name")
        self.fields["provider"].choices = [("", "Any"), (NO_PROVIDER, "No provider named"), *((str(pk), name) for pk, name in providers)]
        self.usual_checkpoint = checkpoint
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def filters(self, sort: str) -> Filters:
        """What is asked for. A value that is not in the list asks for nothing."""
        self.is_valid()
        asked = {name: value for name, value in self.cleaned_data.items() if value}
        checkpoint = Checkpoint(asked.pop("checkpoint", self.usual_checkpoint))
        missing = "yes" if asked.pop("missing", False) else ""
        return Filters(checkpoint=checkpoint, missing=missing, sort=sort, **asked)
