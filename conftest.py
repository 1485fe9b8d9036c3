"""What every test stands on: quick and private settings, and a browser that reports what it is unhappy about."""

import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
import redis
from celery import current_app
from django.conf import settings as django_settings
from django.core.cache import cache
from django.db import connections
from django.test import Client, SimpleTestCase
from playwright.sync_api import ConsoleMessage, Page

if TYPE_CHECKING:
    from careers.models import Cohort, Membership

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright keeps an event loop running in the test's thread

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome"))), None)
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def pytest_configure(config: pytest.Config) -> None:
    """Settings that are read once, before the first test: nothing slow, nothing shared between two test processes."""
    django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    django_settings.WHITENOISE_AUTOREFRESH = True  # else every test client reads the whole static folder
    django_settings.MEDIA_ROOT = tempfile.mkdtemp(prefix="waymark-files-")
    current_app.conf.task_always_eager = True  # a test that wants a real worker starts one
    if django_settings.REDIS_URL:
        django_settings.CACHES["default"]["KEY_PREFIX"] = f"test-{os.getpid()}"
    else:
        django_settings.CACHES["default"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test that asks for a page is a browser test. Of those asked for, perhaps only the ones that use a database."""
    for item in items:
        if "page" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="needs Chromium: sudo apt-get install chromium"))
    if config.getoption("--with-a-database"):
        config.hook.pytest_deselected(items=[item for item in items if not uses_the_database(item)])
        items[:] = [item for item in items if uses_the_database(item)]


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Tidies up. In CI a skipped test is a failure: what was not run was not shown."""
    shutil.rmtree(django_settings.MEDIA_ROOT, ignore_errors=True)
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped") and session.exitstatus == 0:
        reporter.write_line("Tests were skipped, and in CI none may be.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def forget_cached() -> None:
    """Our own keys alone: `cache.clear()` would empty a whole Redis, other test processes' and a live one's included."""
    if not django_settings.REDIS_URL:
        cache.clear()
        return
    with redis.Redis.from_url(django_settings.REDIS_URL) as server:
        keys = list(server.scan_iter(f"{django_settings.CACHES['default']['KEY_PREFIX']}:*"))
        if keys:
            server.delete(*keys)


@pytest.fixture(autouse=True)
def a_command_leaves_the_connection_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command run as from a terminal ends by closing the database: the test's own transaction would end with it.

    The threads of a live server still close theirs.
    """
    close_all, test = connections.close_all, threading.current_thread()
    monkeypatch.setattr(connections, "close_all", lambda: None if threading.current_thread() is test else close_all())


@pytest.fixture(autouse=True)
def no_memory_of_earlier_tests() -> Iterator[None]:
    """Sign-in limits live in the cache: one test's wrong passwords must not lock out the next."""
    yield
    forget_cached()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update"]
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": [*quiet, "--no-first-run", "--disable-sync"]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "locale": "en-GB", "timezone_id": "Europe/London"}


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    """A page on which anything the browser complains about fails the test: script errors, blocked styles, missing files."""
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error" or "Content Security Policy" in message.text:
            complaints.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    assert not complaints, "The browser complained:\n" + "\n".join(complaints)


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """`axe(page)` fails with what axe finds wrong: WCAG 2.2 A and AA, and its best practices."""
    from axe_playwright_python.sync_playwright import Axe

    def assert_accessible(page: Page) -> None:
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": AXE_RULES}})
        assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"

    return assert_accessible


# Four people, in a school whose leavers of 2025 are followed. Each is signed in with a client of their own.


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at their screen: `client` asks for pages as them."""

    membership: "Membership"
    client: Client


def sign_in(membership: "Membership") -> Person:
    client = Client()
    client.force_login(membership.user)
    return Person(membership, client)


@pytest.fixture
def cohort(db: None) -> "Cohort":
    from careers.tests.factories import CohortFactory

    return CohortFactory(leaving=2025)


@pytest.fixture
def careers_leader(cohort: "Cohort") -> Person:
    from careers.tests.factories import MembershipFactory

    return sign_in(MembershipFactory(school=cohort.school))


@pytest.fixture
def adviser(cohort: "Cohort") -> Person:
    """Sees the students of 11A."""
    from careers.tests.factories import MembershipFactory

    return sign_in(MembershipFactory(school=cohort.school, role="adviser", forms=["11A"]))


@pytest.fixture
def governor(cohort: "Cohort") -> Person:
    from careers.tests.factories import MembershipFactory

    return sign_in(MembershipFactory(school=cohort.school, governor=True))


@pytest.fixture
def stranger(db: None) -> Person:
    """The careers leader of another school, who must see nothing of this one."""
    from careers.tests.factories import CohortFactory, MembershipFactory

    return sign_in(MembershipFactory(school=CohortFactory().school))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--with-a-database", action="store_true", help="only tests that use the database: the others are the same on any")


def uses_the_database(item: pytest.Item) -> bool:
    fixtures = {"db", "transactional_db", "live_server", "django_db_setup"} & set(getattr(item, "fixturenames", ()))
    of_django = issubclass(getattr(item, "cls", None) or object, SimpleTestCase)
    return bool(fixtures) or of_django or item.path.name == "test_backups.py" or item.get_closest_marker("django_db") is not None
