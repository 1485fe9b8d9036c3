from django.urls import path

from careers.views import ways_in

urlpatterns = [
    path("code/", ways_in.one_time_code, name="one_time_code"),
    path("code/send/", ways_in.send_code, name="send_code"),
    path("<str:token>/", ways_in.open_link, name="open_link"),
]
