"""Included by the addresses of students, under import/."""

from django.urls import path

from destinations.views import students_import

urlpatterns = [
    path("", students_import.choose, name="import"),
    path("<int:pk>/", students_import.preview, name="import_preview"),
    path("<int:pk>/progress/", students_import.progress, name="import_progress"),
    path("<int:pk>/apply/", students_import.apply, name="import_apply"),
    path("<int:pk>/discard/", students_import.discard, name="import_discard"),
]
