"""Whom the rows of a school's past are about: its students, and those who left before it kept a register here."""

from collections import defaultdict

from careers.models import Characteristic, Cohort, Student
from destinations.rules.history import Person, RowRefused, name_key

NUMBERS = {"upn": "UPN", "uln": "ULN", "admission_number": "admission number"}


class Register:
    """The school's students, found by number or by name and date of birth. What is added stays unsaved until the plan is carried out."""

    def __init__(self, cohort: Cohort) -> None:
        self.cohort = cohort
        self.added: list[Student] = []
        self.characteristics: list[Characteristic] = []
        self.rows: dict[int, int] = {}  # id of a Student object → the row about it; those not saved have no key of their own
        self.numbers: dict[tuple[str, str], Student] = {}
        self.names: defaultdict[tuple, list[Student]] = defaultdict(list)
        for student in Student.objects.filter(school=cohort.school).select_related("cohort"):
            self.index(student)
        having = Characteristic.objects.filter(student__cohort=cohort.pk) if cohort.pk else Characteristic.objects.none()
        self.having = set(having.values_list("student_id", "kind"))

    def index(self, student: Student) -> None:
        for name in NUMBERS:
            if number := getattr(student, name):
                self.numbers[name, number] = student
        self.names[name_key(student.surname, student.forename), student.date_of_birth].append(student)

    def find(self, person: Person) -> Student | None:
        """The student a row is about, None for a new one. Raises RowRefused where it cannot be told or is not of this cohort."""
        student = self.by_number(person) or self.by_name(person)
        if student is None:
            if not (person.surname and person.forename):
                raise RowRefused("surname", "This student is not in the register, so the row needs surname and forename.")
            return None
        if student.cohort.leaving != self.cohort.leaving:
            raise RowRefused("upn", f"This student is one of the {student.cohort}; the file is being loaded for {self.cohort}.")
        if is_somebody_else(student, person):
            raise RowRefused("upn", "In the register this number belongs to a student with another name and date of birth.")
        if id(student) in self.rows:
            raise RowRefused("upn", f"Row {self.rows[id(student)]} is already about this student.")
        return student

    def by_number(self, person: Person) -> Student | None:
        found = {name: self.numbers.get((name, number)) for name in NUMBERS if (number := getattr(person, name))}
        students = {id(student): student for student in found.values() if student is not None}
        if len(students) > 1:
            raise RowRefused("uln", "The numbers of this row belong to two different students in the register.")
        student = next(iter(students.values()), None)
        if student and person.upn and student.upn and person.upn != student.upn:
            raise RowRefused("upn", "In the register this student has another UPN.")
        return student

    def by_name(self, person: Person) -> Student | None:
        """The one student of this name and birth date, unless another number says that it is somebody else."""
        alike = self.names.get((person.name_key, person.date_of_birth), []) if person.date_of_birth else []
        if any(person.upn and student.upn and student.pk for student in alike):
            raise RowRefused("upn", "A student of this name and date of birth has another UPN in the register.")
        alike = [student for student in alike if not (person.upn and student.upn)]  # two numbers in one file are two people
        if len(alike) > 1:
            raise RowRefused("surname", "Several students have this name and date of birth. Give the UPN.")
        return alike[0] if alike else None

    def keep(self, person: Person, student: Student | None, row: int) -> Student:
        """The student, made from the row when new, with the characteristics the row adds to what is recorded."""
        if student is None:
            student = Student(school=self.cohort.school, cohort=self.cohort, **as_fields(person))
            self.added.append(student)
            self.index(student)
        self.rows[id(student)] = row
        for kind in person.characteristics:
            if (student.pk, kind) not in self.having:
                self.characteristics.append(Characteristic(student=student, kind=kind))
        return student


def as_fields(person: Person) -> dict:
    names = (*NUMBERS, "surname", "forename", "middle_names", "known_as", "date_of_birth", "sex", "form")
    return {name: getattr(person, name) for name in names}


def is_somebody_else(student: Student, person: Person) -> bool:
    """Name and birth date both different: the number is likely another student's (docs/matching.md)."""
    if not (person.surname and person.forename and person.date_of_birth and student.date_of_birth):
        return False
    forenames = {student.forename, student.known_as or student.forename}
    surnames = {student.surname, student.preferred_surname or student.surname, student.former_surname or student.surname}
    names = {name_key(surname, forename) for surname in surnames for forename in forenames}
    return person.name_key not in names and person.date_of_birth != student.date_of_birth
