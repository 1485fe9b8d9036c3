from django.urls import path

from careers.views import permissions

app_name = "permissions"
urlpatterns = [
    path("", permissions.purposes, name="list"),
    path("<str:purpose>/basis/", permissions.basis, name="basis"),
    path("<str:purpose>/words/", permissions.words, name="words"),
]
