"""Somebody who answers."""

import pytest

from surveys.models import Invitation
from surveys.tests.factories import InvitationFactory
from surveys.tests.visitors import Visitor


@pytest.fixture
def invitation(db: None) -> Invitation:
    return InvitationFactory(student__forename="Amira", student__surname="Okafor")


@pytest.fixture
def visitor(invitation: Invitation) -> Visitor:
    """Amira, who has come in and begun."""
    visitor = Visitor(invitation)
    visitor.start()
    return visitor
