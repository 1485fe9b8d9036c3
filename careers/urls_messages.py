from django.urls import path, re_path

from careers.views import messages, messages_by_hand

app_name = "messages"
urlpatterns = [
    path("", messages.outbox_page, name="list"),
    path("coming/", messages.coming, name="coming"),
    path("by-hand/", messages_by_hand.page, name="by_hand"),
    path("by-hand/sent/", messages_by_hand.sent, name="by_hand_sent"),
    path("by-hand/letters.pdf", messages_by_hand.letters, name="letters"),
    re_path(r"^by-hand/(?P<channel>text|letter)\.(?P<format>csv|xlsx)$", messages_by_hand.export, name="by_hand_export"),
    path("<int:pk>/", messages.detail, name="detail"),
    path("<int:pk>/decide/", messages.decide, name="decide"),
]
