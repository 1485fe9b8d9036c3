"""When Waymark wakes by itself: one row a job. Every job is a sweep over what is due, so a missed or repeated wake-up does no harm."""

from celery.schedules import crontab

SCHEDULE = {
    "remove files nobody needs": {"task": "destinations.tasks.remove_files_nobody_needs", "schedule": crontab(minute=23)},
    "carry on with lists": {"task": "destinations.tasks.carry_on_with_returns", "schedule": 60.0},
    "carry on with student imports": {"task": "destinations.student_tasks.continue_student_imports", "schedule": 60.0},
    "send messages that are due": {"task": "careers.message_tasks.send_due_messages", "schedule": 60.0},
    "write reminders that are due": {"task": "surveys.tasks.send_reminders_that_are_due", "schedule": crontab(minute="*/10")},
    "tell of worries nobody read": {"task": "surveys.tasks.tell_of_worries_nobody_read", "schedule": crontab(minute="*/5")},
    "forget old lists": {"task": "destinations.tasks.forget_old_returns", "schedule": crontab(hour=2, minute=37)},
    "forget old wrong guesses": {"task": "config.tasks.forget_old_guesses", "schedule": crontab(minute=47)},
    "forget sign-ins that have run out": {"task": "config.tasks.forget_old_sessions", "schedule": crontab(hour=3, minute=17)},
    "make reports that wait": {"task": "reporting.tasks.make_waiting_reports", "schedule": 60.0},
    "make the report of the term that ended": {"task": "reporting.tasks.make_termly_reports", "schedule": crontab(hour=5, minute=41)},
}
