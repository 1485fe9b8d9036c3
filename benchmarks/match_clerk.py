"""How a list writes people down, and how it goes wrong: for everybody alike, and by the habits of a name's origin."""

import random
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache

from benchmarks.match_names import ORIGINS
from benchmarks.match_people import Person, draw, hers
from careers.matching.records import Listed

PLAIN = str.maketrans("łŁøØıđĐ", "lLoOidD")


@dataclass
class Rates:
    """How often a row about anybody goes wrong, and how (relative weights)."""

    wrong: float = 0.21
    twice: float = 0.08
    moved: float = 0.10
    unheard: float = 0.15  # of the names to be called by, those that nobody has listed anywhere
    kinds: dict[str, float] = field(
        default_factory=lambda: {
            "called": 3.0, "habit": 3.0, "respelt": 1.5, "typo first": 1.8, "typo last": 2.0, "half": 1.2, "swapped date": 1.5,
            "digit": 1.0, "year": 1.2, "no date": 0.8, "middle": 1.8, "columns": 1.5, "initial": 0.4, "changed": 0.5, "plain": 2.0,
            "day before": 0.2,
        }
    )  # fmt: skip


@cache
def called_by(origin: str) -> dict[str, list[str]]:
    pairs = (pair.split("=") for pair in ORIGINS[origin].called.split())
    return {name: others.split(",") for name, others in pairs}


