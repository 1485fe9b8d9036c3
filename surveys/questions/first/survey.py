"""The pages of the first survey by key."""

from surveys.questions.first import applying, helping, plans
from surveys.questions.page import Page
from surveys.rules import first_survey as route

PAGES: dict[str, type[Page]] = {
    route.PLAN: plans.PlanPage,
    route.PLAN_OTHER: plans.PlanOtherPage,
    route.SURE: plans.SurePage,
    route.INTEREST: plans.InterestPage,
    route.APPLIED: plans.AppliedPage,
    route.APPLICATIONS: applying.ApplicationsPage,
    route.FIRST: applying.FirstChoicePage,
    route.FIRST_PLACE: applying.FirstPlacePage,
    route.BACKUP: applying.BackupPage,
    route.BACKUP_PLACE: applying.BackupPlacePage,
    route.LOOKING: plans.LookingPage,
    route.HELP: helping.HelpPage,
    route.WORRY: helping.WorryPage,
    route.MEETING: helping.MeetingPage,
}
OF_APPLICATION: dict[str, type[Page]] = {
    "": applying.WherePage,
    route.COURSE: applying.CoursePage,
    route.STATE: applying.StatePage,
    route.INTERVIEW: applying.InterviewPage,
    route.CONDITIONS: applying.ConditionsPage,
}


def page_called(key: str) -> type[Page] | None:
    """The form of a page; None where the survey has no such page."""
    found = route.PAGE_OF_APPLICATION.fullmatch(key)
    return OF_APPLICATION[found[2] or ""] if found else PAGES.get(key)
