"""Included by the addresses of contact details."""

from django.urls import path

from careers.views import contacts_missing

urlpatterns = [
    path("", contacts_missing.missing, name="missing"),
    path("export/", contacts_missing.export, name="export"),
]
