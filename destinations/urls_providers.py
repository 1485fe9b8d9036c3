from django.urls import path

from destinations.views import merging, providers, providers_import

app_name = "providers"
urlpatterns = [
    path("", providers.register, name="list"),
    path("export/", providers.export, name="export"),
    path("add/", providers.add, name="add"),
    path("<int:pk>/", providers.change, name="change"),
    path("listed-twice/", merging.doubles, name="doubles"),
    path("<int:pk>/merge/", merging.merge, name="merge"),
    path("import/", providers_import.choose, name="import"),
    path("import/<int:pk>/", providers_import.preview, name="import_preview"),
    path("import/<int:pk>/apply/", providers_import.apply, name="import_apply"),
    path("import/<int:pk>/discard/", providers_import.discard, name="import_discard"),
]
