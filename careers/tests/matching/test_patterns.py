"""Names that change by rule: alphabets, endings by gender, articles, courtesy names, and people with one name."""

import pytest

from careers.matching.names import words
from careers.matching.patterns import alike_by_rule, by_ear, by_gender, is_no_surname, is_patronymic, shortened
from careers.matching.records import Pile

from .people import find, of, ours, row


@pytest.mark.parametrize(
    ("listed", "known"),
    [
        pytest.param(("Юлія", "Шевченко"), ("Yuliia", "Shevchenko"), id="Ukrainian letters"),
        pytest.param(("Сергей", "Иванов"), ("Sergei", "Ivanov"), id="Russian letters"),
        pytest.param(("Yuliya", "Szewczenko"), ("Yuliia", "Shevchenko"), id="an alphabet by way of Polish"),
        pytest.param(("Oleksiy", "Kovalchuk"), ("Oleksii", "Kovalchuk"), id="another passport"),
        pytest.param(("Anna", "Kowalski"), ("Anna", "Kowalska"), id="a Polish father's surname"),
        pytest.param(("Anna", "Zielinska"), ("Anna", "Zieliński"), id="a Polish daughter's surname"),
        pytest.param(("Daria", "Zelenskyi"), ("Daria", "Zelenska"), id="a Ukrainian father's surname"),
        pytest.param(("Elena", "Ivanov"), ("Elena", "Ivanova"), id="a Bulgarian father's surname"),
        pytest.param(("Ruta", "Kazlauskas"), ("Rūta", "Kazlauskaitė"), id="a Lithuanian father's surname"),
        pytest.param(("Oleksandr", "Petrenko"), ("Oleksandr Ivanovych", "Petrenko"), id="a patronymic left out"),
        pytest.param(("Stefan", "Turcanu"), ("Ștefan", "Țurcanu"), id="Romanian letters lost"),
        pytest.param(("Shebnem", "Chelik"), ("Şebnem", "Çelik"), id="Turkish letters by ear"),
        pytest.param(("Nguyen Thi", "Mai"), ("Thi Mai", "Nguyen"), id="a Vietnamese surname first"),
        pytest.param(("Chen", "Wei"), ("Wei", "Chen"), id="a Chinese surname first"),
        pytest.param(("Xiaoming", "Zhang"), ("Xiao-Ming", "Zhang"), id="a Chinese name in one word"),
        pytest.param(("Lucia", "Garcia"), ("Lucía", "García Fernández"), id="the first of two Spanish surnames"),
        pytest.param(("Ines", "Almeida"), ("Inês", "de Almeida"), id="a Portuguese particle lost"),
        pytest.param(("Omar", "Alhassan"), ("Omar", "Hassan"), id="an Arabic article joined"),
        pytest.param(("Laith", "Bin Sabbagh"), ("Laith", "Sabbagh"), id="bin"),
        pytest.param(("Md Rafiq", "Miah"), ("Rafiq", "Miah"), id="Md put in front"),
        pytest.param(("Rafiq", "Miah"), ("Mohammed Rafiq", "Miah"), id="Mohammed dropped"),
        pytest.param(("Simran Kaur", "Gill"), ("Simran", "Gill"), id="Kaur added to the first name"),
        pytest.param(("Simran", "Kaur Gill"), ("Simran", "Gill"), id="Kaur added to the surname"),
        pytest.param(("Seun", "Adeyemi"), ("Oluwaseun", "Adeyemi"), id="Oluwa dropped"),
        pytest.param(("Conor", "O'Neill"), ("Conor", "Ó Néill"), id="an Irish surname"),
        pytest.param(("Fatima", "."), ("Fatima", "-"), id="no surname on either side"),
        pytest.param(("Fatima", "Fatima"), ("Fatima", "."), id="one name in both columns"),
    ],
)
def test_a_name_that_changed_by_a_rule_of_its_language_is_certain_with_the_birth_date(listed, known):
    answer = find(row(*listed), ours(*known, id="the one"))
    assert (answer.pile, answer.student) == (Pile.CERTAIN, "the one"), answer.why


def test_a_courtesy_name_as_a_surname_is_offered_at_least():
    answer = find(row("Simran", "Kaur"), ours("Simran", "Gill", middle_names="Kaur", id="the one"))
    assert answer.candidates[0].id == "the one"


def test_a_courtesy_name_is_no_middle_name_that_differs():
    known = ours("Harpreet", "Sandhu", middle_names="Rose")
    assert find(of(known, middle_names="Kaur"), known).student == "Harpreet"


def test_one_of_no_surname_is_not_another_of_no_surname():
    assert find(row("Fatima", "."), ours("Zainab", ".", id="zainab")).pile != Pile.CERTAIN


def test_a_boys_name_and_a_girls_made_from_it_are_two_names():
    assert not shortened("daniel", "daniella") and not shortened("michael", "michaela") and not shortened("paul", "paulina")
    assert shortened("temi", "temitope") and shortened("seun", "oluwaseun") and not shortened("jo", "joseph")


@pytest.mark.parametrize(("a", "b"), [("shevchenko", "szewczenko"), ("yuliia", "julia"), ("ahmadi", "ahmady"), ("zakariyya", "zakaria")])
def test_spellings_of_one_sound_are_one(a, b):
    assert by_ear(a) == by_ear(b)


@pytest.mark.parametrize(("a", "b"), [("sara", "zara"), ("hassan", "hussain"), ("mia", "maya"), ("chan", "shan"), ("amir", "omar")])
def test_names_of_another_sound_stay_two(a, b):
    assert by_ear(a) != by_ear(b)


def test_a_surname_by_gender_has_one_form():
    assert by_gender("kowalska") == by_gender("kowalski") | {"kowalski"} == {"kowalski"}
    assert by_gender("smith") == {"smith"}
    assert alike_by_rule("novakova", "novakov") and not alike_by_rule("allen", "len")


def test_what_stands_for_no_surname_is_none():
    assert is_no_surname(" . ") and is_no_surname("N/A") and not is_no_surname("Ng") and not is_no_surname("")


def test_a_patronymic_is_known_by_its_ending():
    assert is_patronymic("petrovych") and is_patronymic("ivanivna") and is_patronymic("sergeevich") and not is_patronymic("marie")


def test_cyrillic_is_read_as_a_passport_writes_it():
    assert words("Щербак") == ("shcherbak",) and words("Гліб") == ("hlib",) and words("Глеб") == ("gleb",)
