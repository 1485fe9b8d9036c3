"""Two waves compared: who changed from what to what. For those who may read answers, of their own students."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from careers.actions import audit
from careers.exports import download
from careers.guards import StaffRequest, needs
from careers.models import Student
from careers.rules.permissions import May
from destinations.charts.chart import Source
from surveys.charts.flow import flow_chart
from surveys.compared import comparison_of, students_in
from surveys.forms.asking import CompareForm
from surveys.models import Wave
from surveys.rules.comparison import Comparison, Flow, in_words
from surveys.views.centre import CENTRE

EXPORTED = ("Surname", "Forename", "Known as", "Form", "First wave", "Second wave")


@dataclass(frozen=True, slots=True)
class Changed:
    student: Student
    flow: Flow


def pair_asked(request: StaffRequest) -> tuple[CompareForm, tuple[Wave, Wave] | None]:
    """The two waves in the address; without any, the two latest of the cohort that was asked last."""
    waves = Wave.objects.visible_to(request.viewer).exclude(opened_at=None).select_related("cohort__school").order_by("-opens_on", "-id")
    data = request.GET if "before" in request.GET else usual_pair(list(waves[:40]))
    form = CompareForm(data, waves=waves)
    if not data or not form.is_valid():
        return form, None
    one, other = form.cleaned_data["before"], form.cleaned_data["after"]
    if one.cohort_id != other.cohort_id or one.pk == other.pk:
        form.add_error("after", "Choose two different waves of one cohort.")
        return form, None
    return form, (one, other)


def usual_pair(waves: list[Wave]) -> dict[str, int]:
    for after in waves:
        before = next((wave for wave in waves if wave.cohort_id == after.cohort_id and wave.opens_on < after.opens_on), None)
        if before:
            return {"before": before.pk, "after": after.pk}
    return {}


@needs(May.READ_ANSWERS)
@require_safe
def compare(request: StaffRequest) -> HttpResponse:
    form, pair = pair_asked(request)
    context = {"heading": "Compare two waves", "crumbs": [CENTRE], "form": form, "pair": pair}
    if pair is None:
        return render(request, "surveys/compare.html", context)
    found = comparison_of(request.viewer, *pair)
    wanted = request.GET.get("flow", "")
    flows = [flow for flow in found.flows if key_of(flow) == wanted] if wanted else [flow for flow in found.flows if flow.changed]
    context |= {
        "answer": in_words(found),
        "found": found,
        "chart": chart_of(found, pair),
        "wanted": flows[0] if wanted and flows else None,
        "changed": changed_in(request, flows),
        "address": urlencode({"before": pair[0].pk, "after": pair[1].pk}),
    }
    return render(request, "surveys/compare.html", context)


def changed_in(request: StaffRequest, flows: list[Flow]) -> list[Changed]:
    students = students_in(request.viewer, [student for flow in flows for student in flow.students])
    rows = [Changed(students[student], flow) for flow in flows for student in flow.students if student in students]
    return sorted(rows, key=lambda row: (row.student.surname, row.student.forename, row.student.pk))


def chart_of(found: Comparison, pair: tuple[Wave, Wave]):
    source = Source(f"{found.n} asked in both waves, {found.answered_both} answered both", timezone.localdate(), "what students last said")
    names = (pair[0].name, pair[1].name)
    title = f"From {names[0]} to {names[1]}"
    return flow_chart(found, names=names, key="flow", title=title, sentence=in_words(found), source=source, behind=behind(pair))


def behind(pair: tuple[Wave, Wave]) -> Callable[[Flow], str]:
    page = reverse("surveys:compare")
    waves = {"before": str(pair[0].pk), "after": str(pair[1].pk)}
    return lambda flow: f"{page}?{urlencode(waves | {'flow': key_of(flow)})}#who"


def key_of(flow: Flow) -> str:
    return f"{flow.before}-{flow.after}"


@needs(May.EXPORT)
@require_safe
def export(request: StaffRequest) -> HttpResponse:
    """Who changed, as a file, without the students whom a safety mark keeps off every file."""
    _, pair = pair_asked(request)
    if pair is None or not request.viewer.may(May.READ_ANSWERS):
        return redirect("surveys:compare")
    flows = [flow for flow in comparison_of(request.viewer, *pair).flows if flow.changed]
    rows = changed_in(request, flows)
    given = [row for row in rows if row.student.may_leave_the_school]
    counts = {"students": len(given), "held_back": len(rows) - len(given), "waves": [wave.pk for wave in pair]}
    audit.record(school=pair[0].cohort.school, by=request.user, verb="exported who changed their plan", subject=pair[1], **counts)
    name = f"changed-{pair[0].pk}-{pair[1].pk}"
    return download(name, request.GET.get("format", "xlsx"), EXPORTED, map(as_row, given))


def as_row(row: Changed) -> list[str]:
    who = row.student
    return [who.surname, who.forename, who.known_as, who.form, row.flow.before.label, row.flow.after.label]
