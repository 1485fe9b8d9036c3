"""States of an application, in the order they are usually reached."""

from enum import StrEnum


class ApplicationState(StrEnum):
    SENT = "sent"
    INTERVIEW = "interview"
    WAITING = "waiting"
    CONDITIONAL = "conditional"
    UNCONDITIONAL = "unconditional"
    ACCEPTED = "accepted"
    TURNED_DOWN = "turned_down"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    ApplicationState.SENT: "Applied",
    ApplicationState.INTERVIEW: "Interview",
    ApplicationState.WAITING: "On a waiting list",
    ApplicationState.CONDITIONAL: "Offer with conditions",
    ApplicationState.UNCONDITIONAL: "Offer without conditions",
    ApplicationState.ACCEPTED: "Offer accepted",
    ApplicationState.TURNED_DOWN: "Turned down by the provider",
    ApplicationState.DECLINED: "Offer declined by the student",
    ApplicationState.WITHDRAWN: "Application withdrawn",
}
