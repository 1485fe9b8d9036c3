"""The first survey: what somebody wants to do after Year 11."""

from django.utils.translation import gettext_lazy as _

from surveys.questions.fields import Line, OneOf, Option, Tick
from surveys.questions.jobs import JOBS
from surveys.questions.page import Page
from surveys.rules.first_survey import Applied, Looking, Plan, Sure

PLANS = (
    Option(Plan.A_LEVEL, _("A levels"), _("At a sixth form or a college"), picture="book"),
    Option(Plan.T_LEVEL, _("A T Level"), _("Two years at college, with a long work placement"), picture="cog"),
    Option(
        Plan.VOCATIONAL,
        _("A vocational course"),
        _("For example a BTEC or a diploma"),
        _("A course for a kind of job, like a BTEC"),
        "tools",
    ),
    Option(Plan.MIXED, _("A levels together with a vocational course"), picture="book-cog"),
    Option(Plan.APPRENTICESHIP, _("An apprenticeship"), _("A job with training: you are paid and learn"), picture="apprentice"),
    Option(Plan.JOB, _("A job with training"), picture="bag"),
    Option(Plan.SUPPORTED, _("A supported internship or a specialist college"), picture="hands"),
    Option(Plan.OTHER, _("Something else"), picture="star"),
    Option(Plan.DO_NOT_KNOW, _("I do not know yet"), _("That is fine. We can help you find out."), picture="question"),
)


class PlanPage(Page):
    question = _("What do you want to do after Year 11?")
    hint = _("Choose what you want most at the moment. You can change it later.")
    easy_hint = _("Choose one. You can change it later.")
    why = _("So that careers staff can help you get there, and can help those who need ideas.")
    picture = "signpost"
    plan = OneOf(PLANS, required_words=_("Choose what you want to do. If you do not know yet, choose that."))


class PlanOtherPage(Page):
    question = _("What else would you like to do?")
    easy_question = _("What would you like to do?")
    hint = _("Use your own words.")
    why = _("So that we understand your plan and can find out about it with you.")
    picture = "star"

    def prepare(self) -> None:
        self.fields["plan-other"] = Line(max_length=200, required_words=_("Write a few words about what you would like to do."))


class SurePage(Page):
    question = _("How sure are you?")
    why = _("Somebody who is not sure may like to visit places or talk it over. We will offer that first.")
    picture = "gauge"
    sure = OneOf(
        (
            Option(Sure.VERY, _("Very sure"), picture="gauge-4"),
            Option(Sure.QUITE, _("Quite sure"), picture="gauge-3"),
            Option(Sure.NOT_VERY, _("Not very sure"), picture="gauge-2"),
            Option(Sure.NO_IDEA, _("I have no idea"), easy=_("Not sure at all"), picture="gauge-1"),
        )
    )


class InterestPage(Page):
    question = _("What job or kind of work interests you?")
    easy_question = _("What job would you like?")
    hint = _("Start typing and choose from the list, or write your own.")
    easy_hint = _("Write a job. You can also say that you are not sure.")
    why = _("So that we can tell you about visits, placements and people that fit.")
    picture = "bag"
    or_tick = True
    interest = Line(max_length=100, required=False, label=_("Job or kind of work")).easily(_("A job"))
    not_sure = Tick(label=_("I am not sure"))

    def prepare(self) -> None:
        self.suggest("interest", JOBS)

    def clean(self) -> None:
        if not self.errors and not self.cleaned_data.get("interest") and not self.cleaned_data.get("not_sure"):
            self.add_error("interest", _("Write a job or kind of work, or tick that you are not sure."))


class AppliedPage(Page):
    question = _("Have you applied anywhere?")
    easy_question = _("Have you sent a form to a college or an employer?")
    hint = _("To a sixth form, a college, an employer or anywhere else.")
    easy_hint = _("Applying means asking for a place.")
    why = _("Places fill up. We want to help before a closing date has passed.")
    picture = "letter"
    applied = OneOf(
        (
            Option(Applied.YES, _("Yes"), _("To one place or to several"), picture="tick"),
            Option(Applied.STARTED, _("I have started a form but not sent it"), picture="pencil"),
            Option(Applied.NOT_YET, _("Not yet"), picture="clock"),
            Option(Applied.NEED_HELP, _("I need help to apply"), picture="hands"),
        )
    )


class LookingPage(Page):
    question = _("How far are you with finding an apprenticeship?")
    easy_question = _("Have you found an apprenticeship?")
    why = _("Apprenticeships are found like jobs, at any time of the year. We can look with you.")
    picture = "apprentice"

    def prepare(self) -> None:
        self.fields["apprenticeship"] = OneOf(
            (
                Option(Looking.FOUND, _("I have found one"), picture="tick"),
                Option(Looking.APPLIED, _("I have applied to employers"), picture="letter"),
                Option(Looking.LOOKING, _("I am looking"), picture="search"),
                Option(Looking.NEED_HELP, _("I need help to find one"), picture="hands"),
            )
        )
