from django.urls import path

from surveys.views import worries

app_name = "worries"
urlpatterns = [
    path("", worries.worry_list, name="list"),
    path("<int:pk>/", worries.detail, name="detail"),
    path("<int:pk>/read/", worries.read, name="read"),
    path("<int:pk>/hand-over/", worries.hand_over, name="hand_over"),
    path("<int:pk>/close/", worries.close, name="close"),
]
