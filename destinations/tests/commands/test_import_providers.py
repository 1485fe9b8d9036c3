import json
from pathlib import Path

import pytest

from careers.models import AuditEvent
from careers.tests.factories import SchoolFactory
from destinations.actions.providers import add_provider
from destinations.management.commands.import_providers import Command
from destinations.models import Provider

pytestmark = pytest.mark.django_db
LIST = """Name,Type,Aliases,UKPRN,URN,Postcode
Cardwell Newlands College,sixth form college,Cardwell Newlands Coll; CNC,10005000,,PR1 1AA
St Oswald's Sixth Form,school sixth form,SOSF,,130003,pr41aa
"""


@pytest.fixture
def run(capsys, tmp_path):
    def command(text, *options):
        file = Path(tmp_path, "providers.csv")
        file.write_text(text)
        with pytest.raises(SystemExit) as ended:
            Command().run_from_argv(["manage.py", "import_providers", str(file), "--school", "150123", *options])
        told = capsys.readouterr()
        return ended.value.code or 0, told.out, told.err

    return command


@pytest.fixture(autouse=True)
def school():
    return SchoolFactory(urn="150123")


def test_a_list_comes_in_and_the_same_again_changes_nothing(run):
    code, out, err = run(LIST, "--json")
    assert (code, json.loads(out), err) == (0, {"new": 2, "changed": 0, "same": 0, "refused": []}, "")
    events = AuditEvent.objects.count()
    assert json.loads(run(LIST, "--json")[1]) == {"new": 0, "changed": 0, "same": 2, "refused": []}
    assert AuditEvent.objects.count() == events
    provider = Provider.objects.get(urn="130003")
    assert (provider.postcode, provider.type) == ("PR4 1AA", "school sixth form")


def test_a_newer_list_changes_what_differs_and_keeps_names(run):
    run(LIST)
    assert json.loads(run(LIST.replace("10005000", "10005111").replace("; CNC", "; Newlands"), "--json")[1])["changed"] == 1
    provider = Provider.objects.get(ukprn="10005111")
    assert {name.name for name in provider.names.all()} == {"Cardwell Newlands College", "CNC", "Newlands"}


def test_refused_rows_are_listed_with_row_column_value_and_reason(run):
    code, out, _ = run(LIST + "Oboe Academy,orchestra,,,,\nBay Sixth,sixth form college,CNC,99,,\n", "--json")
    assert code == 3
    told = json.loads(out)
    assert told["new"] == 3
    assert [(p["row"], p["column"], p["value"]) for p in told["refused"]] == [
        (4, "Type", "orchestra"), (4, "Type", "orchestra"), (5, "UKPRN", "99"), (5, "Aliases", "CNC"),
    ]  # fmt: skip


def test_a_name_that_is_an_alias_of_a_provider_in_the_register_is_that_provider(run, school):
    add_provider(school=school, by=None, name="Cardwell Newlands College", type="sixth form college", aliases=["CNC"])
    assert json.loads(run("Name,Type\nCNC,sixth form college\n", "--json")[1])["same"] == 1


def test_a_dry_run_writes_nothing_and_says_the_same(run):
    assert json.loads(run(LIST, "--json", "--dry-run")[1])["new"] == 2
    assert not Provider.objects.exists()


def test_a_file_that_is_no_list_is_refused_in_one_sentence(run):
    code, out, err = run("A letter about something else", "--json")
    assert (code, out) == (1, "")
    assert "No list of providers" in err


def test_a_list_with_two_columns_of_names_is_refused_and_nothing_written(run):
    code, out, err = run("Name,Name,Type\nBay Sixth,Bay College,sixth form college\n", "--json")
    assert (code, out) == (1, "")
    assert "Columns A and B are both headed “Name”" in err
    assert not Provider.objects.exists()
