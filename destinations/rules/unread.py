"""What a row left unsaid or unclear, in words for a person: its column, the value and why."""

from destinations.rules.rows import Columns, Problem, ReadRow


def unread(row: ReadRow, columns: Columns, name: str) -> Problem:
    text = row.text(name)
    return Problem(columns.called(name), text, f"“{text}” does not say whether the student is there, left or never came.")


def unmarked(row: ReadRow) -> Problem:
    named = ", ".join(f"“{heading}”" for heading in row.marks_asked)
    return Problem(row.marks_asked[0], "", f"None of {named} is ticked, so the row does not say where the student is.")


def of_an_application(row: ReadRow, columns: Columns) -> Problem:
    text = row.text("status")
    return Problem(columns.called("status"), text, f"“{text}” speaks of an application, not of a place taken up.")


def untold(row: ReadRow, columns: Columns) -> Problem:
    name = "activity_words" if columns.has("activity_words") else "provider" if columns.has("provider") else "course"
    message = "The student is there, but neither the row nor the type of provider says what they do. Give the provider a type."
    return Problem(columns.called(name), row.text(name), message)
