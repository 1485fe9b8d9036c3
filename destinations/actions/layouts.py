"""Remembering how a sender's lists are laid out, and forgetting it."""

from django.db import transaction
from django.utils import timezone

from careers.actions import audit
from careers.actions.locking import alone_in
from careers.models import School, User
from destinations.models import DataReturn, RememberedLayout, Source

KEPT = ("letter", "heading", "field")


def remember_layouts(*, data_return: DataReturn, by: User | None) -> None:
    """Keep how the tables of an applied list were laid out, each in the place of the one it was recognised by. Inside applying."""
    for table in data_return.layout:
        if table["header_row"] is None:
            continue
        title, like = table.get("title", table["sheet"])[:100], (table.get("like") or {}).get("sheet")
        theirs = RememberedLayout.objects.filter(source=data_return.source)
        if like and like != title and not theirs.filter(sheet=title).exists():
            theirs.filter(sheet=like).update(sheet=title)
        columns = [{name: column[name] for name in KEPT} for column in table["columns"]]
        RememberedLayout.objects.update_or_create(
            source=data_return.source,
            sheet=title,
            defaults={"school": data_return.school, "columns": columns, "used_on": timezone.localdate()},
        )


@transaction.atomic
def forget_layout(*, school: School, layout: RememberedLayout, by: User | None) -> None:
    """The next list of this sender is understood from itself alone."""
    alone_in(school)
    audit.record(school=school, by=by, verb="forgot a remembered layout", subject=layout.source, sheet=layout.sheet)
    layout.delete()


def layouts_of_source(source: Source) -> list[RememberedLayout]:
    """How this source's tables were laid out."""
    return list(RememberedLayout.objects.filter(source=source))
