"""Invented reports for tests. Traits name situations."""

import hashlib
from datetime import date

import factory
from django.core.files.base import ContentFile
from django.utils import timezone
from factory.django import DjangoModelFactory

from careers.tests.factories import SchoolFactory
from reporting.models import Report

PAPER = b"%PDF-1.7 invented"


class ReportFactory(DjangoModelFactory):
    """By default: made and not published."""

    class Meta:
        model = Report

    school = factory.SubFactory(SchoolFactory)
    term = "2025-autumn"
    as_at = date(2025, 12, 31)
    state = Report.State.READY
    percent = 100
    file = factory.LazyFunction(lambda: ContentFile(PAPER, name="report.pdf"))
    digest = hashlib.sha256(PAPER).hexdigest()
    made_at = factory.LazyFunction(timezone.now)

    class Params:
        published = factory.Trait(published_at=factory.LazyFunction(timezone.now))
        waiting = factory.Trait(state=Report.State.WAITING, percent=0, file="", digest="", made_at=None)
        failed = factory.Trait(state=Report.State.FAILED, percent=0, file="", digest="", made_at=None, problem="Pango is missing.")
