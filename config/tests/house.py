"""The house as the tests of the house walk through it: its apps, its files, its pages."""

from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver

APPS = ("config", "reporting", "surveys", "destinations", "careers")
ROOT = Path(settings.BASE_DIR)


def models() -> list[type[Model]]:
    return [model for app in APPS for model in apps.get_app_config(app).get_models()]


def python_files() -> list[Path]:
    return sorted(file for app in APPS for file in (ROOT / app).rglob("*.py"))


def is_written_by_hand(file: Path) -> bool:
    return not {"migrations", "tests"} & set(file.parts)


def templates() -> list[Path]:
    return sorted(file for folder in (ROOT, *(ROOT / app for app in APPS)) for file in (folder / "templates").rglob("*.*"))


def pages(patterns: list[URLPattern | URLResolver] | None = None, prefix: str = "") -> Iterator[tuple[str, str, URLPattern]]:
    """Every page there is: its full name, its address, its pattern."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            space = f"{pattern.namespace}:" if pattern.namespace else ""
            for name, address, page in pages(pattern.url_patterns, f"{prefix}{pattern.pattern}"):
                yield space + name, address, page
        else:
            yield pattern.name or "", f"{prefix}{pattern.pattern}", pattern
