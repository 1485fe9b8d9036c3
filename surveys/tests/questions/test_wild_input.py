"""Whatever is sent to a page, it is taken or refused with words, and what is taken can be kept, heard and read again."""

import json

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from surveys.places import Register
from surveys.questions.first.survey import OF_APPLICATION, PAGES
from surveys.questions.page import Asked, Page
from surveys.rules.hearing import hear

KEYS = [*PAGES, *(f"application-1-{part}".rstrip("-") for part in OF_APPLICATION)]
APPLIED = {"plan": {"plan": "a_level"}, "applied": {"applied": "yes"}, "application-1": {"place": "Moorside"}}
REGISTER = Register({"cardwell college": 7, "cardwell sixth form": 8}, {7: "Cardwell College", 8: "Cardwell Sixth Form"})


def filled(key: str, data: QueryDict) -> Page:
    called = PAGES.get(key) or OF_APPLICATION[key.removeprefix("application-1").removeprefix("-")]
    return called(data, asked=Asked(key, APPLIED, frozenset(APPLIED), REGISTER))


def names_of(key: str) -> list[str]:
    fields = filled(key, QueryDict()).fields
    parts = [f"{name}_{part}" for name in fields for part in ("day", "month", "year")]
    return [*fields, *parts, "pick"]


def offered(key: str) -> list[str]:
    fields = filled(key, QueryDict()).fields.values()
    return [option.value for field in fields for option in field.options] + ["cardwell", "7", "words", "on", "4", "12", "2026", "31", "2"]


@pytest.mark.parametrize("key", KEYS)
@given(data=st.data())
def test_a_page_takes_or_refuses_anything(key, data):
    value = st.one_of(st.sampled_from(offered(key)), st.text(max_size=30))
    sent = data.draw(st.dictionaries(st.sampled_from(names_of(key)), st.lists(value, min_size=1, max_size=3)))
    query = QueryDict(mutable=True)
    for name, values in sent.items():
        query.setlist(name, values)
    page = filled(key, query)
    if not page.is_valid():
        assert any(part.problem for part in page.parts())
        return
    values = json.loads(json.dumps(page.values()))
    assert "\\u0000" not in json.dumps(values)
    assert page.said(values)
    hear(APPLIED | {key: values})
