"""What one student answered, for staff who may read answers."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from careers.guards import StaffRequest, needs
from careers.models import Student
from careers.rules.permissions import May
from surveys.told import told_by


@needs(May.READ_ANSWERS)
@require_safe
def student(request: StaffRequest, pk: int) -> HttpResponse:
    student = get_object_or_404(Student.objects.visible_to(request.viewer).select_related("cohort"), pk=pk)
    surveys = told_by(student, request.viewer)
    began = f"{student.name} has begun {len(surveys)} survey{'' if len(surveys) == 1 else 's'}."
    context = {
        "heading": "Answers to surveys",
        "crumbs": [
            ("Cohort board", f"{reverse('students:board')}?leaving={student.cohort.leaving}"),
            (student.name, reverse("students:story", args=[pk])),
        ],
        "student": student,
        "surveys": surveys,
        "answer": began if surveys else f"{student.name} has not begun any survey yet.",
    }
    return render(request, "answers/student.html", context)
