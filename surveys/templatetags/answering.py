from typing import Any

from django import template
from django.utils.translation import get_language_bidi

from surveys import languages

register = template.Library()


@register.simple_tag
def spoken() -> dict[str, Any]:
    """The language of the page: `lang` and `dir` for the html element."""
    return {"lang": languages.tag(), "dir": "rtl" if get_language_bidi() else "ltr"}
