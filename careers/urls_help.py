from django.urls import path

from careers.views import help_requests

app_name = "help"
urlpatterns = [
    path("", help_requests.help_list, name="list"),
    path("export/", help_requests.export, name="export"),
    path("<int:pk>/", help_requests.close, name="close"),
]
