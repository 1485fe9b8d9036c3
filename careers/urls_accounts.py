from django.urls import path

from careers.views import accounts

app_name = "accounts"
urlpatterns = [
    path("", accounts.people, name="list"),
    path("add/", accounts.add, name="add"),
    path("<int:pk>/", accounts.change, name="change"),
    path("<int:pk>/end/", accounts.end, name="end"),
    path("<int:pk>/link/", accounts.link, name="link"),
]
