"""What emails and documents put around the lines of a list: reply marks, bullets, counting, a farewell."""

import re

FAREWELL = re.compile(
    r"\s*(?:(?:with |many |kind(?:est)? |best |warm(?:est)? )*(?:regards|wishes|thanks|thank you)(?: (?:and|in advance|again).{0,30})?"
    r"|cheers|yours (?:sincerely|faithfully|truly)|sent from my .{1,30})\s*[,.!]*\s*",
    re.I,
)
DIVIDED = re.compile(r"\t|\|.*\||\d{1,2}/\d{1,2}/\d{2,4}")
SIGNATURE = 15
REPLY = re.compile(r"^(?:[ \t]*>)+[ \t]?")
BULLET = re.compile(r"^[ \t]*(?:[•·◦▪●○‣⁃➢✓✔\uf0b7][ \t]*|[*o–—-][ \t]+)")
COUNTED = re.compile(r"^[ \t]*\(?(\d{1,3})[.)][ \t]+(?=\S)")
UNSEEN = str.maketrans({"\u200b": None, "\u200c": None, "\u200d": None, "\u2060": None, "\ufeff": None, "\u00ad": None, "\u00a0": " "})


def bare_line(line: str) -> str:
    """A line without what marks it as quoted in a reply."""
    return REPLY.sub("", line.translate(UNSEEN).rstrip())


def without_bullet(line: str) -> str:
    return BULLET.sub("", line)


def without_farewell(lines: list[str]) -> list[str]:
    """Whoever wrote the email is not on the list: it ends at "Kind regards", when only a few short lines follow."""
    last = next((i for i in range(len(lines) - 1, -1, -1) if FAREWELL.fullmatch(lines[i])), None)
    if last is None or last == 0 or len(lines) - last > SIGNATURE or any(DIVIDED.search(line) for line in lines[last:]):
        return lines
    return lines[:last]


def without_counting(lines: list[str]) -> list[str]:
    """ "1. Jo Smith" is "Jo Smith", where most lines are counted and the numbers follow one another."""
    counts = [int(found[1]) for line in lines if (found := COUNTED.match(line))]
    if len(counts) < 2 or counts != list(range(counts[0], counts[0] + len(counts))) or counts[0] > 1:
        return lines
    return [COUNTED.sub("", line) for line in lines]
