"""Coming in with the school's own account: one verified address of one student of that school, or one and the same refusal."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from careers.models import ContactDetail, User
from careers.rules.contact import ContactKind
from careers.tests.asking_factories import ContactDetailFactory
from careers.tests.factories import StudentFactory
from surveys.models import Invitation
from surveys.tests import openid_provider
from surveys.tests.factories import InvitationFactory

pytestmark = pytest.mark.django_db
EMAIL = "robin@hodder.example"


@pytest.fixture(scope="module")
def server():
    with openid_provider.running() as stand_in:
        yield stand_in


@pytest.fixture
def provider(server, settings, invitation):
    """The stand-in, set up for the school of the invitation."""
    server.__init__(server.issuer)
    settings.SCHOOL_ACCOUNTS = {
        "google": {
            "name": "Google", "issuer": server.issuer, "client_id": openid_provider.CLIENT, "client_secret": openid_provider.SECRET,
            "school_urn": invitation.student.school.urn, "domains": ("Hodder.example",),
        }
    }  # fmt: skip
    return server


@pytest.fixture
def invitation() -> Invitation:
    invitation = InvitationFactory()
    ContactDetailFactory(student=invitation.student, kind=ContactKind.SCHOOL_EMAIL, value="Robin@hodder.example")
    return invitation


def start(client: Client) -> str:
    return client.get(reverse("school_account:start", args=["google"]))["Location"]


def come_back(client: Client, **answer: str):
    return client.get(reverse("school_account:back", args=["google"]), answer)


def sign_in(client: Client, provider) -> object:
    return come_back(client, **provider.agree(start(client)))


def is_refused(response) -> bool:
    return response.status_code == 403 and "waymark-pass" not in response.cookies


def test_the_student_comes_to_the_survey_that_is_open_without_an_account(client, provider, invitation):
    response = sign_in(client, provider)
    assert response["Location"] == reverse("answer:start")
    assert f"Hello {invitation.student.forename}" in client.get(response["Location"]).content.decode()
    assert not User.objects.exists() and "sessionid" not in client.cookies
    assert client.get("/").status_code == 302 and "/accounts/login/" in client.get("/")["Location"]


def test_the_address_given_to_the_provider_has_no_personal_data_and_asks_which_account(client, provider):
    address = start(client)
    assert address.startswith(f"{provider.issuer}/authorization_endpoint?") and "prompt=select_account" in address
    assert "code_challenge_method=S256" in address and "hodder" not in address


@pytest.mark.parametrize(
    "says",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"aud": "another program"},
        {"aud": ["waymark", "another program"]},
        {"iss": "https://accounts.google.com"},
        {"exp": 1_000_000_000},
        {"exp": None},
        {"sub": None},
        {"email_verified": False},
        {"email_verified": None},
        {"email_verified": "true"},
        {"email": "robin@elsewhere.example"},
        {"email": "robin@hodder.example@elsewhere.example"},
        {"email": "nobody@hodder.example"},
        {"email": None},
    ],
    ids=str,
)
def test_what_the_provider_does_not_vouch_for_is_refused(client, provider, says):
    provider.says = says
    assert is_refused(sign_in(client, provider))


def test_a_token_signed_by_somebody_else_is_refused(client, provider):
    provider.sign_with = openid_provider.OTHER_KEY
    assert is_refused(sign_in(client, provider))


def test_a_token_signed_with_no_key_or_with_the_client_secret_is_refused(client, provider):
    for algorithm, key in (("none", None), ("HS256", openid_provider.SECRET * 2)):
        provider.algorithm, provider.sign_with = algorithm, key
        assert is_refused(sign_in(client, provider))


def test_a_key_the_provider_does_not_publish_is_refused(client, provider):
    provider.key_id = "two"
    assert is_refused(sign_in(client, provider))


def test_an_answer_to_another_browsers_question_is_refused(client, provider):
    answer = provider.agree(start(client))
    assert is_refused(come_back(Client(), **answer))
    assert is_refused(come_back(client, **{**answer, "state": "another"}))


def test_an_answer_is_taken_once(client, provider):
    answer = provider.agree(start(client))
    assert come_back(client, **answer).status_code == 302
    assert is_refused(come_back(client, **answer))


def test_a_refusal_at_the_provider_is_a_refusal_here(client, provider):
    state = provider.agree(start(client))["state"]
    assert is_refused(come_back(client, state=state, error="access_denied"))


def test_a_provider_that_calls_itself_something_else_is_not_asked(client, provider):
    provider.described = {"issuer": "https://elsewhere.example"}
    assert is_refused(client.get(reverse("school_account:start", args=["google"])))


def test_an_address_of_two_students_lets_neither_in(client, provider, invitation):
    twin = StudentFactory(cohort=invitation.student.cohort)
    ContactDetailFactory(student=twin, kind=ContactKind.SCHOOL_EMAIL, value=EMAIL)
    assert is_refused(sign_in(client, provider))


@pytest.mark.parametrize(
    "change", [{"ended_at": timezone.now()}, {"kind": ContactKind.EMAIL}, {"whose": "parent"}], ids=["ended", "personal", "a parent's"]
)
def test_only_a_school_address_of_the_student_that_holds_now_counts(client, provider, change):
    ContactDetail.objects.update(**change)
    assert is_refused(sign_in(client, provider))


def test_the_same_address_in_another_school_is_somebody_elses(client, provider, settings):
    settings.SCHOOL_ACCOUNTS["google"]["school_urn"] = "999999"
    assert is_refused(sign_in(client, provider))


def test_a_wave_that_is_over_or_a_student_on_hold_is_refused_alike(client, provider, invitation):
    good = sign_in(client, provider)
    pages = []
    for change in ({"safeguarding_hold": True}, {"deceased": True}):
        type(invitation.student).objects.filter(pk=invitation.student_id).update(**{"safeguarding_hold": False, **change})
        pages.append(sign_in(Client(), provider))
    type(invitation.student).objects.filter(pk=invitation.student_id).update(safeguarding_hold=False, deceased=False)
    type(invitation.wave).objects.update(closes_on=timezone.localdate() - timedelta(days=1))
    pages.append(sign_in(Client(), provider))
    provider.says = {"email": "nobody@hodder.example"}
    pages.append(sign_in(Client(), provider))
    assert good.status_code == 302 and all(map(is_refused, pages))
    assert len({page.content for page in pages}) == 1


def test_the_providers_description_and_keys_are_kept(client, provider):
    for _ in range(3):
        sign_in(client, provider)
    assert provider.asked.count("/jwks_uri") <= 1 and provider.asked.count("/.well-known/openid-configuration") <= 1


def test_microsofts_sign_in_name_counts_and_its_email_does_not():
    from careers.rules.school_accounts import NotBelieved, Provider, problem, verified_email

    tenant = "https://login.microsoftonline.com/5f3c/v2.0"
    microsoft = Provider("microsoft", "Microsoft", tenant, "waymark", "secret", "900001", ("hodder.example",))
    claims = {"nonce": "n", "preferred_username": "Robin@Hodder.example", "email": "head@hodder.example"}
    assert verified_email(microsoft, claims, "n") == EMAIL
    with pytest.raises(NotBelieved):
        verified_email(microsoft, {"nonce": "n", "email": EMAIL, "email_verified": True}, "n")
    common = Provider("microsoft", "Microsoft", tenant.replace("5f3c", "common"), "waymark", "secret", "900001", ("hodder.example",))
    assert "tenant" in problem(common) and not problem(microsoft)


def test_a_private_google_account_with_a_school_address_is_not_the_schools():
    from careers.rules.school_accounts import NotBelieved, Provider, verified_email

    google = Provider("google", "Google", "https://accounts.google.com", "waymark", "secret", "900001", ("hodder.example",))
    claims = {"nonce": "n", "email": EMAIL, "email_verified": True}
    assert verified_email(google, {**claims, "hd": "hodder.example"}, "n") == EMAIL
    with pytest.raises(NotBelieved):
        verified_email(google, claims, "n")


def test_the_button_is_there_only_when_it_is_set_up(client, provider, settings):
    assert "Sign in with Google" in client.get(reverse("school_account:choose")).content.decode()
    assert "Sign in with Google" in client.get(reverse("class:code")).content.decode()
    settings.SCHOOL_ACCOUNTS["google"]["client_secret"] = ""
    assert "Sign in with Google" not in client.get(reverse("class:code")).content.decode()
    assert client.get(reverse("school_account:choose")).status_code == 404
    assert client.get(reverse("school_account:start", args=["google"])).status_code == 404
