"""The kinds of question that a page can ask. Each says how it is drawn (`kind`), and has its words in plain and in easy English."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

Text = Any  # a text, or one that is translated when it is shown


class Option(NamedTuple):
    """One answer to choose. `easy` and `picture` are for easy read; where there is no easy wording, the plain one is easy."""

    value: str
    label: Text
    hint: Text = ""
    easy: Text = ""
    picture: str = ""


class Asks:
    """What every kind of question has beside its label."""

    kind = ""
    easy_label: Text = ""
    easy_hint: Text = ""
    options: Sequence[Option] = ()

    def easily(self, label: Text = "", hint: Text = "") -> "Any":
        """The same question with these words in easy read."""
        self.easy_label, self.easy_hint = label, hint
        return self


class OneOf(Asks, forms.ChoiceField):
    kind = "one"

    def __init__(self, options: Sequence[Option], *, required_words: Text = "", **kwargs: Any) -> None:
        words = required_words or _("Choose one answer. If you are not sure, choose the nearest.")
        super().__init__(choices=[option[:2] for option in options], error_messages={"required": words}, widget=forms.RadioSelect, **kwargs)
        self.options = options


class ManyOf(Asks, forms.MultipleChoiceField):
    kind = "many"

    def __init__(self, options: Sequence[Option], **kwargs: Any) -> None:
        super().__init__(choices=[option[:2] for option in options], required=False, **kwargs)
        self.options = options


class Line(Asks, forms.CharField):
    """One line. `suggestions` are offered while typing; anything else may be typed too."""

    kind = "line"

    def __init__(self, *, required_words: Text = "", **kwargs: Any) -> None:
        messages: dict[str, Any] = {"required": required_words} if required_words else {}
        super().__init__(error_messages=messages, **kwargs)
        self.suggestions: Sequence[Any] = ()


class Words(Line):
    """Several lines."""

    kind = "words"


class Tick(Asks, forms.BooleanField):
    kind = "tick"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)


class ThreeParts(forms.MultiWidget):
    def __init__(self) -> None:
        super().__init__({part: forms.TextInput() for part in ("day", "month", "year")})

    def decompress(self, value: Any) -> list[str]:
        found = parse_date(value) if isinstance(value, str) else value
        return [str(found.day), str(found.month), str(found.year)] if found else ["", "", ""]


YEARS = range(2000, 2100)


class Day(Asks, forms.MultiValueField):
    """A day in three parts, day, month and year: the way that most people get right (GOV.UK)."""

    kind = "day"

    def __init__(self, *, said_as: Text = "%(day)s", past: bool = False, **kwargs: Any) -> None:
        self.said_as, self.past = said_as, past
        parts = [forms.CharField(required=False, max_length=4) for _part in range(3)]
        super().__init__(parts, require_all_fields=False, widget=ThreeParts(), **kwargs)

    def compress(self, data_list: list[str]) -> date | None:
        if not any(data_list):
            return None
        try:
            day, month, year = (int(part) for part in data_list)
        except (ValueError, TypeError) as wrong:
            raise ValidationError(_("Write the day as three numbers, for example 4 12 2026."), code="no_day") from wrong
        return self.meant(year + 2000 if 0 <= year < 100 else year, month, day)

    def meant(self, year: int, month: int, day: int) -> date:
        """Raises ValidationError for a day that is none, of another century, or yet to come where it must have been."""
        try:
            meant = date(year, month, day)
        except (ValueError, OverflowError) as wrong:
            raise ValidationError(_("There is no such day. Check the day, the month and the year."), code="no_day") from wrong
        if year not in YEARS:
            raise ValidationError(_("Check the year, for example 2026."), code="no_day")
        if self.past and meant > timezone.localdate():
            raise ValidationError(_("That day has not come yet. Check the day, the month and the year."), code="to_come")
        return meant
