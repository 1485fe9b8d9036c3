from typing import Any

from django import forms

from careers.models import AuditEvent, School


class AuditFilterForm(forms.Form):
    """Which events to show. Lives in the address; it names no student."""

    verb = forms.ChoiceField(label="What", required=False)
    by = forms.ChoiceField(label="Who", required=False)
    since = forms.DateField(label="From", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label="To", required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, data: Any, *, school: School) -> None:
        super().__init__(data)
        ours = AuditEvent.objects.filter(school=school).order_by()
        verbs = ours.order_by("verb").values_list("verb", flat=True).distinct()
        people = ours.order_by("by_name").values_list("by_name", flat=True).distinct()
        self.fields["verb"].choices = [("", "Anything"), *((verb, verb) for verb in verbs)]
        self.fields["by"].choices = [("", "Anybody"), *((name, name) for name in people)]
