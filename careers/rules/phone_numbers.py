"""Telephone numbers as people and spreadsheets write them, kept as +447700900123 (E.164)."""

import re
from typing import Any

import phonenumbers
from phonenumbers import Leniency, NumberParseException, PhoneNumber, PhoneNumberFormat, PhoneNumberType

HOME, LONGEST = "GB", 60
BETWEEN = re.compile(r"[\s().\-]")
LOST_ZERO = re.compile(r"[1-37]\d{8,9}")  # a spreadsheet takes 07700 900123 for the number 7700900123
TRIAL = re.compile(r"\+44(7700900|1632960)\d{3}")  # Ofcom's numbers for stories, which belong to nobody
TRIAL_MOBILE = "+447700900"
MOBILE_TYPES = frozenset({PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE})


def as_kept(written: Any) -> str:
    """E.164, with a leading zero put back that a spreadsheet dropped. Empty where it is no telephone number."""
    number = read(written)
    return phonenumbers.format_number(number, PhoneNumberFormat.E164) if number else ""


def read(written: Any) -> PhoneNumber | None:
    """The number, or the first number in what was written ("07700 900123 (mum)")."""
    text = f"{written:.0f}" if isinstance(written, float) and written.is_integer() else str(written).strip()[:LONGEST].removesuffix(".0")
    digits = BETWEEN.sub("", text)
    return parsed(f"0{digits}" if LOST_ZERO.fullmatch(digits) else text) or next(
        (match.number for match in phonenumbers.PhoneNumberMatcher(text, HOME, leniency=Leniency.POSSIBLE) if is_real(match.number)), None
    )


def parsed(text: str) -> PhoneNumber | None:
    try:
        number = phonenumbers.parse(text, HOME)
    except NumberParseException:
        return None
    return number if is_real(number) else None


def is_real(number: PhoneNumber) -> bool:
    return phonenumbers.is_valid_number(number) or bool(TRIAL.fullmatch(phonenumbers.format_number(number, PhoneNumberFormat.E164)))


def takes_texts(kept: str) -> bool:
    """Whether a number as it is kept is a mobile's."""
    number = read(kept)
    return number is not None and (kept.startswith(TRIAL_MOBILE) or phonenumbers.number_type(number) in MOBILE_TYPES)


def as_shown(kept: str) -> str:
    """07700 900123 for a number of this country, +33 1 … for another."""
    number = read(kept)
    if number is None:
        return kept
    at_home = number.country_code == phonenumbers.country_code_for_region(HOME)
    return phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL if at_home else PhoneNumberFormat.INTERNATIONAL)
