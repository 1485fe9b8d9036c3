"""A course that is named where only a status is asked: "enrolled on Level 2 Plumbing" (docs/returns.md)."""

import re
from dataclasses import replace

from destinations.rules.courses import level_of, route_of_course
from destinations.rules.rows import ReadRow

ENROLLED_ON = re.compile(
    r"(?:(?:is|was|has|been|now|currently|fully|still|successfully)\s+)*"
    r"(?:enroll?ed|enrolment|started|starting|attending|registered|continuing|present|studying|doing|taking|here|with us)\b[\s:,–—-]*"
    r"(?:with us\s+)?(?:(?:on to|onto|on|in|to do|to study|studying|doing|for)\s+)?"
    r"(?:(?:a(?!\s+levels?\b)|an|the|our|their|his|her)\s+)?(?P<course>\S.*)",
    re.I,
)
AFTER_IT = re.compile(r"\s*(?:[;.(]\s|\s\(|\b(?:but|then|however|until|since|from|starting|started|now|on \d)\b).*", re.I | re.S)


def with_course_in_status(read: ReadRow) -> ReadRow:
    """The same row, with the course that its status names. Where it has a course of its own, or the words tell neither route nor level,
    the row as it is."""
    if read.text("course") or not (found := ENROLLED_ON.fullmatch(read.text("status").strip())):
        return read
    course = AFTER_IT.sub("", found["course"]).strip(" ,.;-–—")
    if not course or not (route_of_course(course) or level_of("", course)):
        return read
    return replace(read, texts={**read.texts, "course": course})
