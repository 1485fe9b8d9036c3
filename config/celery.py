import os

from celery import Celery

from config.schedule import SCHEDULE

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
app = Celery("waymark")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.beat_schedule = SCHEDULE
app.autodiscover_tasks()
app.autodiscover_tasks(related_name="student_tasks")
app.autodiscover_tasks(related_name="message_tasks")
