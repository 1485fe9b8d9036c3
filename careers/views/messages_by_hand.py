"""Texts and letters that a person sends: the list, its file, the letters to print, and what has been sent."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from careers import outbox
from careers.actions import by_hand
from careers.exports import download
from careers.guards import StaffRequest, needs
from careers.letters import letters_pdf
from careers.mail import text_sent
from careers.models import Message
from careers.pdf import PdfUnavailable
from careers.rules.message_text import texts_needed
from careers.rules.permissions import May
from careers.rules.phone_numbers import as_shown

HEADINGS = {"text": ("Number", "Name", "Text", "Texts it takes"), "letter": ("Name", "Address", "Heading", "Letter")}
FILES = {"text": "texts-to-send", "letter": "letters-to-send"}
MOST_SHOWN = 300


@needs(May.SEND_MESSAGES)
@require_safe
def page(request: StaffRequest) -> HttpResponse:
    """What is due to be sent by hand, texts and letters, and how many come later."""
    waiting = Message.objects.visible_to(request.viewer).filter(state=Message.State.BY_HAND)
    due = waiting.filter(due_at__lte=timezone.now()).select_related("student").order_by("student__surname", "student__forename", "id")
    sections = [section(due.filter(channel=channel), channel) for channel in ("text", "letter")]
    context = {
        "heading": "Send by hand",
        "sections": sections,
        "number": sum(part["number"] for part in sections),
        "later": waiting.filter(due_at__gt=timezone.now()).count(),
        "crumbs": [("Messages", reverse("messages:list"))],
    }
    return render(request, "messages/by_hand.html", context)


def section(due, channel: str) -> dict:
    rows = list(due[: MOST_SHOWN + 1])
    number = len(rows) if len(rows) <= MOST_SHOWN else due.count()
    return {"channel": channel, "title": {"text": "Texts", "letter": "Letters"}[channel], "rows": rows[:MOST_SHOWN], "number": number}


@needs(May.SEND_MESSAGES)
@require_POST
def export(request: StaffRequest, channel: str, format: str) -> HttpResponse:
    """The list as a file, with the personal links in it. Asked for by a button, because it is noted who took it."""
    handed = by_hand.hand_out(school=request.viewer.school, channel=channel, by=request.user)
    if not handed.messages:
        return nothing_left(request, handed.stopped)
    return download(FILES[channel], format, HEADINGS[channel], [row(message) for message in handed.messages])


def row(message: Message) -> tuple[str | int, ...]:
    text = text_sent(message)
    if message.channel == "text":
        # As people write it at home: a plus in front would be taken for a formula and marked as text.
        return (as_shown(message.to), message.to_name, text, texts_needed(text))
    return (message.to_name, ", ".join(message.to.split("\n")), message.subject, text)


@needs(May.SEND_MESSAGES)
@require_POST
def letters(request: StaffRequest) -> HttpResponse:
    """The letters that are due as one PDF, a page each, for window envelopes."""
    school = request.viewer.school
    handed = by_hand.hand_out(school=school, channel="letter", by=request.user)
    if not handed.messages:
        return nothing_left(request, handed.stopped)
    try:
        pdf = letters_pdf(handed.messages, outbox.settings_of(school))
    except PdfUnavailable as problem:
        messages.error(request, str(problem))
        return redirect("messages:by_hand")
    return HttpResponse(pdf, content_type="application/pdf", headers={"Content-Disposition": 'attachment; filename="letters.pdf"'})


def nothing_left(request: StaffRequest, stopped: int) -> HttpResponse:
    words = f"Nothing is left to send: {stopped} may not go any more and were stopped." if stopped else "Nothing is due to be sent by hand."
    messages.info(request, words)
    return redirect("messages:by_hand")


@needs(May.SEND_MESSAGES)
@require_POST
def sent(request: StaffRequest) -> HttpResponse:
    """Those that were ticked have been sent; or all that were shown, and none that came meanwhile."""
    name = "shown" if "all" in request.POST else "message"
    ids = [int(value) for value in request.POST.getlist(name) if value.isdecimal() and len(value) < 19]
    number = by_hand.mark_sent(school=request.viewer.school, ids=ids, by=request.user)
    words = f"{number} message{'s are' if number != 1 else ' is'} marked as sent."
    messages.success(request, words) if number else messages.info(request, "Tick the messages that have been sent.")
    return redirect("messages:by_hand")
