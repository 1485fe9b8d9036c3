"""Included by the addresses of students, under <pk>/contact/."""

from django.urls import path

from careers.views import contact

urlpatterns = [
    path("", contact.contact, name="contact"),
    path("add/", contact.add, name="contact_add"),
    path("<int:detail>/check/", contact.check, name="contact_check"),
    path("<int:detail>/end/", contact.end, name="contact_end"),
    path("permission/", contact.permission, name="permission"),
    path("preferences/", contact.preferences, name="preferences"),
    path("link/<int:link>/revoke/", contact.revoke_link, name="revoke_link"),
    path("code/renew/", contact.renew_code, name="renew_code"),
]
