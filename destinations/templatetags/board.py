from typing import Any

from django import template

register = template.Library()


@register.filter
def at(answers: dict[str, Any], checkpoint: str) -> Any:
    """`{{ student.answers|at:stage }}`: the answer at one checkpoint, or nothing."""
    return answers.get(checkpoint)
