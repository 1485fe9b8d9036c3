"""Pupil and learner numbers and postcodes: what is wrong with one, in a sentence.

Sources of the rules: DfE guidance on UPNs, the Learning Records Service on ULNs, GIAS on postcodes.

Each `…_problem` takes text already in capitals without spaces, and answers None when nothing is wrong.
"""

import re

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
UPN_SHAPE = re.compile(r"[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]", re.ASCII)
ULN_SHAPE = re.compile(r"[1-9]\d{9}", re.ASCII)
ULN_PLACEHOLDER = "9999999999"
POSTCODE_SHAPE = re.compile(
    r"(?:[A-PR-UWYZ][0-9]{1,2}|[A-PR-UWYZ][A-HK-Y][0-9]{1,2}|[A-PR-UWYZ][0-9][A-HJKPSTUW]"
    r"|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRVWXY]) [0-9][ABD-HJLNP-UW-Z]{2}"
)
GIRO_POSTCODE = "GIR 0AA"
NO_FIXED_ADDRESS = re.compile(r"ZZ99 [0-9][A-Z]{2}")

_LA_CODES = """
    201-213 301-320 330-336 340-344 350-359 370-373 380-384 390-394 420 800-803 805-808 810-813 815-816
    820-823 825-826 830-831 835-841 845-846 850-852 855-857 860-861 865-874 876-881 883-896 908-909 916
    919 921 925-926 928-929 931 933 935-938 940-943
"""


def _spread(spans: str) -> frozenset[int]:
    pairs = [span.split("-") for span in spans.split()]
    return frozenset(code for pair in pairs for code in range(int(pair[0]), int(pair[-1]) + 1))


ENGLISH_LA_CODES = _spread(_LA_CODES)


def upn_check_letter(upn: str) -> str:
    """The letter a UPN of the right shape should begin with: weights 2 to 13, remainder by 23."""
    total = sum(weight * _value(c) for weight, c in enumerate(upn[1:], start=2))
    return UPN_LETTERS[total % 23]


def upn_problem(upn: str) -> str | None:
    """Why this is not a UPN, or None. A temporary UPN, which ends in a letter, is a UPN."""
    if not UPN_SHAPE.fullmatch(upn):
        return f"{upn} is not a UPN: a UPN is one letter followed by 12 digits."
    expected = upn_check_letter(upn)
    if upn[0] != expected:
        return f"{upn} is not a UPN: with these digits its first letter should be {expected}, not {upn[0]}."
    return None


def upn_is_temporary(upn: str) -> bool:
    """Whether a UPN is one a school made up until the real one is known."""
    return upn[-1:].isalpha()


def upn_la_is_known(upn: str) -> bool:
    """Whether the authority that issued a UPN is one we know. For a warning only: authorities come and go."""
    return upn[1:4].isdecimal() and int(upn[1:4]) in ENGLISH_LA_CODES


def uln_problem(uln: str) -> str | None:
    """Why this is not a ULN, or None."""
    if uln == ULN_PLACEHOLDER:
        return f"{uln} is the number colleges use until the real ULN is known."
    if not ULN_SHAPE.fullmatch(uln):
        return f"{uln} is not a ULN: a ULN is 10 digits and does not begin with 0."
    remainder = sum((10 - place) * int(digit) for place, digit in enumerate(uln[:9])) % 11
    if remainder == 0 or 10 - remainder != int(uln[9]):
        return f"{uln} is not a ULN: its last digit does not agree with the others, so one may be mistyped."
    return None


def normalise_postcode(text: str) -> str:
    """A postcode in capitals with one space before the last three characters; any other text as it came."""
    squeezed = re.sub(r"[^A-Z0-9]", "", text.upper())
    return f"{squeezed[:-3]} {squeezed[-3:]}" if 5 <= len(squeezed) <= 7 else text.strip().upper()


def postcode_problem(postcode: str) -> str | None:
    """Why this is not a postcode, or None. ZZ99, used for people of no fixed address, is allowed."""
    if POSTCODE_SHAPE.fullmatch(postcode) or postcode == GIRO_POSTCODE or NO_FIXED_ADDRESS.fullmatch(postcode):
        return None
    return f"{postcode} is not a postcode."


def _value(character: str) -> int:
    return int(character) if character.isdecimal() else UPN_LETTERS.index(character)
