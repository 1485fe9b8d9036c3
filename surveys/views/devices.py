"""Which device somebody types a code on: a random name in a signed cookie, for counting wrong tries and for nothing else."""

import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

COOKIE, SALT, KEPT = "waymark-device", "surveys.devices", 24 * 3600


def device_of(request: HttpRequest) -> str:
    """ "device:9f…" (careers/rules/tries.py): the name this device was given, or a new one where its cookie is none of ours."""
    try:
        return f"device:{signing.loads(request.COOKIES.get(COOKIE, ''), salt=SALT, max_age=KEPT)}"
    except signing.BadSignature:
        return f"device:{secrets.token_hex(8)}"


def remember(response: HttpResponse, device: str) -> HttpResponse:
    """Give the device its name again, for another day."""
    value = signing.dumps(device.partition(":")[2], salt=SALT)
    response.set_cookie(COOKIE, value, max_age=KEPT, httponly=True, samesite="Lax", secure=bool(settings.SESSION_COOKIE_SECURE))
    return response
