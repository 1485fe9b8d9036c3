from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from careers.imports.reading import MAX_BYTES, UnreadableFile
from careers.rules import academic_year
from destinations.rules.history_columns import HistoryRefused, read_history

SUMMERS = 10


class HistoryForm(forms.Form):
    """The file and the summer it is about. Once it is valid, `data_read` holds the file and `sheet` its table."""

    leaving = forms.TypedChoiceField(label="When did these students leave Year 11?", coerce=int)
    file = forms.FileField(
        label="The school’s spreadsheet",
        help_text="An Excel workbook or CSV laid out like the sample. Nothing is written before you have seen what it would add.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv,.tsv,.txt"}),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        latest = academic_year.academic_year(timezone.localdate()) + 1
        summers = [(year, f"Summer {year}{' (Year 11 now)' if year == latest else ''}") for year in range(latest, latest - SUMMERS, -1)]
        self.fields["leaving"].choices = [("", "Choose a summer"), *summers]
        self.helper = FormHelper()
        self.helper.add_input(Submit("show", "Show what it would add"))

    def clean_file(self) -> UploadedFile:
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise forms.ValidationError(f"This file is larger than {MAX_BYTES // 1_000_000} MB, which is more than any list needs.")
        self.data_read = file.read()
        try:
            self.sheet = read_history(self.data_read, file.name)
        except (UnreadableFile, HistoryRefused) as problem:
            raise forms.ValidationError(str(problem)) from None
        return file
