from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.imports.dates import BadValue, counted_from_1904, date_order, in_words, to_date
from careers.imports.sheets import clean

DAY = date(2009, 3, 14)
DAYS = st.dates(min_value=date(1951, 1, 1), max_value=date(2049, 12, 31))
STYLES = [
    "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %m %Y", "%d/%m/%y", "%d-%b-%Y", "%d.%b.%Y",
    "%d%m%Y", "%Y-%m-%dT%H:%M:%S+01:00", "%Y-%m-%d %H:%M:%S+00",
    "%d/%m/%Y 00:00:00",    "%d/%m/%Y %I:%M %p", "%Y.%m.%d", "%a %d %b %Y", "%d-%B-%y", "%-d/%-m/%Y", "%d.%m.%y", "%d %b %Y", "%d %B %Y",
    "%d-%b-%y", "%d%b%Y", "%B %d %Y", "%b %d, %Y", "%Y-%m-%d", "%Y/%m/%d", "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d %H:%M:%S.000", "%d/%m/%Y %H:%M", "%A %d %B %Y", "%a, %d %b %Y", "%Y%m%d",
    " %d / %m / %Y ", "%Y %b %d",
]  # fmt: skip


@given(DAYS, st.sampled_from(STYLES))
def test_a_date_is_read_back_however_it_was_written(day: date, style: str) -> None:
    latest = 2049 if day.year >= 1950 else 1999
    if ("%y" in style and day.year < 1950) or (style == "%d%m%Y" and _also_year_first(day)):
        return
    assert to_date(day.strftime(style), latest_year=latest) == day


def _also_year_first(day: date) -> bool:
    """Whether 20092010, the 20th of September 2010, would be read as a day of 2009."""
    digits = day.strftime("%d%m%Y")
    return digits[:2] in ("19", "20") and int(digits[4:6]) in range(1, 13)


@given(DAYS, st.sampled_from(["%m/%d/%Y", "%m-%d-%y", "%m.%d.%Y"]))
def test_american_dates_are_read_when_the_column_is_american(day: date, style: str) -> None:
    assert to_date(day.strftime(style), "mdy") == day


@given(DAYS)
def test_a_serial_number_is_the_day_a_spreadsheet_means(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    assert to_date(serial) == to_date(str(serial)) == to_date(float(serial)) == to_date(f"{serial}.0") == day


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_is_refused_with_a_sentence(text: str) -> None:
    try:
        assert to_date(text) is None or isinstance(to_date(text), date)
    except BadValue as refusal:
        assert refusal.sentence.endswith(".")


@pytest.mark.parametrize(
    "typed",
    ["14th March 2009", "14 of March 2009", "March 14th, 2009", "14/3/09", "'14/03/2009", "14–03–2009"],
)
def test_dates_as_people_type_them(typed: str) -> None:
    assert to_date(typed) == DAY


def test_true_dates_lose_their_time() -> None:
    assert to_date(DAY) == to_date(datetime(2009, 3, 14, 9, 30)) == DAY


@pytest.mark.parametrize("blank", [None, "", "  ", "\u00a0", float("nan")])
def test_nothing_is_no_date(blank: str | float | None) -> None:
    assert to_date(blank) is None


def test_a_two_digit_year_is_the_last_one_before_the_year_given() -> None:
    assert to_date("01/09/08", latest_year=2026) == date(2008, 9, 1)
    assert to_date("01/09/26", latest_year=2026) == date(2026, 9, 1)
    assert to_date("01/09/75", latest_year=2026) == date(1975, 9, 1)


def test_a_date_possible_in_only_one_order_is_read_in_that_order() -> None:
    assert to_date("03/14/2009") == DAY
    assert to_date("14/03/2009", "mdy") == DAY


def test_an_ambiguous_date_is_day_first() -> None:
    assert to_date("04/03/2009") == date(2009, 3, 4)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31/02/2009", "31/02/2009 is not a date: February 2009 has no day 31."),
        ("29 Feb 2009", "29 Feb 2009 is not a date: February 2009 has no day 29."),
        ("45/45/2009", "45/45/2009 is not a date: there is no month 45."),
        ("14 Mars 2009", "14 Mars 2009 is not a date: Mars is not a month."),
        ("14/03/0009", "14/03/0009 is not a date: the year 9 cannot be right."),
        ("soon", "soon is not a date we can read. Write it like 14/03/2009."),
    ],
)
def test_an_impossible_date_is_refused_in_a_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(BadValue) as refused:
        to_date(typed)
    assert refused.value.sentence == sentence


@pytest.mark.parametrize("cell", [True, time(9, 30), 3, 2009, 10**12])
def test_what_cannot_be_a_date_is_refused(cell: object) -> None:
    with pytest.raises(BadValue):
        to_date(clean(cell))


def test_a_column_is_american_only_when_it_is_proved() -> None:
    assert date_order(["03/04/2009", "05/06/2009"]) == "dmy"
    assert date_order(["03/04/2009", "05/26/2009"]) == "mdy"
    assert date_order(["13/04/2009", "05/26/2009"]) == "dmy"
    assert date_order(["2009-03-14", "2009-03-15"]) == "ymd"
    assert date_order([DAY, None, "14 Mar 2009"]) is None


@given(st.lists(DAYS, min_size=1, max_size=60, unique=True))
def test_a_column_read_in_the_wrong_order_is_put_right(days: list[date]) -> None:
    read = [day.replace(day=day.month, month=day.day) if day.day <= 12 else f"{day:%d/%m}/{day.year:04}" for day in days]
    if min(sum(isinstance(cell, str) for cell in read), sum(isinstance(cell, date) for cell in read)) < 3:
        return
    order = date_order(read)
    assert order == "swapped"
    assert [to_date(cell, order) for cell in read] == days


def test_an_american_column_read_as_british_is_put_right_too() -> None:
    read = ["03/14/2009", "03/15/2009", "03/16/2009", date(2009, 12, 3), date(2009, 1, 4), datetime(2009, 2, 5, 0, 0)]
    order = date_order(read)
    assert [to_date(cell, order) for cell in read[3:]] == [date(2009, 3, 12), date(2009, 4, 1), date(2009, 5, 2)]


def test_texts_among_true_dates_prove_nothing_when_a_single_one_is_otherwise() -> None:
    mixed = ["14/03/2009", "15/03/2009", "16/03/2009", date(2009, 12, 3), date(2009, 1, 4), date(2009, 2, 5)]
    assert date_order([*mixed, date(2009, 3, 14)]) == "dmy"
    assert date_order([*mixed, "04/03/2009"]) == "dmy"
    assert date_order(mixed[2:4]) == "dmy"


@given(st.lists(st.dates(date(2008, 9, 1), date(2009, 8, 31)), min_size=5), st.booleans())
def test_serial_numbers_counted_from_1904_are_told_by_everybody_being_too_old(days: list[date], typed: bool) -> None:
    serials = [(day - date(1904, 1, 1)).days for day in days]
    cells = [str(serial) if typed else serial for serial in serials]
    assert counted_from_1904(cells, date(2025, 11, 1))
    assert [to_date(cell, "1904") for cell in cells] == days


def test_serial_numbers_of_school_leavers_are_not_counted_from_1904() -> None:
    serials = [(date(2009, month, 3) - date(1899, 12, 30)).days for month in range(1, 9)]
    assert not counted_from_1904(serials, date(2025, 11, 1))
    assert not counted_from_1904([DAY] * 9, date(2025, 11, 1))


def test_a_date_in_words() -> None:
    assert in_words(DAY) == "14 Mar 2009"
