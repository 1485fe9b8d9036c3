from django.urls import include, path

from destinations.views import board, decisions, story

app_name = "students"
urlpatterns = [
    path("", board.board, name="board"),
    path("find/", board.search, name="search"),
    path("export/", board.export, name="export"),
    path("import/", include("destinations.urls_students_import")),
    path("<int:pk>/", story.story, name="story"),
    path("<int:pk>/contact/", include("careers.urls_contact")),
    path("<int:pk>/settle/<str:checkpoint>/", decisions.settle, name="settle"),
    path("<int:pk>/unsettle/<str:checkpoint>/", decisions.unsettle, name="unsettle"),
    path("<int:pk>/exclude/", decisions.exclude, name="exclude"),
    path("<int:pk>/include/", decisions.include, name="include"),
    path("<int:pk>/statement/", decisions.add_statement, name="add_statement"),
    path("<int:pk>/statement/<int:evidence>/withdraw/", decisions.withdraw_statement, name="withdraw"),
    path("<int:pk>/safety/", decisions.safety, name="safety"),
]
