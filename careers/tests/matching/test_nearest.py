from datetime import date

from careers.matching.nearest import nearest
from careers.matching.records import Known, Listed

OURS = [
    Known(1, surname="Clegg", forename="Maya", date_of_birth=date(2008, 11, 30)),
    Known(2, surname="Clegg", forename="Tom", date_of_birth=date(2009, 2, 1)),
    Known(3, surname="Ashworth", forename="Poppy", date_of_birth=date(2009, 3, 14)),
]


def test_the_students_most_like_a_row_come_first_though_none_is_near_enough_to_be_proposed():
    found = nearest(Listed("row", surname="Clegg", forename="May", date_of_birth=date(2009, 1, 30)), OURS)
    assert found[0].id == 1
    assert 3 not in [one.id for one in found]
    assert all(one.words for one in found)


def test_nobody_is_near_to_a_row_that_has_no_name_in_common():
    assert nearest(Listed("row", surname="Zephaniah", forename="Quill", date_of_birth=date(2009, 3, 14)), OURS) == ()


def test_at_most_three_are_named():
    many = [Known(n, surname="Clegg", forename=f"{chr(65 + n)}nna", date_of_birth=date(2009, 1, 1 + n)) for n in range(9)]
    assert len(nearest(Listed("row", surname="Clegg", forename="Anna"), many)) == 3
