"""Whole columns of UPNs and ULNs proved at once. What is not certainly right as it stands is left for the reader of one cell."""

from collections.abc import Callable, Iterable

import numpy as np

from careers.rules.identifiers import ULN_PLACEHOLDER, UPN_LETTERS

NOUGHT, NINE = ord("0"), ord("9")
LETTERS = np.frombuffer(UPN_LETTERS.encode(), dtype=np.uint8)


def sure_upns(texts: Iterable[str]) -> list[str]:
    """Those that are permanent UPNs with the right check letter, written without spaces and in capitals."""
    shaped, codes = of_length(13, texts)
    digits = codes[:, 1:] - NOUGHT
    letter = LETTERS[(digits * np.arange(2, 14)).sum(axis=1) % len(LETTERS)]
    return chosen(shaped, are_digits(codes[:, 1:]) & (letter == codes[:, 0]))


def sure_ulns(texts: Iterable[str]) -> list[str]:
    """Those that are ULNs with the right check digit, written as ten digits."""
    shaped, codes = of_length(10, texts)
    digits = codes - NOUGHT
    remainder = (digits[:, :9] * np.arange(10, 1, -1)).sum(axis=1) % 11
    right = (remainder != 0) & (10 - remainder == digits[:, 9]) & (digits[:, 0] != 0)
    return [text for text in chosen(shaped, are_digits(codes) & right) if text != ULN_PLACEHOLDER]


SURE: dict[str, Callable[[Iterable[str]], list[str]]] = {"upn": sure_upns, "former_upn": sure_upns, "uln": sure_ulns}


def of_length(length: int, texts: Iterable[str]) -> tuple[list[str], "np.ndarray"]:
    """The plain texts of that length, and their characters as numbers: a row a text."""
    shaped = [text for text in texts if len(text) == length and text.isascii()]
    codes = np.frombuffer("".join(shaped).encode(), dtype=np.uint8).astype(np.int64)
    return shaped, codes.reshape(-1, length)


def are_digits(codes: "np.ndarray") -> "np.ndarray":
    return np.asarray(((codes >= NOUGHT) & (codes <= NINE)).all(axis=1))


def chosen(texts: list[str], right: "np.ndarray") -> list[str]:
    return [text for text, is_right in zip(texts, right.tolist(), strict=True) if is_right]
