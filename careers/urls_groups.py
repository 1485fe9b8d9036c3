from django.urls import path

from careers.views import characteristics

app_name = "groups"
urlpatterns = [
    path("", characteristics.groups, name="list"),
    path("<int:pk>/", characteristics.detail, name="detail"),
    path("<int:pk>/name/", characteristics.rename, name="rename"),
    path("<int:pk>/remove/", characteristics.remove, name="remove"),
]
