from collections.abc import Mapping, Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout, Submit
from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.html import escape

from careers.fields import DayField
from careers.imports.reading import MAX_BYTES
from careers.imports.return_activities import ACTIVITIES
from careers.imports.return_applications import APPLICATIONS
from careers.imports.return_left_out import LEFT_OUT
from careers.imports.return_people import PEOPLE
from careers.imports.values import to_text
from careers.imports.vocabularies import RETURN
from careers.imports.vocabulary import Field as Held
from careers.models import Cohort, School
from destinations.models import DataReturn, Provider
from destinations.returning import PASTED
from destinations.rules.layouts import SheetLayout
from destinations.rules.same_layout import title_of

AUTHORITY = "authority"
EXAMPLES, LONGEST = 3, 30


class EitherOf(Field):
    """One of several fields of which one is needed: none of them is called optional."""

    def render(self, *given: Any, **named: Any) -> str:
        return super().render(*given, **named | {"extra_context": {"hide_optional": True}})


class ReturnForm(forms.Form):
    """A list that somebody sent about our leavers."""

    file = forms.FileField(
        label="Their file",
        required=False,
        help_text="An Excel, OpenDocument or CSV file, in whatever layout they use. Nothing is written until you apply it.",
        error_messages={"empty": "This file is empty. Choose the file they sent, or ask them to send it again."},
    )
    text = forms.CharField(
        label="Or paste the list",
        required=False,
        strip=False,
        help_text="From the body of an email or a table in Word: select it there, copy it, and paste it here.",
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off", "spellcheck": "false"}),
    )
    sender = forms.ChoiceField(label="Who sent it?")
    cohort = forms.ModelChoiceField(Cohort.objects.none(), label="Whom is it about?", empty_label=None)
    received_on = DayField(label="When did it come?")
    said_on = DayField(
        label="On what day was it true?",
        required=False,
        help_text="If they say so, for example “enrolments as at 12 September”. Otherwise the day it came counts.",
    )

    def __init__(self, *args: Any, school: School, cohort: Cohort | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        providers = [(str(pk), name) for pk, name in Provider.objects.filter(school=school).values_list("pk", "name")]
        authority = (AUTHORITY, f"{school.local_authority} (the local authority)")
        self.fields["sender"].choices = [("", "Choose who sent it"), authority, ("Providers", providers)]
        self.fields["cohort"].queryset = Cohort.objects.filter(school=school).select_related("school")
        self.fields["cohort"].initial = cohort
        self.fields["received_on"].initial = timezone.localdate
        self.helper = FormHelper()
        self.helper.layout = Layout(EitherOf("file", "text"), "sender", "cohort", "received_on", "said_on")
        self.helper.add_input(Submit("read", "Read the list"))

    @property
    def given_in(self) -> str:
        """The field the list came in."""
        return "file" if self.cleaned_data.get("file") else "text"

    @property
    def data_given(self) -> bytes:
        file = self.cleaned_data.get("file")
        return file.read() if file else self.cleaned_data["text"].encode()

    @property
    def file_name(self) -> str:
        file = self.cleaned_data.get("file")
        return file.name if file else PASTED

    def clean_file(self) -> UploadedFile | None:
        file = self.cleaned_data["file"]
        if file and file.size > MAX_BYTES:
            raise forms.ValidationError(f"The file is larger than {MAX_BYTES // 1_000_000} MB. Ask for the list alone, without pictures.")
        return file

    def clean(self) -> dict:
        given = super().clean() or self.cleaned_data
        pasted = bool((given.get("text") or "").strip())
        if given.get("file") and pasted:
            self.add_error("text", "There is a file already. Choose the file or paste the list, not both.")
        elif not given.get("file") and not pasted and "file" not in self.errors:
            self.add_error("file", "Choose the file they sent, or paste the list below.")
        for name in ("received_on", "said_on"):
            if given.get(name) and given[name] > timezone.localdate():
                self.add_error(name, "This day has not come yet.")
        if given.get("said_on") and given.get("received_on") and given["said_on"] > given["received_on"]:
            self.add_error("said_on", "It cannot have been true after it came. Check both days.")
        return given


Examples = Mapping[str, Mapping[str, str]]  # table (`title_of`) → letter → its first different values


def examples_of(layouts: Sequence[SheetLayout]) -> Examples:
    """The first three different values of each column: shown from the file, and stored nowhere."""
    return {
        title_of(layout.sheet, layout.part): {letter: first_values(layout, letter) for letter in layout.columns.headings}
        for layout in layouts
    }


def first_values(layout: SheetLayout, letter: str) -> str:
    texts = (to_text(row.cells.get(letter)) for row in layout.rows[:200] if row.kind == "data")
    return ", ".join(text[:LONGEST] for text in list(dict.fromkeys(filter(None, texts)))[:EXAMPLES])


def choices_of(fields: Sequence[Held]) -> list[tuple[str, str]]:
    return [(held.name, held.label) for held in fields]


COLUMN_CHOICES = [
    *choices_of(LEFT_OUT),
    ("Who it is", choices_of(PEOPLE)),
    ("What they do and where", choices_of(ACTIVITIES)),
    ("Applications", choices_of(APPLICATIONS)),
]


class ColumnsForm(forms.Form):
    """What each column of a sheet holds: our guess, to be corrected from a list."""

    def __init__(self, *args: Any, data_return: DataReturn, examples: Examples | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sheets: list[tuple[dict, list]] = []
        for number, sheet in enumerate(data_return.layout):
            rows = []
            for column in sheet["columns"]:
                name = f"{number}-{column['letter']}"
                label = f"Column {column['letter']}" + (f", “{column['heading']}”" if column["heading"] else "")
                self.fields[name] = forms.ChoiceField(label=label, choices=COLUMN_CHOICES, initial=column["field"])
                shown = (examples or {}).get(sheet.get("title", sheet["sheet"]), {}).get(column["letter"])
                self.fields[name].help_text = escape(f"{column['words']}. For example: {shown}" if shown else column["words"])
                rows.append(self[name])
            if rows:
                self.sheets.append((sheet | {"title": sheet.get("title", sheet["sheet"])}, rows))
        self.layout_of_return = data_return.layout
        self.helper = FormHelper()
        self.helper.form_tag = False

    def corrections(self) -> dict[str, dict[str, str]]:
        """Only what a person changed: {sheet: {letter: field}}."""
        changed: dict[str, dict[str, str]] = {}
        for number, sheet in enumerate(self.layout_of_return):
            for column in sheet["columns"]:
                chosen = self.cleaned_data[f"{number}-{column['letter']}"]
                if chosen != column["field"]:
                    changed.setdefault(sheet.get("title", sheet["sheet"]), {})[column["letter"]] = chosen
        return changed

    def clean(self) -> dict:
        given = super().clean() or self.cleaned_data
        for number, sheet in enumerate(self.layout_of_return):
            used: dict[str, str] = {}
            for column in sheet["columns"]:
                name = f"{number}-{column['letter']}"
                field = given.get(name)
                if field and field in used and not RETURN[field].repeats:
                    self.add_error(name, f"Column {used[field]} is {RETURN[field].label} already. Choose something else for one of them.")
                elif field:
                    used[field] = column["letter"]
        return given
