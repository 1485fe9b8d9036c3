from django.urls import path

from surveys.views import answering

app_name = "answer"
urlpatterns = [
    path("", answering.start, name="start"),
    path("check/", answering.check, name="check"),
    path("done/", answering.done, name="done"),
    path("leave/", answering.leave, name="leave"),
    path("left/", answering.left_behind, name="left"),
    path("remove/<int:number>/", answering.remove, name="remove"),
    path("<slug:page>/", answering.page, name="page"),
]
