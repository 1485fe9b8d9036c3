"""Two names beside each other: how they compare, and the word they share. Called once for each different pair of names."""

from collections.abc import Callable

from rapidfuzz.distance import OSA

from .names import one_slip, short_slip, two_slips
from .nicknames import SHARED_FIRST, is_a_forename, same_forename, same_surname
from .patterns import COURTESY, alike_by_rule, by_ear, is_patronymic, shortened
from .people import MIDDLE, Called, Family
from .points import First, Last

IsName = Callable[[str], bool]
Pairs = list[tuple[str, str]]


def plainly_different(theirs: frozenset[str], ours: frozenset[str]) -> bool:
    """Whether two single words without a word in common are so far apart that nothing else need be asked. Most pairs are."""
    if len(theirs) != 1 or len(ours) != 1:
        return False
    (a,), (b,) = theirs, ours
    if min(len(a), len(b)) < 4 or a[:3] == b[:3] or a[-3:] == b[-3:]:
        return False
    far: bool = OSA.distance(a, b, score_cutoff=2) > 2
    return far


def compare_called(listed: Called, known: Called, is_name: IsName) -> tuple[First, str]:
    """How the first names compare, before any middle name is looked at; `is_name` says whether a word is a name of its own."""
    if not known.names or not (listed.names or listed.initial):
        return First.MISSING, ""
    if not listed.names:
        same = any(name.startswith(listed.initial) for name in known.names)
        return (First.INITIAL if same else First.DIFFERENT), ""
    if agreed := listed.names & known.names:
        half = agreed == {known.head} and not listed.head
        return (First.PART if half else First.SAME), min(agreed)
    pairs = [(a, b) for a in sorted(listed.names) for b in sorted(known.names)]
    return _slipped(pairs, is_name) or _moved(listed.names, listed.tail, known.names, known.tail) or _faint(pairs)


def with_middles(listed: tuple[Called, MIDDLE], known: tuple[Called, MIDDLE], so_far: First) -> tuple[First, str] | None:
    """A better way to compare the first names that the middle names offer, or None.

    Anne with the middle name Marie is Annemarie; a first name may be the other's middle name.
    """
    (a, a_middle), (b, b_middle) = listed, known
    theirs, ours = _with_next(a, a_middle), _with_next(b, b_middle)
    if agreed := theirs & ours:
        return First.SAME, min(agreed)
    if so_far in (First.SPELLING, First.SLIP, First.ANOTHER_NAME, First.PART):
        return None
    return _moved(a.names, a.tail + a_middle, b.names, b.tail + b_middle)


def _with_next(one: Called, middle: MIDDLE) -> set[str]:
    return set(one.names) | {one.joined + middle[0]} if one.joined and middle else set(one.names)


def _slipped(pairs: Pairs, is_name: IsName) -> tuple[First, str] | None:
    """Another spelling, a short form, or a slip of the keys."""
    if found := [a for a, b in pairs if same_forename(a, b) or _by_rule(a, b)]:
        return First.SPELLING, found[0]
    if slips := [(a, b) for a, b in pairs if one_slip(a, b)]:
        both_names = all(is_name(a) and is_name(b) for a, b in slips)
        return (First.ANOTHER_NAME if both_names else First.SLIP), slips[0][1]
    return None


def _by_rule(a: str, b: str) -> bool:
    """One name by its sound, or cut short: unless the tables know both, as two."""
    if is_a_forename(a) and is_a_forename(b):
        return False
    return (min(len(a), len(b)) > 3 and by_ear(a) == by_ear(b)) or shortened(a, b)


def _moved(theirs: frozenset[str], their_rest: MIDDLE, ours: frozenset[str], our_rest: MIDDLE) -> tuple[First, str] | None:
    """A first name that is the other's middle name; two first names changed round may be two people."""
    forth, back = theirs & set(our_rest), ours & set(their_rest)
    shared = forth or back
    if not shared:
        return None
    if forth and back:
        return (First.SPELLING if SHARED_FIRST & (forth | back) else First.MIDDLE), min(shared)
    # "Ibrahim" for Mohammed Ibrahim; but Mohammed alone is not enough to be Bilal Mohammed
    dropped = min(shared) not in SHARED_FIRST and SHARED_FIRST & (ours | theirs)
    return (First.SPELLING if dropped else First.MIDDLE), min(shared)


def _faint(pairs: Pairs) -> tuple[First, str]:
    if loose := [b for a, b in pairs if two_slips(a, b)]:
        return First.LOOSE, loose[0]
    if any(len(a) <= 2 and b.startswith(a) for a, b in pairs):
        return First.INITIAL, ""
    return First.DIFFERENT, ""


def compare_middle(listed: tuple[Called, MIDDLE], known: tuple[Called, MIDDLE]) -> int:
    """1 where a middle name (or its initial) agrees, -1 where both have some and none agrees, else 0."""
    theirs, ours = (_telling(one.tail + middle) for one, middle in (listed, known))
    if not theirs or not ours or theirs & known[0].names or ours & listed[0].names:
        return 0
    return 1 if any(_same_middle(a, b) for a in theirs for b in ours) else -1


def _telling(rest: MIDDLE) -> set[str]:
    return {word for word in rest if word not in COURTESY and not is_patronymic(word)}


def _same_middle(a: str, b: str) -> bool:
    return a == b or (a[0] == b[0] and 1 in (len(a), len(b))) or same_forename(a, b) or one_slip(a, b)


def compare_last(listed: Family, known: Family, is_name: IsName) -> tuple[Last, str]:
    """How the surnames compare, and the word they share; `is_name` says whether a short word is a surname of its own."""
    if not listed.forms or not known.forms:
        return Last.MISSING, ""
    theirs, ours, whole = set(listed.parts), set(known.parts), "".join(known.parts)
    if listed.forms & known.forms or theirs == ours:
        return Last.SAME, whole
    if (halves := theirs & ours) and halves in (theirs, ours):
        return Last.PART, max(sorted(halves), key=len)
    pairs = [(a, b) for a in sorted(listed.forms) for b in sorted(known.forms)]
    for level, alike in ((Last.SPELLING, same_surname), (Last.SLIP, one_slip), (Last.SPELLING, alike_by_rule)):
        if any(alike(a, b) for a, b in pairs):
            return level, whole
    if any(short_slip(a, b) for a, b in pairs) and not any(map(is_name, listed.forms)):
        return Last.SHORT_SLIP, whole
    if part := _part_slip(listed.parts, known.parts) or _courtesy(listed, known):
        return Last.PART_SLIP, part
    return (Last.LOOSE, whole) if any(two_slips(a, b) for a, b in pairs) else (Last.DIFFERENT, "")


def _part_slip(theirs: tuple[str, ...], ours: tuple[str, ...]) -> str:
    """The half of a double surname that is nearly one of the other's words."""
    if max(len(theirs), len(ours)) < 2:
        return ""
    return next((b for a in theirs for b in ours if a == b or one_slip(a, b) or same_surname(a, b) or alike_by_rule(a, b)), "")


def _courtesy(listed: Family, known: Family) -> str:
    """Kaur or Begum as a surname on one side and among the first names on the other."""
    return min((listed.courtesy & set(known.parts)) | (known.courtesy & set(listed.parts)), default="")
