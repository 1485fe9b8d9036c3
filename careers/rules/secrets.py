"""Secrets that open something: derived from a random seed and a key, so that they can be said again and are stored nowhere.

A link's secret has 256 bits and is found again by its plain digest. Codes that a person types have few, so that their digests are
keyed too: a copy of the database alone tells nobody a code.
"""

import base64
import hashlib
import hmac
import re
import unicodedata

# No vowels, so that no word appears; of signs that look alike (0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V Y) one or none. A prime number of them.
ALPHABET = "23456789CDFGHJKMNPRTVWX"
READ_AS = str.maketrans("SBZ", "582")
CODE_LENGTH = 8
DIGITS = 6
SEPARATORS = re.compile(r"[\s\-\u2010-\u2015]+")


def key_for(secret_key: str | bytes, what: str) -> bytes:
    """A key of its own for each kind of secret, so that one never stands for another."""
    secret = secret_key.encode() if isinstance(secret_key, str) else secret_key
    return hmac.new(secret, f"waymark.{what}".encode(), hashlib.sha256).digest()


def keyed(key: bytes, text: str) -> bytes:
    return hmac.new(key, text.encode("utf-8", "replace"), hashlib.sha256).digest()


def keyed_digest(key: bytes, text: str) -> str:
    """64 hexadecimal digits."""
    return keyed(key, text).hex()


def plain_digest(secret: str) -> str:
    """What is kept of a link's secret: 64 hexadecimal digits. Any text has one."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def link_secret(key: bytes, seed: str) -> str:
    """43 signs that an address can carry as they are: 256 bits (ASVS 5.0, 6.5.2 asks for 112)."""
    return base64.urlsafe_b64encode(keyed(key, seed)).rstrip(b"=").decode()


def one_time_digits(key: bytes, seed: str) -> str:
    """Six digits, each number equally likely but for one part in 10^70."""
    return f"{int.from_bytes(keyed(key, seed), 'big') % 10**DIGITS:0{DIGITS}d}"


def personal_code(key: bytes, seed: str) -> str:
    """Seven signs and a check sign: 3.4 thousand million codes."""
    number, signs = int.from_bytes(keyed(key, seed), "big"), ""
    while len(signs) < CODE_LENGTH - 1:
        number, place = divmod(number, len(ALPHABET))
        signs += ALPHABET[place]
    return signs + check_sign(signs)


def check_sign(signs: str) -> str:
    """Tells one wrong sign, and any two that changed places, every time: weights that differ, modulo a prime."""
    return ALPHABET[-sum(weight * ALPHABET.index(sign) for weight, sign in enumerate(signs, 2)) % len(ALPHABET)]


def as_printed(code: str) -> str:
    """ "CDFG-2345": two groups are easier to copy."""
    return f"{code[:4]}-{code[4:]}"


def personal_code_typed(typed: str) -> str:
    """The code as it was made, from however it was typed: small letters, gaps, S for 5. Empty where it can be no code."""
    code = SEPARATORS.sub("", unicodedata.normalize("NFKC", typed[:40])).upper().translate(READ_AS)
    could_be = len(code) == CODE_LENGTH and set(code) <= set(ALPHABET) and check_sign(code[:-1]) == code[-1]
    return code if could_be else ""


def digits_typed(typed: str) -> str:
    """Six digits, from however they were typed. Empty where it can be no code."""
    digits = SEPARATORS.sub("", unicodedata.normalize("NFKC", typed[:40]))
    return digits if re.fullmatch(rf"[0-9]{{{DIGITS}}}", digits) else ""


def are_same(one: str, other: str) -> bool:
    """Compared in the same time whatever they are."""
    return hmac.compare_digest(one.encode(), other.encode())
