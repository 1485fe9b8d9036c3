from surveys.models.response import PageAnswer, Response, Worry
from surveys.models.wave import FormPeriod, Invitation, Wave

__all__ = ["FormPeriod", "Invitation", "PageAnswer", "Response", "Wave", "Worry"]
