from django import template

register = template.Library()


@register.filter
def their_name(seen: dict[str, str]) -> str:
    """`{{ row.seen|their_name }}`: the name as the list has it."""
    return seen.get("full_name") or ", ".join(filter(None, (seen.get("surname"), seen.get("forename") or seen.get("known_as"))))
