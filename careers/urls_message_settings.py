from django.urls import path

from careers.views import message_settings, message_words

app_name = "message_settings"
urlpatterns = [
    path("", message_settings.show, name="show"),
    path("test/", message_settings.test, name="test"),
    path("holidays/", message_settings.holidays, name="holidays"),
    path("holidays/<int:pk>/remove/", message_settings.remove_holiday, name="remove_holiday"),
    path("words/", message_words.every, name="words"),
    path("words/<slug:key>/<slug:channel>/", message_words.change, name="word"),
    path("words/<slug:key>/<slug:channel>/reset/", message_words.reset, name="reset_word"),
]
