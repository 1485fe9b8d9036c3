"""Many saved-for-the-first-time objects of one kind, written at once. For actions that have checked them already."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.db import connection, models

from careers.actions.many_rows import add_rows, next_ids

EMPTY: dict[type, str] = {dict: "{}", list: "[]"}


def add_all(objects: Sequence[models.Model]) -> None:
    """Insert unsaved objects of one model and give them their ids. Inside a transaction."""
    if not objects:
        return
    model = type(objects[0])
    fields = list(model._meta.concrete_fields)
    for made, pk in zip(objects, next_ids(model, len(objects)), strict=True):
        made.pk = pk
    add_rows(model, [field.attname for field in fields], values_of(objects, fields))


def values_of(objects: Sequence[models.Model], fields: Sequence[Any]) -> Iterator[list[Any]]:
    readers = [(field.attname, reader_of(field)) for field in fields]
    for made in objects:
        kept = made.__dict__
        yield [read(kept[name]) if read else kept[name] for name, read in readers]


def reader_of(field: Any) -> Callable[[Any], Any] | None:
    """How a value of this field is written; None where it is written as it is."""
    if isinstance(field, models.JSONField):
        return lambda value: json.dumps(value, cls=field.encoder) if value else EMPTY[type(value)]
    if isinstance(field, models.CharField | models.TextField):
        return str
    if isinstance(field, models.DateField) and connection.vendor != "postgresql":
        return lambda value: None if value is None else field.get_db_prep_save(value, connection)
    return None
