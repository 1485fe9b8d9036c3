from django.urls import path

from surveys.views import centre, comparison, form_periods, waiting, waves

app_name = "surveys"
urlpatterns = [
    path("", centre.all_waves, name="list"),
    path("new/", waves.new, name="new"),
    path("compare/", comparison.compare, name="compare"),
    path("compare/export/", comparison.export, name="compare_export"),
    path("<int:pk>/", centre.wave, name="wave"),
    path("<int:pk>/live/", centre.live, name="live"),
    path("<int:pk>/own/", centre.own, name="own"),
    path("<int:pk>/change/", waves.change, name="change"),
    path("<int:pk>/open/", waves.open_wave, name="open"),
    path("<int:pk>/more/", waves.ask_more, name="more"),
    path("<int:pk>/close/", waves.close, name="close"),
    path("<int:pk>/discard/", waves.discard, name="discard"),
    path("<int:pk>/waiting/", waiting.who, name="waiting"),
    path("<int:pk>/waiting/export/", waiting.export, name="waiting_export"),
    path("<int:pk>/waiting/write/", waiting.write, name="write"),
    path("<int:pk>/waiting/<int:invitation>/", waiting.take_off, name="take_off"),
    path("<int:pk>/slips/", form_periods.slips, name="slips"),
    path("<int:pk>/poster/", form_periods.poster, name="poster"),
    path("<int:pk>/class/", form_periods.start, name="start_period"),
    path("class/<int:pk>/", form_periods.board, name="period"),
    path("class/<int:pk>/live/", form_periods.live, name="period_live"),
    path("class/<int:pk>/close/", form_periods.close, name="close_period"),
]
