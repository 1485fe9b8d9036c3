from collections.abc import Iterable, Mapping
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import format_html

from careers.imports.reading import MAX_BYTES
from careers.models import Cohort
from careers.rules import academic_year
from destinations.resources.files import ReadTable
from destinations.resources.student_columns import OWN

YEARS_EITHER_WAY = 5


def helper(button: str) -> FormHelper:
    made = FormHelper()
    made.attrs = {"novalidate": True}
    made.add_input(Submit("", button, css_class="btn-primary"))
    return made


class FileForm(forms.Form):
    """A spreadsheet, chosen."""

    file = forms.FileField(
        label="Which file?",
        help_text="A workbook (.xlsx, .xls or .ods) or a CSV. You see what would change before anything is written.",
        error_messages={"required": "Choose a file.", "empty": "This file is empty.", "max_length": "The name of this file is too long."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("See what would change")

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > MAX_BYTES:
            raise forms.ValidationError(f"This file is larger than {MAX_BYTES // 1_000_000} MB, which is more than any list needs.")
        return file


class StudentFileForm(FileForm):
    leaving = forms.TypedChoiceField(
        label="Which students are in it?",
        coerce=int,
        help_text="By the summer in which they leave Year 11. This decides, whatever a year column in the file says.",
    )
    field_order = ["leaving", "file"]

    def __init__(self, *args: Any, cohorts: Iterable[Cohort], today: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        start = academic_year.academic_year(today)
        this = academic_year.leaving_year(11, start)
        years = {*range(this - YEARS_EITHER_WAY, this + YEARS_EITHER_WAY), *(cohort.leaving for cohort in cohorts)}
        self.fields["leaving"].choices = [(year, words(year, start)) for year in sorted(years, reverse=True)]
        self.fields["leaving"].initial = this


def words(leaving: int, start: int) -> str:
    """ "Leavers 2027, Year 11 now"."""
    now = academic_year.national_curriculum_year(leaving, start)
    return f"Leavers {leaving}, Year {now} now" if now <= 14 else f"Leavers {leaving}"


class ColumnsForm(forms.Form):
    """What each column of a file is: what it was taken for (`words`), and a drop-down to put it right, named by its letter."""

    def __init__(self, data: Any, *, file: ReadTable, choices: list[tuple[str, str]], words: Mapping[str, str]) -> None:
        super().__init__(data)
        known = {name for name, _ in choices}
        for letter, heading in file.table.headings.items():
            name = file.columns.get(letter, "ignore")
            examples = file.examples(letter)
            told = format_html("For example: {}", examples) if examples else "Nothing stands in this column."
            self.fields[letter] = forms.ChoiceField(  # crispy trusts labels and hints, and these hold what somebody wrote in a file
                label=format_html("Column {}, “{}”", letter, heading) if heading else f"Column {letter}, without a heading",
                choices=choices,
                initial=name if name in known else OWN,
                help_text=format_html("{}. {}", words[letter], told),
            )
        self.helper = helper("Use these columns")

    def by_hand(self, before: Mapping[str, str]) -> dict[str, str]:
        """What a person has set: now, and `before` where it still stands. The columns that are as they were understood are not in it."""
        stands = {letter: name for letter, name in before.items() if letter in self.fields and name in (self.fields[letter].initial, OWN)}
        return stands | {letter: name for letter, name in self.cleaned_data.items() if name != self.fields[letter].initial}


def in_reading_order(choices: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Choices with a capital letter; what to leave out comes first, since it is chosen most."""
    order = sorted(choices, key=lambda choice: (choice[0] not in ("ignore", OWN), choice[1].casefold()))
    return [(name, label[:1].upper() + label[1:]) for name, label in order]
