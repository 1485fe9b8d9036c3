"""Percentages as people read them, rounded to whole numbers, that never claim all or none unless it is so."""


def percent(part: int, whole: int) -> str:
    """ "92%"; "100%" and "0%" only where that is exact, else "over 99%" and "under 1%"; "–" where there is nobody."""
    if not whole:
        return "–"
    if part and rounded(part, whole) == 0:
        return "under 1%"
    if part < whole and rounded(part, whole) == 100:
        return "over 99%"
    return f"{rounded(part, whole)}%"


def rounded(part: int, whole: int) -> int:
    """To the nearest whole percent, halves up. `whole` is above nought."""
    return (200 * part + whole) // (2 * whole)


def do_not_add_up(parts: list[int], whole: int) -> bool:
    """Whether the rounded percentages of parts that make up `whole` miss 100, so that a table has to say so."""
    return bool(whole) and sum(rounded(part, whole) for part in parts) != 100
