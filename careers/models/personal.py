"""Which fields say who a person is. Declared beside the fields, read by retention, subject access and the demo builder."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Personal:
    """Every field of a model, sorted. `identifying` says who it is, `describing` says something about them, `neutral` neither."""

    identifying: frozenset[str] = frozenset()
    describing: frozenset[str] = frozenset()
    neutral: frozenset[str] = frozenset()

    @property
    def fields(self) -> frozenset[str]:
        return self.identifying | self.describing | self.neutral


def sort_fields(*, identifying: str = "", describing: str = "", neutral: str = "") -> Personal:
    """Three lists of field names, separated by spaces. A test of the house fails while a field is in none or in two."""
    return Personal(frozenset(identifying.split()), frozenset(describing.split()), frozenset(neutral.split()))
