"""Remembering how a sender's lists are laid out, and forgetting it."""

from django.db import transaction
from django.utils import timezone

from careers.actions import audit
from careers.actions.locking import alone_in
from careers.models import School, User
from destinations.models import DataReturn, RememberedLayout, Source

KEPT = ("letter", "heading", "field", "guessed")


def remember_layouts(*, data_return: DataReturn, by: User | None) -> None:
    """Keep how the tables of an applied list were laid out: in the place of the one of their sheet, or of one laid out just so under
    another name. What is like another sheet's with changes leaves that one as it was. Inside applying."""
    for table in data_return.layout:
        if table["header_row"] is None:
            continue
        title, like = table.get("title", table["sheet"])[:100], table.get("like") or {}
        theirs = RememberedLayout.objects.filter(source=data_return.source)
        if like.get("sheet", title) != title and not like["changes"] and not theirs.filter(sheet=title).exists():
            theirs.filter(sheet=like["sheet"]).update(sheet=title)
        columns = [{name: column.get(name, "") for name in KEPT} for column in table["columns"]]
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
