"""A school's own words for its messages: the list, the editor with its preview, and the way back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from careers import outbox
from careers.actions import message_templates
from careers.forms.messages import WordsForm
from careers.guards import StaffRequest, needs
from careers.rules.contact import MessageChannel
from careers.rules.message_text import filled, problems, texts_needed, with_secrets
from careers.rules.message_words import DEFAULTS, PLACEHOLDERS, Words, words_for
from careers.rules.permissions import May
from careers.views.message_settings import crumbs


@needs(May.SEND_MESSAGES)
@require_safe
def every(request: StaffRequest) -> HttpResponse:
    """Every message there is, and whether the school has words of its own for it."""
    own = outbox.own_words(request.viewer.school)
    rows = [(words, own.get((words.key, words.channel.value))) for words in DEFAULTS]
    return render(request, "messages/words.html", {"heading": "Words of messages", "rows": rows, "own": len(own), "crumbs": crumbs()})


@needs(May.SEND_MESSAGES)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StaffRequest, key: str, channel: str) -> HttpResponse:
    """The editor. “Preview” shows the words with invented people, “Save” keeps them."""
    words, school = known(key, channel), request.viewer.school
    own = outbox.own_words(school)
    _, subject, body = outbox.text_of(key, channel, own)
    is_text, is_letter = words.channel == MessageChannel.TEXT, words.channel == MessageChannel.LETTER
    initial = {"subject": subject, "body": body}
    form = WordsForm(request.POST or None, initial=initial, with_subject=not is_text, heading=is_letter)
    if request.method == "POST" and form.is_valid():
        subject, body = form.cleaned_data.get("subject", ""), form.cleaned_data["body"]
        if "preview" not in request.POST and saved(request, words, form):
            return redirect("message_settings:word", key, channel)
        for field, sentence in problems(words, subject, body) if "preview" in request.POST else ():
            form.add_error(field, sentence)
    context = {
        "heading": f"{words.name}, by {words.channel.label.lower()}",
        "form": form,
        "words": words,
        "is_own": (key, channel) in own,
        "preview": None if form.errors else preview(words, subject, body, school),
        "offers": [PLACEHOLDERS[name] for name in words.offers],
        "crumbs": [*crumbs(), ("Words of messages", reverse("message_settings:words"))],
    }
    return render(request, "messages/word.html", context)


def saved(request: StaffRequest, words: Words, form: WordsForm) -> bool:
    told = {"subject": form.cleaned_data.get("subject", ""), "body": form.cleaned_data["body"]}
    try:
        message_templates.save_words(school=request.viewer.school, key=words.key, channel=words.channel.value, by=request.user, **told)
    except ValidationError as problem:
        form.refuse(problem)
        return False
    messages.success(request, "Saved. Messages written from now on use these words; those that wait keep theirs.")
    return True


def preview(words: Words, subject: str, body: str, school: Any) -> dict[str, Any]:
    """The words as an invented person would get them, from this school."""
    examples = {name: PLACEHOLDERS[name].example for name in words.offers}
    values = examples | outbox.values_of(school, outbox.settings_of(school))
    text = with_secrets(filled(body, values), examples)
    return {"subject": filled(subject, values), "body": text, "texts": texts_needed(text) if words.channel == MessageChannel.TEXT else 0}


@needs(May.SEND_MESSAGES)
@require_POST
def reset(request: StaffRequest, key: str, channel: str) -> HttpResponse:
    words = known(key, channel)
    if message_templates.reset_words(school=request.viewer.school, key=words.key, channel=channel, by=request.user):
        messages.success(request, "It has Waymark’s words again.")
    return redirect("message_settings:word", key, channel)


def known(key: str, channel: str) -> Words:
    """Raises Http404 for a message that does not exist by this channel."""
    try:
        return words_for(key, channel)
    except KeyError:
        raise Http404 from None
