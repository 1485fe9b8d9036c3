"""The survey that Year 11 is being asked now: opened two weeks ago, answered by most of the forms that had their form time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from django.utils import timezone

from careers.actions import help_requests
from careers.models import HelpRequest, Student, User
from config.demo import answers as telling
from config.demo.calendar import at, name_of, wave_now, weekday_after
from config.demo.fates import Fate
from config.demo.post import Post
from surveys.actions import hearing, waves, worries
from surveys.models import Invitation, PageAnswer, Response, Wave, Worry
from surveys.rules.audience import Audience
from surveys.rules.plans import usual_plan
from surveys.rules.routes import ROUTES
from surveys.rules.surveys import FIRST

# Of a hundred in each form, how many have finished; and on which school day of the wave the form had its form time.
FORM_TIME = {"11A": (22, None), "11B": (94, 1), "11C": (88, 1), "11D": (84, 2), "11E": (76, 6), "11F": (44, None), "11G": (36, None)}
STARTED, OPENED = 8, 9  # of a hundred, of the others
WORRIES = (
    "My mum is not well and I do not know whether I can go to a college that is far away. I have not told anyone at school yet.",
    "I keep panicking about the mocks and cannot sleep. Please do not tell my form.",
)
SEEN_TO = ("Careers interview this week; applying to a second college.", "Spoke to them at lunch: bus pass form given.")


@dataclass(slots=True)
class Visit:
    """How far one student has come, and when they began."""

    invitation: Invitation
    fate: Fate
    far: str
    at: datetime
    worry: str = ""


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks one cohort, as on one day."""

    rng: Random
    places: Mapping[str, tuple[int, str]]
    by: User
    today: date
    start: int

    def ask(self, students: Sequence[Student], drawn: Sequence[Fate]) -> Wave:
        opens, closes = wave_now(self.today, self.start)
        wave = waves.make(
            cohort=students[0].cohort, survey=FIRST.key, name=name_of(opens), opens_on=opens, closes_on=closes, audience=Audience(),
            plan=usual_plan(), by=self.by,
        )  # fmt: skip
        waves.open_wave(wave=wave, by=self.by)
        began = min(at(opens, 8), timezone.now())
        Wave.objects.filter(pk=wave.pk).update(opened_at=began, made_at=began)
        Invitation.objects.filter(wave=wave).update(invited_at=began)
        fates = {student.pk: fate for student, fate in zip(students, drawn, strict=True)}
        asked = list(wave.invitations.select_related("student__school", "student__cohort", "wave__cohort__school").order_by("student_id"))
        visits = [visit for one in asked if (visit := self.visit(one, fates[one.student_id], opens))]
        self.tell_worries(visits)
        self.answer(visits)
        Post(self.rng, wave, self.by, timezone.now()).send()
        self.see_to(students[0])
        return wave

    def visit(self, invitation: Invitation, fate: Fate, opens: date) -> Visit | None:
        """None for somebody who has not looked at all."""
        share, form_time = FORM_TIME.get(invitation.student.form, (50, None))
        drawn = self.rng.random() * 100
        if drawn >= share + STARTED + OPENED:
            return None
        far = "finished" if drawn < share else "started" if drawn < share + STARTED else "opened"
        day = weekday_after(opens, form_time) if form_time else opens + timedelta(days=self.rng.randrange(16))
        minutes = self.rng.randrange(14 if form_time else 290)
        when = at(day, 8 if form_time else 16) + timedelta(minutes=50 + minutes, seconds=self.rng.randrange(60))
        return Visit(invitation, fate, far, min(when, timezone.now() - timedelta(minutes=20 + self.rng.randrange(400))))

    def tell_worries(self, visits: Sequence[Visit]) -> None:
        """One was told in form time and has been read, one came this morning."""
        finished = [visit for visit in visits if visit.far == "finished"]
        for visit, words in zip((finished[len(finished) // 3 :] or finished)[:1] + finished[-1:], WORRIES, strict=False):
            visit.worry = words
        if len(finished) > 1:
            finished[-1].at = timezone.now() - timedelta(hours=3)

    def answer(self, visits: Sequence[Visit]) -> None:
        """Responses and their pages in bulk; what they mean is carried out as it always is."""
        told = [(visit, self.pages_of(visit)) for visit in visits]
        responses = [self.response(visit, len(pages)) for visit, pages in told if pages]
        Response.objects.bulk_create(responses)
        by_invitation = {response.invitation_id: response for response in responses}
        PageAnswer.objects.bulk_create(
            [
                page
                for visit, pages in told
                if pages
                for page in saved(by_invitation[visit.invitation.pk], pages, visit.at, f"{self.rng.getrandbits(128):032x}")
            ],
            batch_size=1_000,
        )
        for visit, pages in told:
            self.mark(visit, by_invitation.get(visit.invitation.pk))
            if visit.far == "finished":
                response = by_invitation[visit.invitation.pk]
                hearing.carry_out(response, ROUTES[FIRST.key].hear(pages), response.saved_at)
        for worry in Worry.objects.filter(response__in=responses, words=WORRIES[0]).select_related("student__school"):
            worries.read(worry=worry, by=self.by)
            Worry.objects.filter(pk=worry.pk).update(read_at=min(worry.said_at + timedelta(hours=2), timezone.now()))

    def pages_of(self, visit: Visit) -> telling.Answers:
        who = telling.Student(self.rng, visit.fate, self.places, timezone.localdate(visit.at))
        return {"finished": lambda: who.answers(visit.worry), "started": lambda: who.some(self.rng.randrange(1, 4)), "opened": dict}[
            visit.far
        ]()

    def response(self, visit: Visit, pages: int) -> Response:
        end = visit.at + timedelta(seconds=16 * pages)
        done = end if visit.far == "finished" else None
        return Response(invitation=visit.invitation, started_at=visit.at, saved_at=end, finished_at=done, heard_at=done)

    def mark(self, visit: Visit, response: Response | None) -> None:
        """On the invitation, as answering does."""
        one = visit.invitation
        one.opened_at, one.started_at = visit.at, response.started_at if response else None
        one.finished_at = response.finished_at if response else None
        one.save(update_fields=["opened_at", "started_at", "finished_at"])

    def see_to(self, anybody: Student) -> None:
        """Two requests for help were seen to."""
        waiting = HelpRequest.objects.open().filter(student__cohort=anybody.cohort).select_related("student__school")
        for request, why in zip(waiting.order_by("asked_at", "pk")[:2], SEEN_TO, strict=False):
            help_requests.close(request=request, by=self.by, why=why)


def saved(response: Response, pages: telling.Answers, began: datetime, visit: str) -> list[PageAnswer]:
    return [
        PageAnswer(response=response, page=page, values=values, saved_at=began + timedelta(seconds=16 * number), visit=visit)
        for number, (page, values) in enumerate(pages.items(), start=1)
    ]
