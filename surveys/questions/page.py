"""A page asks one question: a form with its words, in plain and in easy English, and what it shows of itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from surveys.places import Offered, Register
from surveys.questions.fields import Asks, Text
from surveys.rules.first_survey import Answers

NOWHERE = Register()


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page knows when it is asked: its key, every answer so far, which of them this visit may see, the places to choose from."""

    page: str
    answers: Answers = field(default_factory=dict)
    seen: frozenset[str] = frozenset()
    register: Register = NOWHERE
    easy: bool = False

    def told(self, page: str) -> Mapping[str, Any]:
        """What this visit may see of another page."""
        return self.answers.get(page, {}) if page in self.seen else {}


@dataclass(frozen=True, slots=True)
class Shown:
    """One option as it is drawn."""

    value: str
    label: Text
    hint: Text
    picture: str
    chosen: bool

    @property
    def picture_file(self) -> str:
        return picture_file(self.picture)


@dataclass(frozen=True, slots=True)
class Part:
    """One field as it is drawn. `heads`: it is the page's question, so that its label is the heading."""

    name: str
    kind: str
    label: Text
    hint: Text
    value: Any
    problem: str
    heads: bool
    optional: bool
    options: tuple[Shown, ...] = ()
    suggestions: tuple[Any, ...] = ()
    longest: int | None = None

    @property
    def template(self) -> str:
        return f"answer/parts/{self.kind}.html"

    @property
    def first_id(self) -> str:
        """Where a link in the error summary leads."""
        return {"one": f"id_{self.name}_0", "many": f"id_{self.name}_0", "day": f"id_{self.name}_day"}.get(self.kind, f"id_{self.name}")

    @property
    def described_by(self) -> str:
        """The ids of the hint and of what is wrong."""
        hint, wrong = f"{self.name}-hint" if self.hint else "", f"{self.name}-wrong" if self.problem else ""
        return " ".join(part for part in (hint, wrong) if part)


class Page(forms.Form):
    """One page. `why`: why we ask. `picture`: a file of static/img/pictures."""

    question: ClassVar[Text] = ""
    easy_question: ClassVar[Text] = ""
    hint: ClassVar[Text] = ""
    easy_hint: ClassVar[Text] = ""
    why: ClassVar[Text] = ""
    picture: ClassVar[str] = "question"
    needs_places: ClassVar[bool] = False
    or_tick: ClassVar[bool] = False  # its line may be left empty, but then something is ticked
    private: ClassVar[bool] = False  # its words are not shown again among the answers
    above: ClassVar[str] = ""  # templates that stand before and after the question
    below: ClassVar[str] = ""

    def __init__(self, data: Any = None, *, asked: Asked, values: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial=dict(values or {}), auto_id="id_%s", label_suffix="")
        self.asked = asked
        self.prepare()

    def prepare(self) -> None:
        """Fit the fields to what has been answered before."""

    @property
    def picture_file(self) -> str:
        return picture_file(self.picture)

    def suggest(self, name: str, offered: Sequence[Offered]) -> None:
        """Offer these while `name` is being typed."""
        line: Any = self.fields[name]
        line.suggestions = offered

    def heading(self) -> Text:
        return (self.easy_question if self.asked.easy else "") or self.question

    def hint_shown(self) -> Text:
        return (self.easy_hint if self.asked.easy else "") or self.hint

    def values(self) -> dict[str, Any]:
        """What is kept of a page that was filled in well: plain values."""
        return {name: plain(value) for name, value in self.cleaned_data.items()}

    def parts(self, *, with_problems: bool = True) -> list[Part]:
        """The fields as they are drawn, with what was typed or is on record."""
        problems = self.errors if with_problems and self.is_bound else {}
        heads = len(self.fields) == 1
        return [self.part(name, problems.get(name, []), heads=heads) for name in self.fields]

    def part(self, name: str, problems: Any, *, heads: bool) -> Part:
        asks: Any = self.fields[name]
        easy, value = self.asked.easy, self[name].value()
        label = self.heading() if heads else (asks.easy_label if easy else "") or asks.label
        hint = self.hint_shown() if heads else (asks.easy_hint if easy else "") or asks.help_text
        return Part(
            name=name,
            kind=asks.kind,
            label=label,
            hint=hint,
            value=day_parts(asks, value) if asks.kind == "day" else value if value is not None else "",
            problem=" ".join(str(problem) for problem in problems),
            heads=heads,
            optional=not asks.required and asks.kind in ("line", "words", "day") and not heads and not self.or_tick,
            options=tuple(shown_options(asks, value, easy)),
            suggestions=tuple(getattr(asks, "suggestions", ())),
            longest=getattr(asks, "max_length", None),
        )

    def said(self, values: Mapping[str, Any]) -> list[Text]:
        """What was answered, in words, for the list of answers."""
        lines = [line for name, asks in self.fields.items() for line in in_words(asks, values.get(name))]
        return lines or [_("Left empty")]


def picture_file(name: str) -> str:
    return f"img/pictures/{name}.svg"


def plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else "" if value is None else value


def day_parts(asks: Any, value: Any) -> list[str]:
    parts = value if isinstance(value, list) else asks.widget.decompress(value)
    return [part or "" for part in parts]


def shown_options(asks: Asks, value: Any, easy: bool) -> Iterator[Shown]:
    chosen = set(value) if isinstance(value, list | tuple) else {value}
    for option in asks.options:
        label = (option.easy if easy else "") or option.label
        yield Shown(
            option.value, label, "" if easy and option.easy else option.hint, option.picture if easy else "", option.value in chosen
        )


def in_words(asks: Any, value: Any) -> Iterator[Text]:
    """An answer as it is read: the words of what was chosen, a day as it is spoken."""
    if asks.kind in ("one", "many"):
        chosen = value if isinstance(value, list) else [value]
        yield from (option.label for option in asks.options if option.value in chosen)
    elif asks.kind == "day" and value and (day := parse_date(value)):
        yield asks.said_as % {"day": date_format(day, "j F Y")}
    elif asks.kind == "tick" and value:
        yield asks.label
    elif value and asks.kind in ("line", "words"):
        yield value
