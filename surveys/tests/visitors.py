"""Somebody who came in by their link or with their class, in tests: a client with a pass."""

from django.http import HttpResponse
from django.test import Client

from careers import passes
from surveys.models import Invitation
from surveys.visiting import Visit, visit_of

UNDECIDED_PAGES = {
    "plan": {"plan": "do_not_know"}, "help": {"help": ["money"]}, "worry": {"worry": "The bus is full."}, "meeting": {"meeting": "soon"},
}  # fmt: skip


class Visitor:
    """Asks for pages and sends them as a browser does, with what the page was given."""

    def __init__(self, invitation: Invitation, *, link_id: int | None = None, sees: bool = False) -> None:
        self.client = Client()
        self.invitation = invitation
        self.the_pass = passes.Pass(invitation.student_id, "wave", invitation.wave_id, passes.new_visit(), link_id, sees)
        self.come_in()

    def come_in(self) -> None:
        response = HttpResponse()
        passes.give(response, self.the_pass)
        self.client.cookies[passes.COOKIE] = response.cookies[passes.COOKIE].value

    @property
    def visit(self) -> Visit:
        visit = visit_of(self.the_pass)
        assert visit
        return visit

    def get(self, address: str):
        return self.client.get(f"/answer/{address}")

    def send(self, address: str, values: dict | None = None, **pressed: str):
        """Send a page filled in with `values`; follow nothing."""
        return self.client.post(f"/answer/{address}", {"mark": self.visit.mark, **(values or {}), **pressed})

    def start(self, **likes: str):
        return self.client.post("/answer/", {"mark": self.visit.mark, **likes})

    def send_all(self, pages: dict[str, dict]) -> None:
        """Fill in one page after another."""
        for page, values in pages.items():
            assert self.send(f"{page}/", values).status_code == 302, page


def text(response) -> str:
    return response.content.decode()
