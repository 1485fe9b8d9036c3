from django.urls import include, path

from reporting.views import dashboard, reports

report_pages = [
    path("", reports.all_reports, name="list"),
    path("make/", reports.make, name="make"),
    path("<int:pk>/progress/", reports.progress, name="progress"),
    path("<int:pk>/download/", reports.download, name="download"),
    path("<int:pk>/again/", reports.again, name="again"),
    path("<int:pk>/publish/", reports.publish, name="publish"),
]
urlpatterns = [
    path("today/", dashboard.dashboard, name="dashboard"),
    path("reports/", include((report_pages, "reports"))),
]
