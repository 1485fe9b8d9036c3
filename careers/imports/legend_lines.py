"""One line of a legend as pairs of a code and its meaning: "C = current, L = left", "Enrolled (E), Withdrawn (W)"."""

import re
from dataclasses import dataclass

Pair = tuple[str, str]  # code, meaning

LONGEST, LONGEST_CODE, LONGEST_TITLE = 400, 12, 6
TITLE = re.compile(
    r"\b(?:keys?|legends?|codes?|codings?|abbreviations?|glossary|look ?ups?|meanings?|explanations?|definitions?|where|status(?:es)?)\b",
    re.I,
)
OPENING = re.compile(r"\s*(?:keys?|legend|codes?|where|n\.?b\.?)\b\s*[-–—.:]?\s+", re.I)
CODE = r"[\"'“‘(\[]?(?P<code>[A-Za-z]/[A-Za-z]|[^\s=:;,|/\"'“”‘’()\[\]]{1,12})[\"'”’)\]]?"
EQUALS = re.compile(rf"(?:^|[;,|/\n•·.(\[]|\s)\s*{CODE}\s*=>?\s*")
MEANS = re.compile(r"(?:^|[\s,;(])(?P<code>[A-Z0-9]{1,4})\s+(?:means|denotes|indicates|stands for)\s+")
NUMBERED = re.compile(r"(?P<code>\d)\s+(?P<meaning>[A-Za-z].*)")
NEXT_CODE = r"(?=\d{1,2}[.)]\s)|\s+and\s+(?=\S{1,6} (?:is|means|for|indicates|denotes)\b)"
SEGMENTS = re.compile(rf"[;|\n•·]|,|\s/\s|\s+{NEXT_CODE}")
SIGN = re.compile(
    rf"\s*(?:and )?{CODE}\s*(?::|[-–—→]+>?|(?<=\d)[.)]|\bis\b|\bmeans\b|\bfor\b|\bdenotes\b|\bindicates\b)\s*(?P<meaning>\S.*)", re.I
)
LAST_EQUALS = re.compile(r"\s*(?:and )?(?P<meaning>[^()=]{3,}?)\s*=\s*[\"'“‘]?(?P<code>[^\s=()\[\]\"'“”‘’]{1,8})[\"'”’]?\s*")
LAST_IN_BRACKETS = re.compile(r"\s*(?:and )?(?P<meaning>[^()=]{3,}?)\s*[(\[](?P<code>[^\s=()\[\]]{1,8})[)\]]\s*\.?")
FIRST_IN_BRACKETS = re.compile(r"[(\[](?P<code>[^\s()\[\]]{1,6})[)\]]\s*[-–:=]?\s*(?P<meaning>[^()\[\];,|]{3,})")
AROUND = " \t\n,;/|."


@dataclass(frozen=True, slots=True)
class Reading:
    """The pairs of a line with the code first, and with the code last, as far as it can be read so. `firm` where it can hardly be
    anything else: it has a sign of equality, a title, or several pairs."""

    first: tuple[Pair, ...] = ()
    last: tuple[Pair, ...] = ()
    firm: bool = False


def read_line(text: str) -> Reading:
    """What a line says as part of a legend; nothing where it cannot be one. Whether the codes are codes only a list's columns can tell."""
    if not 3 <= len(text) <= LONGEST:
        return Reading()
    title, rest = _without_title(text)
    first = _by_mark(EQUALS, rest) or _by_mark(MEANS, text)
    if not first and "=" not in rest:
        first = _by_sign(rest) or _in_brackets(rest) or _by_number(rest)
    last = _code_last(LAST_EQUALS, rest) or _code_last(LAST_IN_BRACKETS, rest)
    firm = "=" in rest or bool(title) or max(len(first), len(last)) > 1
    return Reading(tuple(first), tuple(last), firm)


def title_of_line(text: str) -> str:
    """What a line calls the legend that it begins or heads; "" where it does not."""
    title, _ = _without_title(text)
    return title or (text.strip(" :") if TITLE.search(text) and len(text.split()) <= LONGEST_TITLE and "=" not in text else "")


def read_cells(first: str, second: str) -> Reading:
    """Two cells beside each other as a pair, with the code in either."""
    forward = _pair(first, second) if _may_be_code(first) else None
    backward = _pair(second, first) if _may_be_code(second) and not second.strip().isdecimal() else None
    return Reading((forward,) if forward else (), (backward,) if backward else ())


def _may_be_code(text: str) -> bool:
    return len(text.strip()) <= LONGEST_CODE and " " not in text.strip()


def _without_title(text: str) -> Pair:
    """The words before a legend ("Key to status codes:") and the legend; no words where it has none."""
    first, sign, rest = text.partition(":")
    if sign and rest.strip() and _is_title(first):
        return first.strip(), rest.strip()
    opening = OPENING.match(text)
    return (opening[0].strip(" -–—.:"), text[opening.end() :]) if opening and text[opening.end() :].strip() else ("", text)


def _is_title(words: str) -> bool:
    return 1 <= len(words.split()) <= LONGEST_TITLE and TITLE.search(words) is not None and not any(sign in words for sign in "=-–")


def _by_mark(mark: re.Pattern[str], text: str) -> list[Pair]:
    """Pairs whose codes are known by the sign behind them: a meaning goes on until the next."""
    found = list(mark.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    return [pair for match, end in zip(found, ends, strict=False) if (pair := _pair(match["code"], text[match.end() : end]))]


def _by_sign(text: str) -> list[Pair]:
    """Pairs divided by a colon, a dash or a word; what has no such sign goes on with the meaning before it."""
    pairs: list[Pair] = []
    for segment in filter(None, map(str.strip, SEGMENTS.split(text))):
        match = SIGN.fullmatch(segment)
        if match and (pair := _pair(match["code"], match["meaning"])):
            pairs.append(pair)
        elif pairs:
            pairs[-1] = (pairs[-1][0], f"{pairs[-1][1]}, {segment.strip(AROUND)}")
        else:
            return []
    return pairs


def _by_number(text: str) -> list[Pair]:
    """Pairs of a figure and words without any sign, where there are several and nothing else: "1 Continuing, 3 Withdrawn"."""
    matches = [NUMBERED.fullmatch(segment.strip()) for segment in SEGMENTS.split(text) if segment.strip()]
    pairs = [pair for match in matches if match and (pair := _pair(match["code"], match["meaning"]))]
    return pairs if len(matches) > 1 and len({code for code, _ in pairs}) == len(matches) else []


def _code_last(pattern: re.Pattern[str], text: str) -> list[Pair]:
    """Pairs whose code comes last, in every part of the line."""
    matches = [pattern.fullmatch(segment) for segment in SEGMENTS.split(text) if segment.strip()]
    pairs = [pair for match in matches if match and (pair := _pair(match["code"], match["meaning"]))]
    return pairs if matches and len(pairs) == len(matches) else []


def _in_brackets(text: str) -> list[Pair]:
    if text.strip()[:1] not in "([":
        return []
    return [pair for match in FIRST_IN_BRACKETS.finditer(text) if (pair := _pair(match["code"], match["meaning"]))]


def _pair(code: str, meaning: str) -> Pair | None:
    words = re.sub(r"(?:,|;|\band\b|\bor\b|\s)+$", "", meaning.strip(AROUND)).strip(AROUND)
    words = words if words.count("(") == words.count(")") else words.rstrip(")]").lstrip("([")
    said = any(map(str.isalpha, words)) and words.casefold() != code.strip().casefold()
    return (code.strip(), words) if code.strip() and said else None
