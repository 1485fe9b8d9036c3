from django.urls import URLPattern, URLResolver, path

from careers.views import home

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("choose/school/", home.choose_school, name="choose_school"),
    path("choose/cohort/", home.choose_cohort, name="choose_cohort"),
]
