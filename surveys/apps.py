from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "surveys"

    def ready(self) -> None:
        from careers import message_standing  # models are ready only now
        from surveys.still_asked import why_not_all

        message_standing.ask_too(why_not_all)
