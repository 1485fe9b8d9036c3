"""Other ways to match the same lists, measured beside ours: a spreadsheet's exact join, rapidfuzz, and Splink with its defaults."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from datetime import date

from careers.matching.records import Known, Listed

Guesses = list[tuple[Hashable, Hashable, float]]  # row, student, score: at most one student a row


def exact_join(rows: Sequence[Listed], known: Sequence[Known]) -> Guesses:
    """Name and birth date letter for letter, where only one student has them."""
    index: dict[tuple[str, str, date | None], list[Hashable]] = defaultdict(list)
    for one in known:
        index[one.forename.strip().lower(), one.surname.strip().lower(), one.date_of_birth].append(one.id)
    found = [(row, index.get((row.forename.strip().lower(), row.surname.strip().lower(), row.date_of_birth), [])) for row in rows]
    return [(row.key, ids[0], 1.0) for row, ids in found if len(ids) == 1]


def rapidfuzz_by_day(rows: Sequence[Listed], known: Sequence[Known]) -> Guesses:
    """The likest whole name among those born that day."""
    from rapidfuzz import fuzz, process

    days: dict[date | None, dict[Hashable, str]] = defaultdict(dict)
    for one in known:
        days[one.date_of_birth][one.id] = f"{one.forename} {one.surname}".lower()
    guesses: Guesses = []
    for row in rows:
        name = f"{row.forename} {row.surname}".lower()
        best = process.extractOne(name, days.get(row.date_of_birth, {}), scorer=fuzz.token_sort_ratio)
        if best:
            guesses.append((row.key, best[2], best[1]))
    return guesses


def splink(rows: Sequence[Listed], known: Sequence[Known]) -> Guesses:
    """Splink trained on these very rows, with its own comparisons of names, birth dates and postcodes. Raises ImportError without it."""
    import splink.comparison_library as compare
    from splink import Linker, SettingsCreator, block_on
    from splink.backends.duckdb import DuckDBAPI

    database = DuckDBAPI()
    tables = [database.register(_frame(people), dataset_display_name=name) for name, people in (("listed", rows), ("known", known))]
    comparisons = [
        compare.NameComparison("first_name").configure(term_frequency_adjustments=True),
        compare.NameComparison("surname").configure(term_frequency_adjustments=True),
        compare.DateOfBirthComparison("dob", input_is_string=True),
    ]
    if any(row.postcode for row in rows):
        comparisons.append(compare.PostcodeComparison("postcode"))
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=[block_on("dob"), block_on("first_name", "surname")],
    )
    linker = Linker(tables, settings, log_level=40)
    linker.training.estimate_probability_two_random_records_match([block_on("first_name", "surname", "dob")], recall=0.8)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("dob"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("first_name", "surname"))
    pairs = linker.inference.predict(threshold_match_probability=0.01).as_pandas_dataframe()
    return _best(pairs, rows, known)


def _frame(people: Sequence[Listed] | Sequence[Known]) -> object:
    import pandas as pd

    return pd.DataFrame({
        "unique_id": range(len(people)),
        "first_name": [one.forename.lower() or None for one in people],
        "surname": [one.surname.lower() or None for one in people],
        "dob": [one.date_of_birth.isoformat() if one.date_of_birth else None for one in people],
        "postcode": [one.postcode or None for one in people],
    })  # fmt: skip


def _best(pairs: object, rows: Sequence[Listed], known: Sequence[Known]) -> Guesses:
    """The likeliest student of each row; the tables may stand in either order."""
    table = pairs.sort_values("match_weight", ascending=False)  # type: ignore[attr-defined]
    swapped = table["source_dataset_l"] != "listed"
    table["row"] = table["unique_id_l"].where(~swapped, table["unique_id_r"])
    table["student"] = table["unique_id_r"].where(~swapped, table["unique_id_l"])
    table = table.drop_duplicates("row")
    found = zip(table["row"], table["student"], table["match_weight"], strict=True)
    return [(rows[int(row)].key, known[int(student)].id, float(weight)) for row, student, weight in found]


METHODS: dict[str, Callable[[Sequence[Listed], Sequence[Known]], Guesses]] = {
    "exact join": exact_join,
    "rapidfuzz by day": rapidfuzz_by_day,
    "Splink": splink,
}
