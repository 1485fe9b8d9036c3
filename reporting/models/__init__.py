from reporting.models.report import Report, ReportQuerySet

__all__ = ["Report", "ReportQuerySet"]
