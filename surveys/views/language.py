"""Choosing a language on a page for people without an account."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from careers import languages, passes
from careers.actions import contact
from careers.models import Student


@login_not_required
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Kept on this device until the browser is closed; with a pass, also with the person whose it is."""
    code, back = languages.known(request.POST.get("language", "")), request.POST.get("next", "")
    the_pass = passes.read(request, passes.ANY)
    if the_pass:
        contact.prefer(student=Student.objects.get(pk=the_pass.student_id), by=None, language=code)
    response = HttpResponseRedirect(back if is_a_path_here(back) else reverse("class:code"))
    languages.remember(response, code)
    return passes.private(response)


def is_a_path_here(address: str) -> bool:
    """Whether it is a path of this site, as the page that asked wrote it: "/answer/", and no other host however it is disguised."""
    begins_here = address.startswith("/") and not address.startswith(("//", "/\\"))
    return begins_here and address.isprintable() and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
