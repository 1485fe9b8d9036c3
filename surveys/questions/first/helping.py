"""The first survey: what would help, what worries, and whether to meet."""

from django.utils.translation import gettext_lazy as _

from surveys.questions.fields import ManyOf, OneOf, Option, Text, Words
from surveys.questions.page import Page
from surveys.rules.first_survey import PLAN, Help, Meeting, Plan, said

HELPS = (
    Option(Help.INTERVIEW, _("A careers interview"), _("A talk about what would suit you"), picture="talk"),
    Option(Help.OPEN_DAYS, _("Open days and visits"), picture="building"),
    Option(Help.APPLICATIONS, _("Help with applications"), picture="letter"),
    Option(Help.PRACTICE, _("Practising for an interview"), picture="people"),
    Option(Help.TRAVEL, _("How to get there"), picture="bus"),
    Option(Help.MONEY, _("Money and bursaries"), picture="coin"),
    Option(Help.SUPPORT, _("Support with learning"), picture="hands"),
    Option(Help.ENGLISH_MATHS, _("English and maths"), picture="book"),
    Option(Help.SOMEONE, _("Someone to talk to"), picture="people"),
)


class HelpPage(Page):
    question = _("What would help you?")
    hint = _("Tick all that would. If nothing would, just continue.")
    easy_hint = _("You can tick more than one.")
    why = _("So that we offer what you need and not what you do not.")
    picture = "hands"
    help = ManyOf(HELPS)


class WorryPage(Page):
    question = _("Is anything worrying you?")
    easy_question = _("Do you have a worry?")
    hint = _(
        "You do not have to write anything. The careers staff and the safeguarding lead of your school can read it as soon as you continue."
    )
    easy_hint = _("You do not have to write. Careers staff and the safeguarding lead can read it.")
    why = _("A worry about travel, money, home or friends can stand in the way of a plan. Often somebody can help.")
    picture = "cloud"
    private = True
    below = "answer/below/worry.html"
    worry = Words(max_length=4000, required=False)


class MeetingPage(Page):
    question = _("Would you like to meet a careers adviser?")
    easy_question = _("Do you want to meet a careers adviser?")
    why = _("It is a talk in school, just with you. It takes about half an hour.")
    picture = "calendar"
    meeting = OneOf(
        (
            Option(Meeting.SOON, _("Yes, soon"), picture="tick"),
            Option(Meeting.LATER, _("Yes, later this year"), picture="clock"),
            Option(Meeting.NO, _("No, thank you"), picture="closed"),
        ),
        required_words=_("Choose whether you would like to meet."),
    )

    def hint_shown(self) -> Text:
        if said(self.asked.answers, PLAN) == Plan.DO_NOT_KNOW:
            return _("Many people do not know yet. An adviser shows you what there is, and you decide.")
        return super().hint_shown()
