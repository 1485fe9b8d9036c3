"""The outbox: what waits, what went, what wants a decision, what would go out and when."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Min
from django.db.models.functions import TruncHour
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from careers import message_standing, outbox
from careers.actions import message_decisions
from careers.forms.messages import OutboxFilterForm
from careers.guards import StaffRequest, needs
from careers.mail import where_it_goes
from careers.message_tasks import send_soon
from careers.models import Message, Student
from careers.models.message import MessageQuerySet
from careers.rules.permissions import May

A_PAGE = 50
ASKED_AHEAD = 1_000  # of so many messages the page of what is to come says whether they may still go
WORDS = {
    "in_doubt": "In doubt",
    "failed": "Failed",
    "bounced": "Came back",
    "by_hand": "To send by hand",
    "waiting": "Waiting",
    "sent": "Sent",
    "stopped": "Stopped",
}
WANT_A_DECISION = ("in_doubt", "failed", "bounced")


def ours(request: StaffRequest) -> MessageQuerySet:
    return Message.objects.visible_to(request.viewer)


@needs(May.SEND_MESSAGES)
@require_safe
def outbox_page(request: StaffRequest) -> HttpResponse:
    """One pile of the outbox: the first that wants a person, unless the address names one."""
    form = OutboxFilterForm(request.GET)
    form.is_valid()
    asked = form.cleaned_data
    found = ours(request)
    student = Student.objects.visible_to(request.viewer).filter(pk=asked["student"]).first() if asked.get("student") else None
    if student:
        found = found.filter(student=student)
    if asked.get("channel"):
        found = found.filter(channel=asked["channel"])
    counts = outbox.counts(found)
    pile = pile_shown(asked.get("pile") or "", counts)
    rows = found.filter(state__in=outbox.PILES[pile]).select_related("student")
    rows = rows.order_by("due_at", "id") if pile in ("waiting", "by_hand") else rows.order_by("-due_at", "-id")
    context = {
        "heading": "Messages",
        "form": form,
        "pile": pile,
        "tabs": tabs(request, counts, pile),
        "page_obj": Paginator(rows, A_PAGE).get_page(request.GET.get("page")),
        "counts": counts,
        "wanting": [(counts[name], WORDS[name]) for name in WANT_A_DECISION if counts[name]],
        "wanted": sum(counts[name] for name in WANT_A_DECISION),
        "about_student": student,
        "troubled": outbox.late(ours(request), timezone.now()).first(),
        "next_due": found.filter(state=Message.State.WAITING).aggregate(at=Min("due_at"))["at"],
    }
    return render(request, "messages/outbox.html", context)


def pile_shown(asked: str, counts: dict[str, int]) -> str:
    return asked if asked in outbox.PILES else next((name for name in WORDS if counts[name]), "waiting")


def tabs(request: StaffRequest, counts: dict[str, int], pile: str) -> list[dict[str, object]]:
    kept = {name: request.GET[name] for name in ("channel", "student") if request.GET.get(name)}
    return [
        {"words": words, "count": counts[name], "url": f"?{urlencode({'pile': name} | kept)}", "current": name == pile}
        for name, words in WORDS.items()
    ]


@needs(May.SEND_MESSAGES)
@require_safe
def detail(request: StaffRequest, pk: int) -> HttpResponse:
    """One message, with what can be decided about it. The link and the code are not shown: they open what a person answered."""
    message = get_object_or_404(ours(request).select_related("student", "detail", "settled_by", "school"), pk=pk)
    context = {
        "heading": message.subject or "A text",
        "post": message,
        "decisions": message_decisions.open_to(message),
        "why_not_again": message_decisions.why_not_again(message),
        "crumbs": [("Messages", reverse("messages:list"))],
    }
    return render(request, "messages/detail.html", context)


@needs(May.SEND_MESSAGES)
@require_POST
def decide(request: StaffRequest, pk: int) -> HttpResponse:
    message = get_object_or_404(ours(request).select_related("student", "detail__student__school", "school"), pk=pk)
    what = request.POST.get("what", "")
    if what not in message_decisions.BY_KEY:
        messages.error(request, "Choose what to do with it.")
        return redirect("messages:detail", pk)
    if message_decisions.decide(message=message, what=what, by=request.user):
        messages.success(request, DONE[what])
        if what == "again":
            send_soon()
    else:
        why = message_decisions.why_not_again(message) if what == "again" else ""
        messages.error(request, f"It cannot be sent again. {why}" if why else "It has moved on meanwhile: look at it again.")
    return redirect("messages:detail", pk)


DONE = {
    "again": "It waits to be sent again. If it had gone the first time, its reader may get it twice.",
    "gone": "It counts as sent.",
    "stop": "It will not be sent.",
    "back": "It counts as come back. Its address is not used again until somebody finds it to be right.",
}


@needs(May.SEND_MESSAGES)
@require_safe
def coming(request: StaffRequest) -> HttpResponse:
    """What would go out and when, and what would be stopped if it were to go now."""
    waiting = ours(request).filter(state__in=(Message.State.WAITING, Message.State.BY_HAND))
    slots = (
        waiting.annotate(hour=TruncHour("due_at", tzinfo=timezone.get_current_timezone()))
        .values("hour", "channel", "subject", "state")
        .annotate(number=Count("pk"))
        .order_by("hour", "channel", "subject")
    )
    ahead = list(waiting.select_related(*message_standing.NEEDED).order_by("due_at")[:ASKED_AHEAD])
    stopped = Counter(why for why in message_standing.why_not_all(ahead, timezone.now()).values() if why)
    context = {
        "heading": "What would go out",
        "days": by_day(dict(slot) for slot in slots),
        "stopped": stopped.most_common(),
        "number": sum(slot["number"] for slot in slots),
        "would_stop": sum(stopped.values()),
        "goes": where_it_goes(),
        "now": timezone.now(),
        "crumbs": [("Messages", reverse("messages:list"))],
    }
    return render(request, "messages/coming.html", context)


def by_day(slots: Iterable[dict[str, Any]]) -> list[tuple[Any, list[dict[str, Any]]]]:
    days: dict[Any, list[dict[str, Any]]] = {}
    for slot in slots:
        days.setdefault(timezone.localdate(slot["hour"]), []).append(slot)
    return list(days.items())
