import io
import json

import pytest

from careers.management.commands import add_school, add_user
from careers.models import Membership, School, User
from careers.tests.factories import MembershipFactory, SchoolFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(capsys):
    """Runs a command as a shell would: exit code, standard output, standard error."""

    def command(module, *options):
        with pytest.raises(SystemExit) as ended:
            module.Command().run_from_argv(["manage.py", "command", *options])
        told = capsys.readouterr()
        return ended.value.code or 0, told.out, told.err

    return command


def test_a_school_is_added_once(run):
    assert run(add_school, "--urn", "150777", "--name", "Hodder Academy", "--la", "888")[0] == 0
    code, out, err = run(add_school, "--urn", "150777", "--name", "Hodder Academy", "--la", "888")
    assert (code, out) == (1, "")
    assert "already a school with URN 150777" in err
    assert School.objects.count() == 1


def test_a_new_person_gets_a_link_that_works(run, client, settings, tmp_path):
    settings.VAR = tmp_path
    SchoolFactory(urn="150777")
    code, out, _ = run(add_user, "--email", "sam@hodder.example", "--school", "150777", "--role", "careers_leader", "--json")
    assert code == 0
    link = json.loads(out)["link"]
    assert b"password1" in client.get(link.removeprefix("http://127.0.0.1:8000"), follow=True).content


def test_the_link_starts_where_waymark_last_answered_unless_a_site_is_named(run, settings, tmp_path):
    settings.VAR = tmp_path
    (tmp_path / "address").write_text("http://127.0.0.1:8123/\n")
    SchoolFactory(urn="150777")
    options = ["--email", "sam@hodder.example", "--school", "150777", "--role", "careers_leader", "--json"]
    assert json.loads(run(add_user, *options)[1])["link"].startswith("http://127.0.0.1:8123/accounts/")
    named = json.loads(run(add_user, *options, "--site", "https://waymark.school.example/")[1])["link"]
    assert named.startswith("https://waymark.school.example/accounts/")


def test_a_password_may_come_on_standard_input(run, monkeypatch):
    SchoolFactory(urn="150777")
    monkeypatch.setattr("sys.stdin", io.StringIO("a long enough phrase\n"))
    code, out, _ = run(add_user, "--email", "sam@hodder.example", "--school", "150777", "--role", "governor", "--password-stdin", "--json")
    assert (code, json.loads(out)["link"]) == (0, None)
    assert User.objects.get().check_password("a long enough phrase")


@pytest.mark.parametrize("password", ["", "short", "123456789012"])
def test_a_password_that_will_not_do_refuses_everything(run, monkeypatch, password):
    SchoolFactory(urn="150777")
    monkeypatch.setattr("sys.stdin", io.StringIO(password))
    code, out, err = run(add_user, "--email", "sam@hodder.example", "--school", "150777", "--role", "governor", "--password-stdin")
    assert (code, out) == (1, "")
    assert err
    assert not User.objects.exists()


def test_every_role_can_be_given_without_more(run):
    SchoolFactory(urn="150777")
    for number, role in enumerate(("adviser", "tutor", "group_lead", "slt", "trust", "reviewer")):
        assert run(add_user, "--email", f"p{number}@hodder.example", "--school", "150777", "--role", role)[0] == 0


def test_a_tutor_is_given_forms_and_an_existing_person_another_role(run):
    membership = MembershipFactory(school=SchoolFactory(urn="150777"))
    options = ["--email", membership.user.email, "--school", "150777", "--role", "tutor", "--forms", "11A,11B", "--leaving", "2026"]
    code, out, _ = run(add_user, *options)
    assert code == 0
    assert "password" not in out
    assert Membership.objects.get(role="tutor").forms == ["11A", "11B"]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--email", "not an address", "--school", "150777", "--role", "slt"], 1),
        (["--email", "a@hodder.example", "--school", "999999", "--role", "slt"], 1),
        (["--email", "a@hodder.example", "--school", "150777", "--role", "king"], 2),
        (["--school", "150777", "--role", "slt"], 2),
    ],
)
def test_refusals_write_nothing(run, options, code):
    SchoolFactory(urn="150777")
    assert run(add_user, *options)[0] == code
    assert not User.objects.exists()
