from typing import Any

from django import template
from django.utils.translation import get_language, get_language_bidi

from careers import languages

register = template.Library()


@register.simple_tag
def spoken() -> dict[str, Any]:
    """The language of the page: `lang` and `dir` for the html element, and the `others` it could be read in: (code, its own name)."""
    others = [(code, name) for code, name in languages.choices() if code != get_language()]
    return {"lang": languages.tag(), "dir": "rtl" if get_language_bidi() else "ltr", "others": others}
