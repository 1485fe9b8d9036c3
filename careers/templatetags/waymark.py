"""What templates ask for: the navigation, the cohort, and the small pieces that every page writes the same way."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context
from django.utils import timezone

from careers import navigation as way
from careers.forms.search import SearchForm
from careers.models import Cohort
from careers.rules.percentages import percent
from careers.rules.permissions import May

register = template.Library()

COHORT_PAGES = tuple(set(May) - {May.READ_REPORTS, May.KEEP_ACCOUNTS, May.SEE_AUDIT, May.KEEP_PROVIDERS})


@register.simple_tag(takes_context=True)
def navigation(context: Context) -> list[way.Link]:
    """`{% navigation as nav_sections %}`: the links for the person who is reading."""
    request: HttpRequest | None = context.get("request")
    match = getattr(request, "resolver_match", None)
    return way.navigation(getattr(request, "viewer", None), match.view_name if match else "")


@dataclass(frozen=True, slots=True)
class CohortChoice:
    all: list[Cohort]
    chosen: Cohort | None


@register.simple_tag(takes_context=True)
def cohorts(context: Context) -> CohortChoice:
    """`{% cohorts as choice %}`: `choice.all` and `choice.chosen`; empty for someone whose pages know no cohort.

    On a page about one `student`, one `return` or one `wave` the cohort is theirs.
    """
    request: HttpRequest | None = context.get("request")
    viewer = getattr(request, "viewer", None)
    if request is None or viewer is None or not viewer.may_any(COHORT_PAGES):
        return CohortChoice([], None)
    every = way.cohorts(request)
    about = context.get("student") or context.get("return") or context.get("wave")
    shown = next((cohort for cohort in every if cohort.pk == getattr(about, "cohort_id", None)), None)
    return CohortChoice(every, shown or way.chosen_cohort(request))


@register.filter
def year_group(cohort: Cohort) -> str:
    """ "Year 12 now": the year group of a cohort's students today."""
    year = cohort.year_group(timezone.localdate())
    return f"Year {year} now" if year <= 14 else "Past Year 14"


@dataclass(frozen=True, slots=True)
class Chip:
    words: str
    shape: str
    meaning: str


CHIPS = {
    "verified": Chip("Verified", "tick", "good"),
    "provisional": Chip("Provisional", "half", "plain"),
    "conflicting": Chip("Conflicting", "bang", "care"),
    "unknown": Chip("Not known", "ring", "quiet"),
    "settled": Chip("Settled", "pin", "good"),
    "excluded": Chip("Not counted", "minus", "quiet"),
    "certain": Chip("Certain", "tick", "good"),
    "check": Chip("To check", "bang", "care"),
    "not_ours": Chip("Not ours", "minus", "quiet"),
    "not_a_student": Chip("Not a student", "minus", "quiet"),
    "done": Chip("Done", "tick", "good"),
    "waiting": Chip("Waiting", "half", "plain"),
    "not_done": Chip("Not done", "ring", "quiet"),
    "working": Chip("Working", "half", "plain"),
    "failed": Chip("Failed", "bang", "bad"),
    "undone": Chip("Undone", "minus", "quiet"),
}


@register.inclusion_tag("parts/chip.html")
def status(key: str, words: str = "") -> dict[str, Any]:
    """`{% status student.status %}`: the same word, shape and colour for a state everywhere. `words` replaces the usual word."""
    chip = CHIPS.get(str(key), Chip(str(key).replace("_", " ").capitalize(), "ring", "quiet"))
    return {"words": words or chip.words, "shape": chip.shape, "meaning": chip.meaning}


@register.filter
def share(part: int, whole: int) -> str:
    """`{{ known|share:n }}` → "92%"."""
    return percent(part, whole)


@register.inclusion_tag("parts/known.html")
def known_rate(known: int, n: int, url: str = "") -> dict[str, Any]:
    """`{% known_rate known n url %}`: "183 of 200 known (92%)" with a bar; `url` opens those who are not known."""
    return {"known": known, "n": n, "unknown": n - known, "url": url, "width": round(100 * known / n, 2) if n else 0}


@register.inclusion_tag("parts/sort_heading.html", takes_context=True)
def sort_heading(context: Context, key: str, words: str, kind: str = "") -> dict[str, Any]:
    """`{% sort_heading "surname" "Student" %}`: a column heading that sorts, by `?sort=key` or `?sort=-key`. `kind` "num" aligns right."""
    request: HttpRequest = context["request"]
    asked = request.GET.get("sort", context.get("sort", ""))
    now = "ascending" if asked == key else "descending" if asked == f"-{key}" else ""
    query = request.GET.copy()
    query["sort"] = f"-{key}" if now == "ascending" else key
    query.pop("page", None)
    return {"words": words, "kind": kind, "now": now, "query": query.urlencode()}


@register.inclusion_tag("parts/search_field.html")
def search_field(field_id: str, label: str, placeholder: str, value: str = "") -> dict[str, Any]:
    """`{% search_field "find" "Find a student" "Find a student" %}`: the box of a search form, its label for those who hear it."""
    return {"form": SearchForm(label=label, placeholder=placeholder, field_id=field_id, value=value)}
