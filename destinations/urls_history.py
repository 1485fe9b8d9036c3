from django.urls import path

from destinations.views import history

app_name = "history"
urlpatterns = [
    path("", history.load, name="load"),
    path("<int:pk>/", history.preview, name="preview"),
    path("<int:pk>/discard/", history.discard, name="discard"),
    path("sample.<str:kind>", history.sample, name="sample"),
]
