"""Lists with one column for each status: "Enrolled | Withdrawn | Did not attend", ticked (docs/returns.md)."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from destinations.rules.activities import code_of_words
from destinations.rules.in_turn import InTurn, answered, said_in_turn
from destinations.rules.remembered import Remembered, WordMeaning, recall
from destinations.rules.statements import Said
from destinations.rules.statuses import EMPTY, NOT_STATED, Marked, after_mark, plain, said_by, said_by_heading

TICKS = frozenset({"✓", "✔", "☑", "✅", "√", "ü", "þ", "\uf0fc", "y", "yes", "1", "true"})
SHORT = {Said.PRESENT: "present", Said.LEFT: "left", Said.NOT_HERE: "not there", NOT_STATED: "not stated"}
LONGEST_MARK = 12
NOTHING_IN_TURN = InTurn()
UNSURE = frozenset({"?", "??", "not known", "unknown", "tbc"})
UNTICKED = frozenset({"no", "n", "not applicable"}) | UNSURE


@dataclass(frozen=True, slots=True)
class Ticked:
    """What the ticked columns of a row come to. `headings` are those that are ticked, `said` is None where they say nothing.

    `denied` are the headings answered no, as far as a no says anything: where nothing is ticked, or to a question that asks on.
    """

    headings: tuple[str, ...] = ()
    said: str | None = None
    code: str | None = None
    contradict: bool = False
    on: date | None = None
    denied: tuple[str, ...] = ()


def no_to(heading: str) -> str:
    """What a no under a heading is called among the words of a list."""
    return f"No to “{heading}”"


def is_marked(text: str, x_means: Marked) -> bool:
    """Whether a cell of a ticked column is ticked: a tick, a yes, a day or any word but no."""
    words = plain(text)
    if words in EMPTY | UNTICKED:
        return False
    _, mark = after_mark(words, x_means)
    return mark is not Marked.NO


def meaning_of_heading(heading: str, remembered: Remembered, *, by_authority: bool) -> WordMeaning:
    """What a tick under a heading means: as a person said, else as the heading reads. An authority's headings are activities first."""
    if told := recall(remembered, "marked", heading):
        return told
    code, said = code_of_words(heading), said_by_heading(heading)
    if by_authority and code:
        return WordMeaning(Said.PRESENT, code)
    if said:
        return WordMeaning(said)
    return WordMeaning(Said.PRESENT, code) if code and not re.fullmatch(r"(?:full|part) time", plain(heading)) else WordMeaning()


def ticked(
    marks: Mapping[str, str],
    days: Mapping[str, date],
    remembered: Remembered,
    *,
    x_means: Mapping[str, Marked],
    by_authority: bool = False,
    asked: Sequence[str] = (),
    in_turn: InTurn = NOTHING_IN_TURN,
) -> Ticked:
    """What the marks of a row (heading → text) say. `days` are those that are days: of several dated marks the latest holds.

    `x_means` has what a cross means under each heading; where it has nothing, a cross is a tick. `asked` are all the headings, `in_turn`
    those that ask on after another.

    Marks that say two things contradict; a word about an application beside one about the place does not.
    """
    headings = tuple(heading for heading, text in marks.items() if is_marked(text, x_means.get(heading, Marked.YES)))
    told = {
        heading: meaning for heading in headings if (meaning := meaning_of_heading(heading, remembered, by_authority=by_authority)).said
    }
    answers = {heading: answered(marks.get(heading, ""), x_means.get(heading, Marked.YES)) for heading in asked or marks}
    denied = tuple(heading for heading, answer in answers.items() if answer is Marked.NO and (heading in in_turn.still or not headings))
    if told_no := next((found for heading in denied if (found := recall(remembered, "marked", no_to(heading)))), None):
        return Ticked(headings, told_no.said or None, told_no.outcome, denied=denied)
    firm = {heading: meaning for heading, meaning in told.items() if meaning.said != NOT_STATED} or told
    if not headings and not denied and (blank := recall(remembered, "marked", "")):
        return Ticked((), blank.said or None, blank.outcome)
    unsure = any(plain(text) in UNSURE for text in marks.values())
    by_turn = None if by_authority or unsure else said_in_turn({meaning.said for meaning in firm.values()} - {NOT_STATED}, answers, in_turn)
    if by_turn:
        return Ticked(headings, by_turn, denied=denied)
    if not firm:
        return Ticked(headings, denied=denied)
    if all(heading in days for heading in firm):
        last = max(firm, key=lambda heading: days[heading])
        return Ticked(headings, firm[last].said, firm[last].outcome, on=days[last], denied=denied)
    meanings = {(meaning.said, meaning.outcome) for meaning in firm.values()}
    if len({said for said, _ in meanings}) > 1 or len({code for _, code in meanings if code}) > 1:
        return Ticked(headings, NOT_STATED, contradict=True, denied=denied)
    first = next((meaning for meaning in firm.values() if meaning.outcome), next(iter(firm.values())))
    return Ticked(headings, first.said, first.outcome, denied=denied)


