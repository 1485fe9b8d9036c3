"""Writing many rows at once: COPY where the database has it, one prepared statement elsewhere. For rows that an action has already
checked; neither `save` nor signals run. Called inside the transaction of the action."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

from django.db import connection, models

TOGETHER = 10_000


def next_ids(model: type[models.Model], count: int) -> list[int]:
    """Ids that no other row has or will have, ascending."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id')::regclass)", [table])
            first = cursor.fetchone()[0]
            cursor.execute(
                "SELECT nextval(name) FROM (SELECT pg_get_serial_sequence(%s, 'id')::regclass AS name OFFSET 0) AS sequence,"
                " generate_series(2, %s)",
                [table, count],
            )
            return [first, *(row[0] for row in cursor.fetchall())][:count]
        cursor.execute(f"SELECT COALESCE(MAX(id), 0) FROM {quoted(table)}")  # noqa: S608 - a name of ours
        largest = cursor.fetchone()[0]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        given = cursor.fetchone()
    first = max(largest, given[0] if given else 0) + 1
    return list(range(first, first + count))


def add_rows(
    model: type[models.Model], fields: Sequence[str], rows: Iterable[Sequence[Any]], same: Mapping[str, Any] | None = None
) -> None:
    """Insert rows of Python values, each in the order of `fields` (attribute names, such as school_id). `same` is what every row holds
    beside them."""
    same = same or {}
    columns = ", ".join(quoted(column_of(model, name)) for name in (*same, *fields))
    fixed = [value_of(field_of(model, name), value) for name, value in same.items()]
    table = quoted(model._meta.db_table)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            fixed = [None if value is None else str(value) for value in fixed]  # written out once
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row((*fixed, *row))
            return
        places = ", ".join(["%s"] * (len(same) + len(fields)))
        cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", [(*fixed, *row) for row in rows])  # noqa: S608


def add_for_each(model: type[models.Model], ids: Sequence[int], owner: str, templates: Sequence[Mapping[str, Any]]) -> None:
    """Insert the same few rows for each of many owners: `owner` is the attribute that holds the id, a template the other attributes."""
    if not ids or not templates:
        return
    fields = [field_of(model, name) for name in templates[0]]
    columns = ", ".join(quoted(field.column) for field in fields)
    same = " UNION ALL ".join(f"SELECT {', '.join(place(field, n) for n, field in enumerate(fields))}" for _ in templates)
    values = [value_of(field, template[name]) for template in templates for name, field in zip(templates[0], fields, strict=True)]
    listed, many = list_of(ids)
    names = ", ".join(f"same.v{n}" for n in range(len(fields)))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {quoted(model._meta.db_table)} ({quoted(column_of(model, owner))}, {columns})"  # noqa: S608
            f" SELECT owner.id, {names} FROM {listed} CROSS JOIN ({same}) AS same",
            [many, *values],
        )


def set_each(model: type[models.Model], names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Set some attributes of many rows: (id, value, value…), the values in the order of `names`."""
    fields = [field_of(model, name) for name in names]
    table, columns = quoted(model._meta.db_table), [quoted(field.column) for field in fields]
    told = [f"told.v{n}" if connection.vendor == "postgresql" else "%s" for n in range(len(fields))]
    change = f"UPDATE {table} SET {', '.join(f'{column} = {value}' for column, value in zip(columns, told, strict=True))}"  # noqa: S608
    with connection.cursor() as cursor:
        for some in together(rows):
            if connection.vendor == "postgresql":
                arrays = ", ".join(["%s::bigint[]", *(f"%s::{array_type(field)}[]" for field in fields)])
                cursor.execute(
                    f"{change} FROM unnest({arrays}) AS told (id, {', '.join(f'v{n}' for n in range(len(fields)))})"
                    f" WHERE {table}.id = told.id",
                    list(map(list, zip(*some, strict=True))),
                )
            else:
                cursor.executemany(
                    f"{change} WHERE id = %s",
                    [(*(value_of(field, value) for field, value in zip(fields, values, strict=True)), pk) for pk, *values in some],
                )


def together(items: Iterable[Any], most: int = TOGETHER) -> Iterator[list[Any]]:
    """The items in lists of at most `most`."""
    rest = iter(items)
    for first in rest:
        yield list(chain([first], islice(rest, most - 1)))


def list_of(ids: Sequence[int]) -> tuple[str, Any]:
    """A table called owner with one column id, in the words of the database, and its parameter."""
    listed = ",".join(map(str, ids))
    if connection.vendor == "postgresql":
        return "unnest(%s::bigint[]) AS owner (id)", f"{{{listed}}}"
    return "(SELECT value AS id FROM json_each(%s)) AS owner", f"[{listed}]"


def place(field: Any, number: int) -> str:
    """A parameter with a name; PostgreSQL must be told its type, and SQLite would change a date by being told."""
    told = f"CAST(%s AS {field.db_type(connection)})" if connection.vendor == "postgresql" else "%s"
    return f"{told} AS v{number}"


def array_type(field: Any) -> str:
    """The type without its length: a cast to one with a length would cut a text silently."""
    return "text" if isinstance(field, models.CharField) else field.db_type(connection).split("(")[0]


def value_of(field: Any, value: Any) -> Any:
    return field.get_db_prep_save(value, connection)


def field_of(model: type[models.Model], name: str) -> Any:
    return next(field for field in model._meta.concrete_fields if field.attname == name)


def column_of(model: type[models.Model], name: str) -> str:
    return str(field_of(model, name).column)


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)
