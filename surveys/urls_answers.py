from django.urls import path

from surveys.views import told

app_name = "answers"
urlpatterns = [path("<int:pk>/answers/", told.student, name="student")]
