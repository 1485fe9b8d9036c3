"""The way round the house: what is in the navigation, where it leads, who may see it, and which cohort is being looked at.

Pages of every floor stand here by the name of their address alone. What does not exist yet, or is not for this person, is not shown.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from careers.models import Cohort, Membership
from careers.rules.permissions import May

COHORT_KEY = "cohort"


@dataclass(frozen=True, slots=True)
class Item:
    """One page in the navigation. `covers` starts the names of the addresses during which it is marked as the place where you are."""

    name: str
    url_name: str
    may: tuple[May, ...]
    covers: str


@dataclass(frozen=True, slots=True)
class Section:
    """One task. Its first item is the page that the task's own name opens."""

    name: str
    items: tuple[Item, ...]


NAVIGATION: tuple[Section, ...] = (
    Section("Today", (Item("Today", "dashboard", (May.SEE_ALL_STUDENTS, May.SEE_TOTALS), "dashboard"),)),
    Section(
        "Students",
        (
            Item("Cohort board", "students:board", (May.SEE_ALL_STUDENTS, May.SEE_OWN_STUDENTS), "students:"),
            Item("Import students", "students:import", (May.IMPORT_STUDENTS,), "students:import"),
            Item("Contact details", "contacts:missing", (May.KEEP_CONTACT,), "contacts:"),
        ),
    ),
    Section(
        "Surveys",
        (
            Item("Survey centre", "surveys:list", (May.RUN_SURVEYS, May.SEE_DONE), "surveys:"),
            Item("Compare waves", "surveys:compare", (May.READ_ANSWERS,), "surveys:compare"),
            Item("Worries", "worries:list", (May.READ_WORRIES,), "worries:"),
            Item("Asking for help", "help:list", (May.READ_ANSWERS,), "help:"),
            Item("Messages", "messages:list", (May.SEND_MESSAGES,), "messages:"),
        ),
    ),
    Section(
        "Returns",
        (
            Item("Lists received", "returns:list", (May.WORK_RETURNS,), "returns:"),
            Item("Providers", "providers:list", (May.KEEP_PROVIDERS,), "providers:"),
        ),
    ),
    Section("Reports", (Item("Reports", "reports:list", (May.MAKE_REPORTS, May.READ_REPORTS), "reports:"),)),
    Section(
        "Settings",
        (
            Item("Accounts", "accounts:list", (May.KEEP_ACCOUNTS,), "accounts:"),
            Item("Groups", "groups:list", (May.KEEP_CHARACTERISTICS,), "groups:"),
            Item("Messages", "message_settings:show", (May.SEND_MESSAGES,), "message_settings:"),
            Item("Permissions", "permissions:list", (May.KEEP_CONTACT,), "permissions:"),
            Item("The school's past", "history:load", (May.LOAD_HISTORY,), "history:"),
            Item("Who did what", "audit:list", (May.SEE_AUDIT,), "audit:"),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Link:
    """What is shown. `here`: this part of the house is open; `current`: this very page is."""

    name: str
    url: str
    here: bool = False
    current: bool = False
    items: tuple["Link", ...] = ()


def navigation(viewer: Membership | None, page: str = "") -> list[Link]:
    """The links for one person on the page named `page` (an address name such as "students:story")."""
    if viewer is None:
        return []
    nearest = max((item.covers for item in every_item() if page.startswith(item.covers)), key=len, default="")
    return [link for section in NAVIGATION for link in shown(section, viewer, page, nearest)]


def first_page(viewer: Membership | None) -> str | None:
    """The address of the page where this person's work starts, None while there is none."""
    return next((link.url for link in navigation(viewer)), None)


def every_item() -> Iterator[Item]:
    return (item for section in NAVIGATION for item in section.items)


def shown(section: Section, viewer: Membership, page: str, nearest: str) -> Iterator[Link]:
    """A task with its pages; or, where only a later page of it is allowed, that page under its own name."""
    open_to_us = [(item, url) for item in section.items if viewer.may_any(item.may) and (url := address(item.url_name))]
    links = tuple(Link(item.name, url, item.covers == nearest, item.url_name == page) for item, url in open_to_us)
    if len(links) > 1:
        yield Link(section.name, links[0].url, any(link.here for link in links), False, links)
    elif links:
        only = links[0]
        name = section.name if open_to_us[0][0] is section.items[0] else only.name
        yield Link(name, only.url, only.here, only.current)


def task_of(page: str) -> str | None:
    """The address of the first page of the part of the house that the page named `page` belongs to."""
    nearest = max((item for item in every_item() if page.startswith(item.covers)), key=lambda item: len(item.covers), default=None)
    return address(nearest.url_name) if nearest else None


def address(url_name: str) -> str | None:
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return None


def cohorts(request: HttpRequest) -> list[Cohort]:
    """The cohorts someone may look at, latest first: the school's, or a tutor's own. Read once for a request."""
    viewer: Membership | None = getattr(request, "viewer", None)
    if viewer is None:
        return []
    prefetch_related_objects([viewer.school], "cohorts")
    return [cohort for cohort in viewer.school.cohorts.all() if viewer.leaving in (None, cohort.leaving)]


def chosen_cohort(request: HttpRequest) -> Cohort | None:
    """The cohort being looked at: the one in the address (`leaving`), else the one chosen, else the latest that has had its results."""
    every = cohorts(request)
    leaving = leaving_in_address(request)
    if leaving:
        return next((cohort for cohort in every if str(cohort.leaving) == leaving), None)
    chosen = request.session.get(COHORT_KEY)
    return next((cohort for cohort in every if cohort.pk == chosen), None) or usual_cohort(every)


def leaving_in_address(request: HttpRequest) -> str:
    match = request.resolver_match
    return str(match.kwargs.get("leaving", "") if match else "") or request.GET.get("leaving", "")


def usual_cohort(every: list[Cohort]) -> Cohort | None:
    today = timezone.localdate()
    return next((cohort for cohort in every if cohort.results_day <= today), every[-1] if every else None)