def crosses_among(columns: Mapping[str, Sequence[str]]) -> dict[str, Marked]:
    """What a cross means under each heading of ticked columns of equal length: the tick, unless there are ticks beside it.

    Beside it is in its own column, or in another column of a row that it stands in.
    """
    ticks = {heading: [plain(text) in TICKS for text in texts] for heading, texts in columns.items()}
    in_row = [any(row) for row in zip(*ticks.values(), strict=True)]
    return {
        heading: Marked.NO
        if any(ticks[heading]) or any(ticked_too and is_cross(text) for text, ticked_too in zip(texts, in_row, strict=True))
        else Marked.YES
        for heading, texts in columns.items()
    }


def is_cross(text: str) -> bool:
    return after_mark(plain(text), Marked.YES) == ("", Marked.YES) and after_mark(plain(text), Marked.NO) == ("", Marked.NO)


def told_of_ticks(heading: str, texts: Sequence[str], x_means: Marked) -> str:
    """ "31 rows ticked: present; 6 rows not", and how many of either by a cross."""
    yes = sum(is_marked(text, x_means) for text in texts)
    crosses = sum(is_cross(text) for text in texts)
    by_cross = f" ({crosses} by “x”)" if crosses else ""
    means = SHORT.get(meaning_of_heading(heading, {}, by_authority=False).said, "not understood")
    yes_too, no_too = (by_cross, "") if x_means is Marked.YES else ("", by_cross)
    return f"{rows(yes)} ticked{yes_too}: {means}; {rows(len(texts) - yes)} not ticked{no_too}"


def told_of_answers(columns: Mapping[str, Sequence[str]], x_means: Mapping[str, Marked], in_turn: InTurn) -> dict[str, str]:
    """For each ticked column (heading → text of each row) that holds a no in words: every mark with its rows and what they come to, all
    columns taken together: "“Y” 33 rows: present; “N” 2 rows: left; blank 9 rows: not there"."""
    come_to = [
        ticked(
            {h: text for h, text in zip(columns, row, strict=True) if text}, {}, {}, x_means=x_means, asked=tuple(columns), in_turn=in_turn
        )
        for row in zip(*columns.values(), strict=True)
    ]
    said = [SHORT.get(one.said or NOT_STATED, SHORT[NOT_STATED]) for one in come_to]
    told = {}
    for heading, texts in columns.items():
        if any(answered(text, x_means.get(heading, Marked.YES)) is Marked.NO and not is_cross(text) for text in texts):
            pairs = Counter(zip((text if len(text) <= LONGEST_MARK else "…" for text in texts), said, strict=True))
            marks = Counter(mark for mark, _ in pairs.elements())
            shown = [mark for mark, _ in marks.most_common() if mark][:6] + ([""] if marks[""] else [])
            told[heading] = "; ".join(in_mark(mark, [(said, n) for (at, said), n in pairs.most_common() if at == mark]) for mark in shown)
    return told


def in_mark(mark: str, said: Sequence[tuple[str, int]]) -> str:
    """ "“Y” 35 rows: 33 present, 2 left" """
    words = said[0][0] if len(said) == 1 else ", ".join(f"{number} {what}" for what, number in said)
    return f"{f'“{mark}”' if mark else 'blank'} {rows(sum(number for _, number in said))}: {words}"


def told_of_marks(heading: str, texts: Sequence[str], x_means: Marked) -> str:
    """Each mark of a yes-or-no column with its rows and what it says; "" where the column holds words."""
    counts = Counter(text if text in ("", "?") or len(text) <= LONGEST_MARK else "…" for text in texts)
    marks = [text for text in counts if text not in ("", "…") and (after_mark(plain(text), x_means)[1] or plain(text) in EMPTY)]
    if not marks or sum(counts[text] for text in marks) * 2 < sum(n for text, n in counts.items() if text):
        return ""
    shown = sorted(marks, key=lambda text: -counts[text])[:6] + ([""] if counts[""] else [])
    said = {text: said_by(text, heading=heading, x_means=x_means) or NOT_STATED for text in shown}
    parts = [f"{f'“{text}”' if text else 'blank'} {rows(counts[text])}: {SHORT[said[text]]}" for text in shown]
    return "; ".join(parts)


def rows(number: int) -> str:
    return f"{number} row{'' if number == 1 else 's'}"
