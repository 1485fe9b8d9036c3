"""Choosing a language on a page for people without an account."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
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
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        back = "class:code"
    the_pass = passes.read(request, passes.ANY)
    if the_pass:
        contact.prefer(student=Student.objects.get(pk=the_pass.student_id), by=None, language=code)
    response = redirect(back)
    languages.remember(response, code)
    return passes.private(response)
