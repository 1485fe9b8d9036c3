"""From pages as they were sent to answers: the latest of each page counts."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol


class Sent(Protocol):
    """One saving of a page (surveys.models.PageAnswer)."""

    @property
    def page(self) -> str: ...

    @property
    def values(self) -> Mapping[str, Any]: ...


def latest(sent: Iterable[Sent]) -> dict[str, Mapping[str, Any]]:
    """The values of each page as it was last sent. `sent` is in the order of saving."""
    return {saving.page: saving.values for saving in sent}
