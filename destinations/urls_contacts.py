from django.urls import include, path

from destinations.views import contacts_import

app_name = "contacts"
urlpatterns = [
    path("", include("careers.urls_contacts_missing")),
    path("import/", contacts_import.choose, name="import"),
    path("import/<int:pk>/", contacts_import.preview, name="import_preview"),
    path("import/<int:pk>/apply/", contacts_import.apply, name="import_apply"),
    path("import/<int:pk>/discard/", contacts_import.discard, name="import_discard"),
]
