from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.rules.best_way import Way, best_way
from careers.rules.contact import ContactKind, MessageChannel
from careers.rules.contact_values import NotThat, kept_value, masked
from careers.rules.may_we import Marks
from careers.rules.phone_numbers import as_kept, as_shown, takes_texts

EMAIL, SCHOOL_EMAIL, MOBILE, PHONE, ADDRESS = (
    ContactKind.EMAIL,
    ContactKind.SCHOOL_EMAIL,
    ContactKind.MOBILE,
    ContactKind.PHONE,
    ContactKind.ADDRESS,
)
DAY = date(2025, 6, 1)


@pytest.mark.parametrize("written", ["zoë@hodder.example", "robin@hödder.example", "robin\u200b@hodder.example"])
def test_an_email_address_with_letters_that_no_mail_server_takes_is_refused_in_words(written) -> None:
    with pytest.raises(NotThat, match="only plain letters"):
        kept_value(EMAIL, written)


@pytest.mark.parametrize(
    "written",
    [
        "07700 900123",
        "7700900123",
        7700900123,
        7700900123.0,
        "+44 7700 900123",
        "0044 7700 900123",
        "07700 900123 (mum)",
        "07700-900-123",
        "07700900123/07700900456",
    ],
)
def test_a_mobile_is_read_however_a_spreadsheet_has_it(written) -> None:
    assert kept_value(MOBILE, written) == "+447700900123"


@pytest.mark.parametrize("written", ["01632 960001", "1632960001", "Home: 01632 960001"])
def test_a_number_at_home_is_no_mobile(written) -> None:
    assert kept_value(PHONE, written) == "+441632960001"
    with pytest.raises(NotThat, match="mobile"):
        kept_value(MOBILE, written)


@pytest.mark.parametrize("written", ["", "123", "none", "n/a", "999", "07700", "ask mum"])
def test_what_is_no_number_is_refused_in_words(written) -> None:
    with pytest.raises(NotThat) as wrong:
        kept_value(PHONE, written)
    assert wrong.value.sentence.startswith("This is not")


def test_a_number_is_shown_as_people_write_it() -> None:
    assert as_shown("+447700900123") == "07700 900123"
    assert as_shown("+33142685300").startswith("+33 1")
    assert not takes_texts("+441524812345")


@given(st.one_of(st.text(max_size=80), st.integers(), st.floats(allow_nan=True)))
def test_any_cell_is_a_number_or_none(written) -> None:
    kept = as_kept(written)
    assert kept == "" or (kept.startswith("+") and as_kept(kept) == kept)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (" Robin.Ashworth@Mail.Example.COM ", "Robin.Ashworth@mail.example.com"),
        ("mailto:a@b.example", "a@b.example"),
        ("o'brien", None),
        ("a@b", None),
        ("a b@c.example", None),
        ("Robin <r@c.example>", None),
        ("a@b.example\nBcc: x@y.example", None),
        ("a@b..example", None),
        ("a@b.example, c@d.example", None),
    ],
)
def test_an_email_address_is_one_address_and_nothing_around_it(written: str, kept: str | None) -> None:
    if kept:
        assert kept_value(EMAIL, written) == kept
    else:
        with pytest.raises(NotThat):
            kept_value(EMAIL, written)


@given(st.sampled_from([EMAIL, ADDRESS, MOBILE, PHONE]), st.text(max_size=400))
def test_what_is_kept_once_is_kept_as_it_is(kind: ContactKind, written: str) -> None:
    try:
        kept = kept_value(kind, written)
    except NotThat:
        return
    assert kept_value(kind, kept) == kept
    assert len(kept) <= 300
    assert "\r" not in kept


def test_an_address_has_the_lines_of_an_envelope() -> None:
    assert kept_value(ADDRESS, "1 Mill Lane, Clitheroe,  LANCS , BB7 1AA") == "1 Mill Lane\nClitheroe\nLANCS\nBB7 1AA"
    assert kept_value(ADDRESS, "1 Mill Lane\r\n\r\nClitheroe\r\nBB7 1AA") == "1 Mill Lane\nClitheroe\nBB7 1AA"
    assert len(kept_value(ADDRESS, ", ".join("abcdefghij")).split("\n")) == 7


def test_a_masked_address_tells_only_its_owner() -> None:
    assert masked(EMAIL, "jamie@gmail.example.com") == "j•••@g•••.com"
    assert masked(MOBILE, "+447700900123") == "••• 123"
    assert masked(ADDRESS, "1 Mill Lane\nClitheroe") == "•••"


def way(place: int, kind: ContactKind, since: date = DAY, **also) -> Way:
    return Way(place, kind, since, **also)


def best(*ways: Way, channel=MessageChannel.EMAIL, marks: Marks | None = None, on: date = DAY) -> int | None:
    found = best_way(ways, channel, marks or Marks(), leaving=2025, on=on)
    return found.place if found else None


def test_a_personal_address_is_better_than_the_school_s_and_a_newer_than_an_older() -> None:
    assert best(way(1, SCHOOL_EMAIL), way(2, EMAIL)) == 2
    assert best(way(1, EMAIL, date(2024, 9, 1)), way(2, EMAIL)) == 2
    assert best(way(1, EMAIL, date(2024, 9, 1), checked_on=date(2025, 9, 1)), way(2, EMAIL)) == 1


def test_a_school_email_is_not_used_after_31_august_of_the_leaving_year() -> None:
    assert best(way(1, SCHOOL_EMAIL), on=date(2025, 8, 31)) == 1
    assert best(way(1, SCHOOL_EMAIL), on=date(2025, 9, 1)) is None


def test_what_came_back_is_not_tried_again() -> None:
    assert best(way(1, EMAIL, bounced=True), way(2, SCHOOL_EMAIL)) == 2


@pytest.mark.parametrize("mark", ["contacts_not_to_be_used", "safeguarding_hold", "deceased"])
@pytest.mark.parametrize("channel", list(MessageChannel))
def test_a_safety_mark_leaves_no_way(mark: str, channel: MessageChannel) -> None:
    assert best(way(1, EMAIL), way(2, MOBILE), way(3, ADDRESS), channel=channel, marks=Marks(**{mark: True})) is None


def test_a_confidential_address_gets_no_letter_and_may_get_an_email() -> None:
    hidden = Marks(confidential_address=True)
    assert best(way(1, ADDRESS), channel=MessageChannel.LETTER, marks=hidden) is None
    assert best(way(1, EMAIL), marks=hidden) == 1
