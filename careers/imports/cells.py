"""What a cell of a sheet may hold, and how columns are lettered."""

from datetime import date, datetime, time

Cell = str | int | float | bool | date | datetime | time | None


def column_letter(index: int) -> str:
    """The letter a spreadsheet shows for a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_index(letter: str) -> int:
    """The reverse of `column_letter`: A is 0, AA is 26."""
    number = 0
    for character in letter.upper():
        number = number * 26 + ord(character) - ord("A") + 1
    return number - 1
