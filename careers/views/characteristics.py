"""The groups that figures are broken down by: every school's, and the school's own."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST

from careers.actions import characteristics as actions
from careers.forms.characteristics import NameForm
from careers.guards import StaffRequest, needs
from careers.models import Characteristic, OwnCharacteristic, Student, StudentQuerySet
from careers.navigation import chosen_cohort
from careers.rules.groups import STANDARD
from careers.rules.permissions import May

HEADING = "Groups"


@needs(May.KEEP_CHARACTERISTICS)
@require_http_methods(["GET", "HEAD", "POST"])
def groups(request: StaffRequest) -> HttpResponse:
    """Every group with how many students are in it. A POST names one more."""
    form = NameForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            added = actions.add_characteristic(school=request.viewer.school, name=form.cleaned_data["name"], by=request.user)
        except ValidationError as problem:
            form.refuse(problem)
        else:
            messages.success(request, f"{added.name} is a group now. Tick who is in it.")
            return redirect("groups:detail", added.pk)
    numbers = numbers_of(request)
    own = [(group, *numbers.get(group.key, (0, 0))) for group in own_groups(request)]
    standard = [(kind, *numbers.get(kind.key, (0, 0))) for kind in STANDARD]
    context = {"heading": HEADING, "form": form, "own": own, "standard": standard, "number": len(own) + len(standard)}
    return render(request, "groups/list.html", context)


def own_groups(request: StaffRequest):
    return OwnCharacteristic.objects.filter(school=request.viewer.school)


def numbers_of(request: StaffRequest) -> dict[str, tuple[int, int]]:
    """(now, now or ever) of each group in the cohort being looked at. One query."""
    theirs = Characteristic.objects.filter(student__in=Student.objects.visible_to(request.viewer).filter(cohort=chosen_cohort(request)))
    counted = (
        theirs.order_by()
        .values("kind")
        .annotate(now=Count("student", distinct=True, filter=Q(until=None)), ever=Count("student", distinct=True))
    )
    return {row["kind"]: (row["now"], row["ever"]) for row in counted}


@needs(May.KEEP_CHARACTERISTICS)
@require_http_methods(["GET", "HEAD", "POST"])
def detail(request: StaffRequest, pk: int) -> HttpResponse:
    """Who is in a group of the school's own, form by form. A POST says who is."""
    group = get_object_or_404(own_groups(request), pk=pk)
    students = students_shown(request)
    if request.method == "POST":
        return give(request, group, students)
    holders = Characteristic.objects.filter(kind=group.key, until=None, student__in=students).values_list("student", "since")
    since = dict(holders)
    every = Student.objects.visible_to(request.viewer).filter(cohort=chosen_cohort(request))
    context = {
        "heading": group.name,
        "crumbs": [(HEADING, reverse("groups:list"))],
        "group": group,
        "rows": [(student, student.pk in since, since.get(student.pk)) for student in students],
        "tabs": form_tabs(request, every),
        "form_shown": request.GET.get("form", ""),
        "having": len(since),
        "in_use": Characteristic.objects.filter(student__school=group.school, kind=group.key).exists(),
        "name_form": NameForm(initial={"name": group.name}),
        "cohort": chosen_cohort(request),
    }
    return render(request, "groups/detail.html", context)


def form_tabs(request: StaffRequest, students: StudentQuerySet) -> list[dict[str, object]]:
    """Everybody, and each form with its size."""
    asked = request.GET.get("form", "")
    forms = list(students.order_by("form").values_list("form").annotate(Count("pk")))
    named = [(form, number, f"?{urlencode({'form': form})}") for form, number in forms if form]
    every = ("All forms", sum(number for _, number in forms), "?")
    return [
        {"words": words, "count": n, "url": url, "current": asked == ("" if url == "?" else words)} for words, n, url in (every, *named)
    ]


def students_shown(request: StaffRequest) -> StudentQuerySet:
    """The students of the cohort being looked at, of one form where the address names it."""
    students = Student.objects.visible_to(request.viewer).filter(cohort=chosen_cohort(request))
    asked = request.GET.get("form", "")
    return students.filter(form=asked) if asked else students


def give(request: StaffRequest, group: OwnCharacteristic, students: StudentQuerySet) -> HttpResponse:
    """Only the students that were on the page are changed: one who came meanwhile was not looked at."""
    among = students.filter(pk__in=numbers_in(request, "shown")).values_list("pk", flat=True)
    given = actions.give_characteristic(characteristic=group, among=list(among), to=numbers_in(request, "student"), by=request.user)
    messages.success(
        request, f"{given.begun} added to {group.name}, {given.ended} taken out." if given != actions.Given(0, 0) else "Nothing changed."
    )
    return redirect(request.get_full_path())


def numbers_in(request: StaffRequest, name: str) -> list[int]:
    return [int(value) for value in request.POST.getlist(name) if value.isdecimal() and len(value) < 19]


@needs(May.KEEP_CHARACTERISTICS)
@require_POST
def rename(request: StaffRequest, pk: int) -> HttpResponse:
    group = get_object_or_404(own_groups(request), pk=pk)
    form = NameForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Give it a name.")
    else:
        try:
            actions.rename_characteristic(characteristic=group, name=form.cleaned_data["name"], by=request.user)
        except ValidationError as problem:
            messages.error(request, " ".join(problem.messages))
        else:
            messages.success(request, f"It is called {group.name} now.")
    return redirect("groups:detail", pk)


@needs(May.KEEP_CHARACTERISTICS)
@require_POST
def remove(request: StaffRequest, pk: int) -> HttpResponse:
    group = get_object_or_404(own_groups(request), pk=pk)
    try:
        actions.remove_characteristic(characteristic=group, by=request.user)
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
        return redirect("groups:detail", pk)
    messages.success(request, f"{group.name} is removed.")
    return redirect("groups:list")
