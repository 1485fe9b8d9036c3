from django.urls import path

from careers.views import audit

app_name = "audit"
urlpatterns = [path("", audit.events, name="list")]
