"""The first survey: where somebody has applied, step by step, and which they would like best."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from destinations.rules.applications import ApplicationState as State
from destinations.rules.names import LONGEST_NAME, normalise
from surveys.questions.fields import Day, Line, OneOf, Option, Text
from surveys.questions.page import Asked, Page
from surveys.rules.first_survey import (
    NOT_SURE,
    Choice,
    application_number,
    application_page,
    applications,
)

OWN_WORDS = "words"  # none of the places we thought of: what was typed is kept

STATES = (
    Option(State.SENT, _("I have applied and am waiting to hear"), picture="letter"),
    Option(State.INTERVIEW, _("I have an interview, or have been to one"), easy=_("I have an interview"), picture="talk"),
    Option(State.CONDITIONAL, _("They offered me a place if I get certain grades"), picture="offer-if"),
    Option(State.UNCONDITIONAL, _("They offered me a place, with no conditions"), easy=_("I have a place"), picture="offer"),
    Option(State.WAITING, _("I am on a waiting list"), picture="clock"),
    Option(State.TURNED_DOWN, _("They turned me down"), picture="closed"),
    Option(State.WITHDRAWN, _("I withdrew my application"), easy=_("I do not want it any more"), picture="undo"),
)
LEVELS = (
    Option("3", _("Level 3"), _("A levels, T Levels, an extended diploma")),
    Option("2", _("Level 2"), _("As hard as good GCSEs")),
    Option("1", _("Level 1"), _("As hard as GCSE grades 1 to 3")),
    Option("E", _("Entry level"), _("Before Level 1")),
    Option(NOT_SURE, _("I am not sure")),
)


class PlacePage(Page):
    """A place by name. One that we know is found however it is written; where it may be several, the student says which."""

    why = _("So that we know whom to ask when a form or an offer gets stuck.")
    hint = _("Start typing and choose from the list. If it is not in the list, write its name.")
    easy_hint = _("Write the name of the place.")
    picture = "building"
    needs_places = True

    def prepare(self) -> None:
        label = _("Name of the college, sixth form, employer or other place")
        self.fields["place"] = Line(max_length=150, label=label, required_words=_("Write the name of the place."))
        self.suggest("place", self.asked.register.offered)
        self.provider: int | None = None

    def clean_place(self) -> str:
        typed = str(self.cleaned_data["place"])
        if len(normalise(typed)) > LONGEST_NAME:
            self.add_error("place", _("This name is too long. Write it shorter."))
        return typed

    def clean(self) -> None:
        if self.errors:
            return
        typed, register = self.cleaned_data["place"], self.asked.register
        found = register.look_up(typed)
        picked = self.data.get("pick", "")
        if found.certain or picked in map(str, found.perhaps):
            self.provider = found.certain or int(picked)
        elif found.perhaps and picked != OWN_WORDS:
            self.ask_which(typed, found.perhaps)

    def ask_which(self, typed: str, perhaps: tuple[int, ...]) -> None:
        known = [Option(str(provider), self.asked.register.called[provider]) for provider in perhaps]
        none = Option(OWN_WORDS, _("None of these: keep “%(typed)s”") % {"typed": typed})
        self.fields["pick"] = OneOf((*known, none), label=_("Which place do you mean?"), required=False)
        self.add_error("pick", _("Choose the place that you mean."))

    def values(self) -> dict[str, Any]:
        name = self.asked.register.called[self.provider] if self.provider else self.cleaned_data["place"]
        return {"provider": self.provider, "place": name}


class WherePage(PlacePage):
    question = _("Where have you applied?")
    easy_question = _("Where did you ask for a place?")

    def heading(self) -> Text:
        more = [number for number in applications(self.asked.answers) if number < application_number(self.asked.page)]
        return _("Where else have you applied?") if more else super().heading()


class CoursePage(Page):
    hint = _("Write the course, or all the subjects.")
    why = _("Some courses need certain grades. We can tell you which.")
    picture = "book"
    course = Line(max_length=200, required=False, label=_("Course, subjects or job")).easily(_("The course or the job"))
    level = OneOf(LEVELS, required=False, label=_("Which level is it?"))

    def heading(self) -> Text:
        return _("What have you applied for at %(place)s?") % {"place": place_of(self.asked)}


class StatePage(Page):
    why = _("So that we can help with what comes next, for example an interview.")
    picture = "steps"
    state = OneOf(STATES, label=_("What has happened?"))
    applied_on = Day(
        required=False,
        past=True,
        said_as=_("Applied on %(day)s"),
        label=_("When did you apply?"),
        help_text=_("If you know it. For example 14 11 2026."),
    )

    def heading(self) -> Text:
        return _("How far is your application to %(place)s?") % {"place": place_of(self.asked)}


class InterviewPage(Page):
    question = _("When is the interview?")
    hint = _("For example 4 12 2026. Leave it empty if you do not know yet.")
    why = _("We can practise with you before it.")
    picture = "calendar"
    interview_on = Day(required=False, label=_("Day of the interview"))


class ConditionsPage(Page):
    question = _("Which grades do they ask for?")
    easy_question = _("What grades do you need?")
    hint = _("Write what the offer says, for example: five GCSEs at grade 5, with maths at 6.")
    easy_hint = _("For example: grade 4 in English.")
    why = _("So that we can plan with you, and have a back-up in case.")
    picture = "offer-if"
    conditions = Line(max_length=300, required=False, label=_("Grades or other conditions"))


class ApplicationsPage(Page):
    """The list of applications, and whether there is one more. Its answer is asked anew each time."""

    question = _("Have you applied anywhere else?")
    picture = "letters"
    above = "answer/above/applications.html"
    more = OneOf((Option("yes", _("Yes, I will add another")), Option("no", _("No, that is all of them"))))

    def prepare(self) -> None:
        self.initial = {}


class ChoicePage(Page):
    """One of the applications, or something else."""

    none: tuple[Option, ...] = ()

    def prepare(self) -> None:
        numbers = applications(self.asked.answers)
        options = [Option(str(number), named(self.asked, number), picture="building") for number in numbers]
        elsewhere = Option(Choice.ELSEWHERE, _("Somewhere I have not applied to yet"), picture="search")
        self.fields[self.asked.page] = OneOf((*options, elsewhere, *self.none))


class FirstChoicePage(ChoicePage):
    question = _("Which is your first choice?")
    easy_question = _("Where do you want to go most?")
    why = _("So that we work for the place that you want most.")
    picture = "star"
    none = (Option(Choice.NOT_SURE, _("I am not sure"), picture="question"),)


class BackupPage(ChoicePage):
    question = _("What is your back-up?")
    easy_question = _("Where will you go if that does not work?")
    hint = _("Where you would go if your first choice does not work out.")
    why = _("Grades and plans can change in summer. A back-up takes the worry out of it.")
    picture = "umbrella"
    none = (
        Option(Choice.NONE, _("I have no back-up yet"), picture="clock"),
        Option(Choice.NOT_SURE, _("I am not sure"), picture="question"),
    )


class FirstPlacePage(PlacePage):
    question = _("Where would you like to go most?")


class BackupPlacePage(PlacePage):
    question = _("Where would your back-up be?")


def place_of(asked: Asked) -> str:
    """The place of the application that a page is about, as far as this visit may see it."""
    return named(asked, application_number(asked.page))


def named(asked: Asked, number: int) -> str:
    told = asked.told(application_page(number)).get("place")
    return str(told) if told else gettext("the place you told us of earlier (%(number)d)") % {"number": number}
