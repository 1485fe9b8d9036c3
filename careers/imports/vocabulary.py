"""A vocabulary: the fields a file may hold, and the headings people write over them.

A field has `headings` that mean it, and `also`: headings that may mean it, which only its values can settle.
`shape` names what its values look like (the table in `shapes.py`). A field that `identifies` says who or what
a row is about; a table without one is a note or a summary.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a column may hold; `label` is how a drop-down says it."""

    name: str
    label: str
    headings: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    shape: str = "text"
    required: bool = False
    identifies: bool = False
    many: bool = False

    @property
    def repeats(self) -> bool:
        """Whether more than one column of a table may hold it."""
        return self.many or self.name == IGNORE


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The fields of one kind of file. Hashable, so that what is worked out from it can be kept."""

    name: str
    fields: tuple[Field, ...]

    def __hash__(self) -> int:
        return hash((self.name, len(self.fields)))  # going through hundreds of headings each time it is asked would cost more than it saves

    def __getitem__(self, name: str) -> Field:
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)

    def __contains__(self, name: object) -> bool:
        return any(field.name == name for field in self.fields)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields)

    @property
    def required(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields if field.required)

    def choices(self) -> list[tuple[str, str]]:
        """Pairs of name and label, for a drop-down."""
        return [(field.name, field.label) for field in self.fields]

    def with_fields(self, *more: Field) -> "Vocabulary":
        """The same vocabulary with a school's own fields; a field of the same name is replaced."""
        if not more:
            return self
        names = {field.name for field in more}
        return replace(self, fields=tuple(f for f in self.fields if f.name not in names) + more)


def field(
    name: str,
    label: str,
    headings: str = "",
    *,
    also: str = "",
    shape: str = "text",
    required: bool = False,
    identifies: bool = False,
    many: bool = False,
) -> Field:
    """A `Field` from headings written with bars between them."""
    return Field(name, label, _split(headings), _split(also), shape, required, identifies, many)


def _split(text: str) -> tuple[str, ...]:
    return tuple(_unique(part.strip() for part in text.split("|")))


def _unique(parts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(part for part in parts if part))
