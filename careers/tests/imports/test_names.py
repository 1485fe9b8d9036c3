import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.imports.names import PARTICLES, TITLES, BadValue, Name, to_name_part, to_name_parts

WORD = st.from_regex(r"[A-Z][a-z]{2,9}", fullmatch=True)
SURNAME = st.one_of(
    WORD,
    st.builds("{}-{}".format, WORD, WORD),
    st.builds("O'{}".format, WORD),
    st.builds("van der {}".format, WORD),
)


@given(SURNAME, WORD, st.sampled_from(["{s}, {f}", "{s},{f}", "{f} {s}", "Miss {f} {s}", "{s}, {f}, Mr"]))
def test_surname_and_first_name_are_found_again(surname: str, forename: str, style: str) -> None:
    if forename.lower() in TITLES | PARTICLES:
        return
    assert to_name_parts(style.format(s=surname, f=forename)) == Name(surname, forename)


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("SMITH, Joanne May", Name("SMITH", "Joanne", "May")),
        ("Joanne SMITH", Name("SMITH", "Joanne")),
        ("SMITH Joanne (Jo)", Name("SMITH", "Joanne", "", "Jo")),
        ('Joanne "Jo" Smith', Name("Smith", "Joanne", "", "Jo")),
        ("Smith, Joanne (known as Jo)", Name("Smith", "Joanne", "", "Jo")),
        ("Joanne Smith aka Jo", Name("Smith", "Joanne", "", "Jo")),
        ("Smith J", Name("Smith", "J")),
        ("Smith J.A.", Name("Smith", "J.A.")),
        ("J. Smith", Name("Smith", "J.")),
        ("JA Smith", Name("Smith", "JA")),
        ("NG Wei", Name("NG", "Wei")),
        ("McDONALD Kay", Name("McDONALD", "Kay")),
        ("O'BRIEN Sean", Name("O'BRIEN", "Sean")),
        ("van der BERG Jo", Name("van der BERG", "Jo")),
        ("Jo van der BERG", Name("van der BERG", "Jo")),
        ("DE LA CRUZ Maria", Name("DE LA CRUZ", "Maria")),
        ("Layla-Mae SMITH-JONES", Name("SMITH-JONES", "Layla-Mae")),
        ("MR JOHN SMITH", Name("SMITH", "JOHN")),
        ("  Nuñez,\u00a0 Kai ", Name("Nuñez", "Kai")),
        ("Prince", Name("Prince")),
        ("Smith JA", Name("Smith", "JA")),
        ("Amy NG", Name("NG", "Amy")),
        ("Jo (Joanne) Smith", Name("Smith", "Jo", "", "Joanne")),
        ("Joanne 'Jo' Smith", Name("Smith", "Joanne", "", "Jo")),
        ("Miss Jo Smith (she/her)", Name("Smith", "Jo")),
        ("Jo Smith (11A)", Name("Smith", "Jo")),
        ("12. Jo Smith", Name("Smith", "Jo")),
        ("SMITH; Joanne May", Name("SMITH", "Joanne", "May")),
        ("Jo Smith *", Name("Smith", "Jo")),
        ("John Smith Jnr", Name("Smith", "John")),
        ("Jo Smith née Brown", Name("Smith", "Jo")),
    ],
)
def test_names_as_lists_write_them(cell: str, name: Name) -> None:
    assert to_name_parts(cell) == name


def test_nothing_is_no_name_and_a_number_is_refused() -> None:
    assert to_name_parts("  ") is None
    with pytest.raises(BadValue):
        to_name_parts(42)


@given(st.text(max_size=40))
def test_no_text_breaks_a_name(text: str) -> None:
    try:
        parts = to_name_parts(text)
    except BadValue:
        return
    assert parts is None or parts.surname or parts.forename or parts.known_as


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Khan Amira", Name("Khan", "Amira")),
        ("Khan Amira Noor", Name("Khan", "Amira", "Noor")),
        ("De La Cruz Maria", Name("De La Cruz", "Maria")),
        ("Amira KHAN", Name("KHAN", "Amira")),
        ("Khan, Amira", Name("Khan", "Amira")),
        ("Van Jo", Name("Van", "Jo")),
    ],
)
def test_in_a_column_of_surnames_first_only_the_name_itself_says_otherwise(cell: str, name: Name) -> None:
    assert to_name_parts(cell, "surname_first") == name


@pytest.mark.parametrize(
    ("typed", "part", "called"),
    [
        ("Ashworth,", "Ashworth", ""), ("1. Ashworth", "Ashworth", ""), ("Ashworth*", "Ashworth", ""), ("Miss Ashworth", "Ashworth", ""),
        ("Ashworth (11A)", "Ashworth", ""), ("Poppy (Pip)", "Poppy", "Pip"), ("Ashworth, Poppy", "Ashworth", ""),
        ("van der Berg", "van der Berg", ""),
        ("O'Neill", "O'Neill", ""), ("Al-Amin -", "Al-Amin", ""), ("", "", ""), ("***", "***", ""),
    ],
)  # fmt: skip
def test_half_a_name_is_read_without_what_stands_around_it(typed: str, part: str, called: str) -> None:
    assert to_name_part(typed) == (part, called)
