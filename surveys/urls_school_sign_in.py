from django.urls import path

from surveys.views import school_sign_in

app_name = "school_account"
urlpatterns = [
    path("", school_sign_in.choose, name="choose"),
    path("<slug:provider>/", school_sign_in.start, name="start"),
    path("<slug:provider>/back/", school_sign_in.back, name="back"),
]
