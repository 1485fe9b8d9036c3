from django.urls import path

from surveys.views import class_sign_in

app_name = "class"
urlpatterns = [
    path("", class_sign_in.class_code, name="code"),
    path("<str:code>/", class_sign_in.sign_in, name="sign_in"),
    path("<str:code>/yes/", class_sign_in.confirm, name="confirm"),
]