class Clerk:
    """Writes people down, and sometimes wrongly. An `even` one makes every slip as often in names of every origin."""

    def __init__(self, seed: int, rates: Rates | None = None, *, even: bool = False) -> None:
        self.rng = random.Random(seed)  # noqa: S311
        self.rates = rates or Rates()
        self.slips: dict[object, str] = {}
        self.decks: dict[str, list[str]] | None = {} if even else None

    def row(self, person: Person, key: object, *, numbers: bool = False, postcode: bool = False, middle: bool = False) -> Listed:
        known, rng = person.known, self.rng
        row = Listed(
            key=key, surname=known.surname, forename=known.forename, middle_names=known.middle_names if middle else "",
            date_of_birth=known.date_of_birth, upn=known.upn if numbers and rng.random() < 0.85 else "", sex=known.sex if numbers else "",
            postcode=self._postcode(known.postcode) if postcode else "", says="230",
        )  # fmt: skip
        if self.decks is not None:
            kind = self._next(person.origin)
            return self._spoil(row, person, kind) if kind else row
        if rng.random() < self.rates.wrong:
            row = self._spoil(row, person)
            if rng.random() < self.rates.twice:
                row = self._spoil(row, person)
        return row

    def _next(self, origin: str) -> str:
        """The next slip for a name of this origin, or none: cards of one deck, shuffled for each."""
        decks = self.decks if self.decks is not None else {}
        if not (deck := decks.get(origin)):
            deck = [kind for kind, weight in self.rates.kinds.items() for _ in range(round(weight * 5))]
            deck += [""] * round(len(deck) * (1 / self.rates.wrong - 1))
            self.rng.shuffle(deck)
            decks[origin] = deck
        return deck.pop()

    def _postcode(self, ours: str) -> str:
        return f"PR{self.rng.randrange(1, 26)} {self.rng.randrange(1, 10)}ZZ" if self.rng.random() < self.rates.moved else ours

    def _spoil(self, row: Listed, person: Person, kind: str = "") -> Listed:
        kind = kind or self.rng.choices(list(self.rates.kinds), list(self.rates.kinds.values()))[0]
        self.slips[row.key] = kind
        spoilt: Listed = getattr(self, "_" + kind.replace(" ", "_"))(row, person)
        return spoilt

    def _called(self, row: Listed, person: Person) -> Listed:
        """A short form or the name in another language; some that nobody has listed anywhere."""
        names = called_by(person.origin).get(person.known.forename)
        if not names:
            return self._respelt(row, person)
        if self.rng.random() < self.rates.unheard:
            return replace(row, forename=row.forename[:3].rstrip("aeiou") + self.rng.choice(("zza", "bo", "ster", "zy")))
        return replace(row, forename=self.rng.choice(names))

    def _respelt(self, row: Listed, person: Person) -> Listed:
        """Letters as another alphabet or ear would have them, in one of the names."""
        ways = [way.split(">") for way in ORIGINS[person.origin].respelt.split()]
        places = [(name, a, b) for name in ("forename", "surname") for a, b in ways if a in getattr(row, name)]
        if not places:
            return self._plain(row, person)
        name, a, b = self.rng.choice(places)
        return replace(row, **{name: getattr(row, name).replace(a, b)})

    def _habit(self, row: Listed, person: Person) -> Listed:
        way = ORIGINS[person.origin].habit or "hyphen"
        spoilt: Listed = getattr(self, "_by_" + way)(row, person)
        return spoilt

    def _by_hyphen(self, row: Listed, person: Person) -> Listed:
        """Anne Marie, AnneMarie or Anne for Anne-Marie."""
        first, _, second = row.forename.partition("-")
        if not second:
            return self._middle(row, person)
        return replace(row, forename=self.rng.choice((f"{first} {second}", first + second.lower(), first)))

    def _by_mac(self, row: Listed, person: Person) -> Listed:
        for a, b in (("O'", "O "), ("O'", ""), ("Mac", "Mc"), ("Mc", "Mac "), ("Ó ", "O'")):
            if row.surname.startswith(a) and self.rng.random() < 0.6:
                return replace(row, surname=b + row.surname[len(a) :])
        return self._plain(row, person)

    def _by_gender(self, row: Listed, person: Person) -> Listed:
        """The father's surname on the daughter's row, or the daughter's on the son's."""
        for his, her in (("skyi", "ska"), ("ski", "ska"), ("cki", "cka"), ("ov", "ova")):
            if row.surname.endswith(her):
                return replace(row, surname=row.surname[: -len(her)] + his)
        return replace(row, surname=hers(row.surname)) if hers(row.surname) != row.surname else self._respelt(row, person)

    def _by_double(self, row: Listed, person: Person) -> Listed:
        """One of two surnames or first names dropped, or the two changed round."""
        parts = row.surname.split()
        if len(parts) > 1:
            return replace(row, surname=self.rng.choice((parts[0], parts[-1], " ".join(reversed(parts)), "-".join(parts))))
        if "-" in row.forename:
            return replace(row, forename=self.rng.choice((row.forename.split("-")[0], row.forename.replace("-", " "))))
        return replace(row, surname=f"{row.surname} {draw(self.rng, ORIGINS[person.origin].surnames).replace('-', ' ')}")

    def _by_courtesy(self, row: Listed, person: Person) -> Listed:
        """Kaur, Singh, Begum or Mohammed added or put elsewhere."""
        word = self.rng.choice(("Kaur", "Begum", "Bibi") if person.known.sex == "F" else ("Singh", "Mohammed", "Md"))
        if row.forename.startswith(("Moh", "Muh")) and person.known.middle_names:
            return replace(row, forename=person.known.middle_names)
        if word in ("Mohammed", "Md") and not row.forename.startswith(("Moh", "Muh")):
            return replace(row, forename=f"{word} {row.forename}")
        if word in ("Mohammed", "Md"):
            return replace(row, forename="Md")
        return self.rng.choice((replace(row, forename=f"{row.forename} {word}"), replace(row, surname=f"{word} {row.surname}")))

    def _by_article(self, row: Listed, person: Person) -> Listed:
        for a, b in (("Al-", ""), ("Al-", "Al "), ("Al-", "Al"), ("El-", "Al-"), ("El-", ""), ("Bin-", "Bin "), ("Abd", "Abdul ")):
            if row.surname.startswith(a) and self.rng.random() < 0.5:
                return replace(row, surname=b + row.surname[len(a) :])
        return self._plain(row, person) if row.surname[:3] in ("Al-", "El-", "Bin") else replace(row, surname=f"Al-{row.surname}")

    def _by_plain(self, row: Listed, person: Person) -> Listed:
        return self._plain(row, person)

    def _by_second(self, row: Listed, person: Person) -> Listed:
        """The English or the second name first, or both in one column."""
        other = person.known.middle_names
        if not other or self.rng.random() < 0.7:
            return replace(row, forename=f"{row.forename} {other or 'Grace'}")
        return replace(row, forename=f"{other} {row.forename}")

    def _by_order(self, row: Listed, person: Person) -> Listed:
        way = self.rng.randrange(4)
        if way == 0 or "-" not in row.forename:
            return replace(row, forename=row.surname, surname=row.forename)
        first, second = row.forename.split("-", 1)
        return replace(row, forename=(first + second.lower(), f"{first} {second}", f"{first} {second}")[way - 1])

    def _typo_first(self, row: Listed, _: Person) -> Listed:
        return replace(row, forename=self.typo(row.forename))

    def _typo_last(self, row: Listed, _: Person) -> Listed:
        return replace(row, surname=self.typo(row.surname))

    def _half(self, row: Listed, _: Person) -> Listed:
        parts = row.surname.split("-")
        if len(parts) > 1:
            return replace(row, surname=self.rng.choice(parts) if len(parts[0]) > 3 else parts[-1])
        return replace(row, surname=f"{row.surname}-{draw(self.rng, ORIGINS['English'].surnames)}")

    def _swapped_date(self, row: Listed, _: Person) -> Listed:
        day = row.date_of_birth
        return replace(row, date_of_birth=date(day.year, day.day, day.month)) if day and day.day <= 12 else row

    def _year(self, row: Listed, _: Person) -> Listed:
        day = row.date_of_birth
        if day is None or (day.month, day.day) == (2, 29):
            return row
        return replace(row, date_of_birth=day.replace(year=day.year + self.rng.choice((-1, 1))))

    def _day_before(self, row: Listed, _: Person) -> Listed:
        return replace(row, date_of_birth=row.date_of_birth - timedelta(days=1)) if row.date_of_birth else row

    def _digit(self, row: Listed, _: Person) -> Listed:
        if row.date_of_birth is None:
            return row
        while True:
            text = list(f"{row.date_of_birth:%d%m%Y}")
            text[self.rng.randrange(8)] = str(self.rng.randrange(10))
            whole = "".join(text)
            try:
                return replace(row, date_of_birth=date(int(whole[4:]), int(whole[2:4]), int(whole[:2])))
            except ValueError:
                continue

    def _no_date(self, row: Listed, _: Person) -> Listed:
        return replace(row, date_of_birth=None)

    def _middle(self, row: Listed, person: Person) -> Listed:
        return replace(row, forename=f"{row.forename} {person.known.middle_names}".strip(), middle_names="")

    def _columns(self, row: Listed, _: Person) -> Listed:
        return replace(row, surname=row.forename, forename=row.surname)

    def _initial(self, row: Listed, _: Person) -> Listed:
        return replace(row, forename=row.forename[:1])

    def _changed(self, row: Listed, _: Person) -> Listed:
        return replace(row, surname=draw(self.rng, ORIGINS["English"].surnames))

    def _plain(self, row: Listed, _: Person) -> Listed:
        """Accents gone, hyphens and apostrophes to spaces or nothing, capitals."""
        gap = self.rng.choice(("", " "))

        def plain(text: str) -> str:
            text = unicodedata.normalize("NFKD", text.translate(PLAIN))
            kept = "".join(c for c in text if not unicodedata.combining(c))
            return kept.replace("-", " ").replace("'", gap).upper()

        return replace(row, surname=plain(row.surname), forename=plain(row.forename))

    def typo(self, text: str) -> str:
        """One letter added, lost, changed or exchanged with the next."""
        place, letter = self.rng.randrange(len(text)), self.rng.choice("abcdefghijklmnoprstuvwyz")
        way = self.rng.randrange(4)
        if way == 0:
            return text[:place] + letter + text[place:]
        if way == 1 and len(text) > 2:
            return text[:place] + text[place + 1 :]
        if way == 2 and place + 1 < len(text):
            return text[:place] + text[place + 1] + text[place] + text[place + 2 :]
        return text[:place] + letter + text[place + 1 :]
