"""A list of our own, saved and chosen again, changes nothing."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from careers.exports import as_csv, as_xlsx
from careers.models import Student
from careers.tests.factories import CohortFactory, StudentFactory, upn
from destinations.resources.long_texts import long_text
from destinations.resources.student_columns import read_students
from destinations.resources.student_parts import parts_of_plan
from destinations.resources.students import plan_import

pytestmark = pytest.mark.django_db
TODAY = date(2025, 9, 8)
FIELDS = {
    "UPN": "upn", "Surname": "surname", "Forename": "forename", "Known as": "known_as", "DOB": "date_of_birth", "Form": "form",
    "Postcode": "postcode",
}  # fmt: skip
FORMS = st.sampled_from(["11A", "=1", "-X", "@11", "'=1", ""])
NAMES = st.from_regex(r"['=+@-]{0,3}[A-Za-zÀ-ÖØ-öø-ž][a-z'é-]{0,8}", fullmatch=True)


def exported(school):
    students = Student.objects.filter(school=school).order_by("pk")
    return [[getattr(student, field) for field in FIELDS.values()] for student in students]


class OwnExports(TestCase):
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.tuples(NAMES, NAMES, NAMES | st.just(""), FORMS), min_size=1, max_size=6))
    def test_every_value_comes_back_unchanged(self, people):
        cohort = CohortFactory(leaving=2025)
        for number, (surname, forename, known_as, form) in enumerate(people):
            names = {"surname": surname, "forename": forename, "known_as": known_as}
            StudentFactory(cohort=cohort, upn=upn(number), form=form, postcode="PR1 1AA", **names)
        rows = exported(cohort.school)
        columns = dict(zip("ABCDEFG", FIELDS.values(), strict=True))
        for data in (as_csv(list(FIELDS), rows), as_xlsx(list(FIELDS), rows, "list")):
            file = read_students(data, "list", cohort.school, today=TODAY, columns=columns)
            plan = plan_import(file, cohort.school, leaving=2025, today=TODAY)
            assert (plan.changed, plan.new, plan.refused) == ((), (), ())
            assert len(plan.same) == len(people)
        text = long_text(as_csv(list(FIELDS), rows), cohort.school, today=TODAY, columns=columns)
        parts = list(parts_of_plan(text, cohort.school, leaving=2025, today=TODAY))
        assert sum(len(part.same) for part in parts) == len(people)
