"""Invented schools, and the lists that come back about their leavers, with the slips that real lists carry.

Everybody is made up. The names a person may go by are listed here by hand and not taken from `careers.matching`, so that
measuring on these lists does not measure the tables against themselves.
"""

import random
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from careers.matching.records import Known, Listed
from careers.rules.identifiers import upn_check_letter

# (surnames, girls, boys): the commonest come first and are drawn most
ORIGINS: dict[str, tuple[float, str, str, str]] = {
    "British": (
        0.66,
        "Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood"
        " Jackson Clarke Clark Harrison Scott Cooper Morris Ward Moore King Watson Baker Harris Morgan Young Allen Mitchell James Anderson"
        " Phillips Lee Bell Parker Davis Bennett Miller Cook Shaw Cook Marshall Collins Carter Bailey Gray Cox Hughes Turner Hill Rogers"
        " Pearson Barnes Holmes Stevens Stephenson Stevenson Dixon Hunt Palmer Webb Fisher Knight Mason Lloyd Butler Barker Ellis Foster"
        " Ashworth Entwistle Ramsbottom Haworth Pickup Duckworth Kenyon Whittaker Sutcliffe Greenwood Riley Holden Aspinall Catterall"
        " Eastwood Fairclough Gornall Hindle Iddon Kershaw Livesey Moss Nuttall Ormerod Pilkington Rigby Seddon Threlfall Unsworth Varley"
        " Westwell Yates MacDonald McDonald McKenzie Mackay McCarthy Frazer Fraser Burns Byrne Thomson Johnston Reid Read Reed Grey",
        "Olivia Amelia Emily Isla Ava Jessica Isabella Lily Ella Mia Sophie Charlotte Grace Poppy Sophia Evie Chloe Lucy Ruby Freya Daisy"
        " Holly Megan Phoebe Millie Molly Hannah Abigail Elizabeth Eleanor Emma Georgia Katie Caitlin Erin Eva Imogen"
        " Amy Ellie Leah Bethany"
        " Lauren Maisie Matilda Rosie Summer Zara Sara Sarah Scarlett Skye Alice Lola Lexi Libby Martha Victoria Alexandra Rebecca Rachel"
        " Samantha Natasha Kayleigh Keira Kiera Lacey Gracie Harriet Florence Faith Hollie Isobel Isabelle Jasmine Niamh Madison Madeleine"
        " Catherine Katherine Jennifer Nicole Paige Tia Zoë Chloë Siân Esmé Anna Beth Kate Jodie Anne-Marie Ellie-Mae Lily-Rose Francesca",
        "Oliver Jack Harry George Jacob Charlie Thomas Oscar William James Noah Leo Joshua Alfie Henry Archie Ethan Joseph Freddie Samuel"
        " Alexander Logan Daniel Isaac Max Benjamin Mason Lucas Edward Harrison Jake Dylan Riley Finley Theo Sebastian Adam Zachary Arthur"
        " Toby Jayden Luke Harley Lewis Tyler Harvey Matthew David Reuben Michael Elijah Kian Tommy Louis Liam Callum Ryan Nathan Connor"
        " Cameron Kieran Jamie Bradley Aidan Aaron Alex Andrew Anthony Christopher Robert Stephen Steven Owen Ewan Evan Rhys Reece Dominic"
        " Jonathan Nicholas Patrick Peter Philip Richard Timothy Gabriel Elliot Elliott Jude Stanley Rory Ronan Seán Billy Kai Ben Sam",
    ),
    "South Asian": (
        0.16,
        "Khan Hussain Patel Ahmed Ali Begum Akhtar Mahmood Malik Shah Iqbal Singh Kaur Hussein Miah Rahman Uddin Chaudhry Butt Aslam Mirza"
        " Bibi Qureshi Sheikh Siddiqui Rashid Khalid Yousaf Zaman Desai Bhatti Ul-Haq Islam Karim Anwar Raja Parveen Hanif Javed",
        "Aisha Fatima Maryam Zainab Khadija Amina Hafsa Zahra Sana Iqra Aaliyah Alia Sara Safa Hadiya Maria Noor Sumaya Aleena Zara Ayesha"
        " Mariam Humaira Laiba Hira Priya Simran Asma Nadia Faiza Rabia Halima Inaya Anisa Amira Samira Yasmin Saima Tayyaba",
        "Mohammed Muhammad Ali Hassan Ibrahim Yusuf Adam Hamza Umar Omar Bilal Zain Usman Ahmed Abdullah Haris Ismail Hussain Mohammad"
        " Tariq Imran Adil Amir Isa Musa Zakariya Rayyan Ayaan Danyal Faisal Junaid Kareem Tahir Saif Vikram Arjun"
        " Rohan Abdul-Rahman Yahya",
    ),
    "Polish and Baltic": (
        0.08,
        "Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur"
        " Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski Zając Pawłowski Michalski Król Wieczorek Jabłoński Simkus Kazlauskas Bērziņš",
        "Zuzanna Julia Maja Zofia Hanna Lena Alicja Oliwia Amelia Wiktoria Natalia Karolina Aleksandra Małgorzata Katarzyna Elena Gabija",
        "Jakub Szymon Kacper Filip Antoni Jan Michał Mateusz Bartosz Piotr Wojciech Dawid Krzysztof Tomasz Łukasz Paweł Andrzej Oskar Ivan",
    ),
    "Other": (
        0.10,
        "O'Brien O'Neill O'Connor Murphy Kelly Walsh Ryan D'Souza De-Silva Müller Schröder García Fernández Gonçalves Silva Santos Popescu"
        " Ionescu Okafor Adeyemi Okonkwo Mensah Oduya Boateng Nguyen Tran Chen Wong Li Zhang Van-der-Berg St-John Fitzgerald Al-Hassan"
        " Hernández Øverland Björk Mohamed Osman Abdi Tesfaye Demir Yılmaz Kaya Ivanova Petrenko Shevchenko",
        "Aoife Niamh Saoirse Ciara Róisín Zoë Ana Anna Maria Sofia Ines Chloé Renée Chiamaka Adaeze Blessing Ngozi Mei Lin Ayşe Elif Daria"
        " Sofiia Andreea Ioana Helena Beatriz Leïla Amara Precious Hodan Selam",
        "Eoin Cian Conor Seán Tadhg Oisín Chidi Emeka Kofi Kwame Tobi João José Mateo André Andrei Ionuț Mehmet Emre Kerem Wei Minh Bogdan"
        " Oleksandr Dmytro Samuel Emmanuel Abdi Yonas",
    ),
}
CALLED = dict(
    pair.split("=")
    for pair in "Elizabeth=Liz,Lizzie,Beth Eleanor=Ellie,Nell Katherine=Kate,Katie,Kat Catherine=Cath,Kate"
    " Alexandra=Alex,Lexi Rebecca=Becky,Bex"
    " Samantha=Sam Natasha=Tash Jennifer=Jen,Jenny Victoria=Vicky,Tori Abigail=Abi,Abbie Isabella=Bella,Izzy Isabelle=Izzy,Belle"
    " Bethany=Beth Jessica=Jess Charlotte=Charlie,Lottie Olivia=Liv,Livvy Matilda=Tilly Madeleine=Maddie Francesca=Fran,Frankie"
    " Harriet=Hattie Florence=Flo Amelia=Millie,Amy Georgia=George Megan=Meg Hannah=Han Imogen=Immy Rosie=Rose Sophia=Sophie Nicole=Nicky"
    " Alexander=Alex,Xander,Sandy Benjamin=Ben Samuel=Sam,Sammy Thomas=Tom,Tommy William=Will,Bill,Billy James=Jim,Jamie Daniel=Dan,Danny"
    " Joseph=Joe,Joey Joshua=Josh Matthew=Matt Michael=Mike,Mick,Mikey Edward=Ed,Ted,Eddie Zachary=Zac,Zach Nicholas=Nick Christopher=Chris"
    " Robert=Rob,Bob,Robbie Stephen=Steve,Steven Steven=Steve Andrew=Andy Anthony=Tony,Ant Jonathan=Jon,Jonny Dominic=Dom Timothy=Tim"
    " Richard=Rich,Ricky Philip=Phil Patrick=Paddy,Pat Peter=Pete Sebastian=Seb Harrison=Harry Henry=Harry Frederick=Fred Oliver=Ollie"
    " Archie=Archibald Toby=Tobias Theo=Theodore Max=Maxwell Charlie=Charles Jack=John Nathan=Nate Cameron=Cam Gabriel=Gabe"
    " Zuzanna=Suzanna,Zuza Aleksandra=Ola,Alexandra Katarzyna=Kasia Małgorzata=Gosia Wiktoria=Victoria Zofia=Sophie Jakub=Kuba,Jacob"
    " Michał=Michael Mateusz=Matthew Szymon=Simon Piotr=Peter Krzysztof=Chris Tomasz=Tomek Łukasz=Lukas Bartosz=Bartek Filip=Philip"
    " Mohammed=Muhammad,Mohamed,Mohammad Muhammad=Mohammed,Muhammed Mohammad=Mohammed,Mohamad Yusuf=Yousuf,Yousef Hussain=Hussein"
    " Aisha=Ayesha,Aysha Ayesha=Aisha Fatima=Fatimah Maryam=Mariam Khadija=Khadijah Zainab=Zaynab Ahmed=Ahmad Umar=Omar Usman=Osman"
    " Ibrahim=Ebrahim Ismail=Ismaeel Zain=Zayn Hassan=Hasan Musa=Moosa Sumaya=Sumayyah Amina=Aminah Isa=Eesa Zakariya=Zakaria"
    " Oleksandr=Alex,Sasha Sofiia=Sofia Dmytro=Dima Emmanuel=Manny Chiamaka=Amaka Andreea=Andrea Róisín=Rosin Beatriz=Bea".split()
)


@dataclass
class Person:
    """Somebody of the invented town."""

    known: Known
    origin: str
    married_into: str = ""


@dataclass
class Rates:
    """How often a row about anybody goes wrong, and how (relative weights)."""

    wrong: float = 0.21
    twice: float = 0.08
    kinds: dict[str, float] = field(
        default_factory=lambda: {
            "called": 3.0, "typo first": 2.0, "typo last": 2.5, "half": 2.0, "swapped date": 1.5, "digit": 1.2, "year": 1.5,
            "no date": 1.0, "middle": 2.0, "columns": 2.0, "initial": 0.5, "changed": 0.6, "plain": 2.0, "day before": 0.2,
        }
    )  # fmt: skip


# English surnames have a long tail: the commonest hundred are about a quarter of people
STEMS = (
    "Ash Black Brad Bram Broad Burn Carl Cliff Crom Dal Den East Fair Farn Gold Hal Ham Hart Has Hes High Hol Kirk Lang Lin "
    "Long Mar Mel Mid Nor Old Pem Red Ros Sand Sel Stan Sut Thorn Til Wad Wal West Whit Wim Win Wool"
).split()
ENDS = (
    "bourne bridge brook burn bury by combe cote croft den dale er field ford gate ham hurst land ley ling man mere more "
    "over ridge sey shaw stead stone ton well wick wood worth"
).split()


def zipf(rng: random.Random, words: list[str], s: float = 0.75) -> str:
    return rng.choices(words, [1 / (n + 3) ** s for n in range(len(words))])[0]


class Town:
    """Draws people; the same seed draws the same people."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)  # noqa: S311
        self.number = 0

    def person(self, year: int = 2009, *, surname: str = "", born: date | None = None, origin: str = "", sex: str = "") -> Person:
        rng = self.rng
        origin = origin or rng.choices(list(ORIGINS), [share for share, *_ in ORIGINS.values()])[0]
        _, last, girls, boys = ORIGINS[origin]
        sex = sex or rng.choice("FM")
        firsts = (girls if sex == "F" else boys).split()
        first, middle = zipf(rng, firsts), zipf(rng, firsts) if rng.random() < 0.6 else ""
        if not surname:
            surname = zipf(rng, last.split()).replace("-", " " if origin == "Other" else "-")
            if origin == "British" and rng.random() < 0.6:
                surname = rng.choice(STEMS) + rng.choice(ENDS)
            if rng.random() < 0.06:
                surname = f"{surname}-{zipf(rng, ORIGINS['British'][1].split())}"
        born = born or date(year - 1, 9, 1) + timedelta(days=rng.randrange(365))
        self.number += 1
        digits = f"888{4000 + rng.randrange(60):04}{20 + year % 10:02}{self.number % 1000:03}"[:12].ljust(12, "0")
        digits = digits[:7] + f"{self.number:05}"
        upn = upn_check_letter("X" + digits) + digits
        known = Known(
            id=f"p{self.number}",
            upn=upn,
            uln=f"{1_000_000_000 + self.number * 7919}",
            surname=surname,
            forename=first,
            middle_names=middle,
            known_as=first,
            date_of_birth=born,
            sex=sex,
            postcode=f"PR{rng.randrange(1, 26)} {rng.randrange(1, 10)}{rng.choice('ABDEFGH')}{rng.choice('JLNPQRS')}",
            form=f"11{rng.choice('ABCDEFG')}",
        )
        return Person(known, origin)

    def twin(self, of: Person) -> Person:
        while True:
            other = self.person(surname=of.known.surname, born=of.known.date_of_birth, origin=of.origin)
            if other.known.forename[:2] != of.known.forename[:2]:  # nobody calls twins Mariam and Maryam
                return Person(replace(other.known, postcode=of.known.postcode), of.origin)

    def cohort(self, size: int, year: int = 2009) -> tuple[list[Person], list[Person]]:
        """A year group with two or three pairs of twins and a few namesakes, and the twins who go to school elsewhere."""
        people = [self.person(year) for _ in range(size - 6)]
        absent = [self.twin(person) for person in self.rng.sample(people, 3)]
        people += [self.twin(person) for person in self.rng.sample(people, 3)]
        for person in self.rng.sample(people, 2):
            same = self.person(year, surname=person.known.surname, origin=person.origin, sex=person.known.sex)
            people.append(Person(replace(same.known, forename=person.known.forename, known_as=person.known.forename), person.origin))
        people.append(self.person(year, surname=people[0].known.surname, origin=people[0].origin))
        return people, absent

    def strangers(self, ours: list[Person], absent: list[Person], count: int, year: int = 2009) -> list[Person]:
        """Other schools' students, older ones among them, some with a name or a birth date of ours."""
        rng, found = self.rng, list(absent)
        while len(found) < count:
            draw, like = rng.random(), rng.choice(ours)
            if draw < 0.05:  # namesake
                other = self.person(year, surname=like.known.surname, origin=like.origin, sex=like.known.sex)
                found.append(Person(replace(other.known, forename=like.known.forename, known_as=like.known.forename), like.origin))
            elif draw < 0.07:  # brother or sister in another year
                found.append(self.person(year - rng.choice((1, 2)), surname=like.known.surname, origin=like.origin))
            elif draw < 0.09:  # born the same day
                found.append(self.person(year, born=like.known.date_of_birth))
            elif draw < 0.20:
                found.append(self.person(year - rng.choice((1, 1, 2))))
            else:
                found.append(self.person(year))
        return found[:count]


class Clerk:
    """Writes people down, and sometimes wrongly."""

    def __init__(self, seed: int, rates: Rates | None = None) -> None:
        self.rng = random.Random(seed)  # noqa: S311
        self.rates = rates or Rates()

    def row(self, person: Person, key: object, *, numbers: bool = False, postcode: bool = False, middle: bool = False) -> Listed:
        known = person.known
        row = Listed(
            key=key, surname=known.surname, forename=known.forename, middle_names=known.middle_names if middle else "",
            date_of_birth=known.date_of_birth, upn=known.upn if numbers and self.rng.random() < 0.85 else "",
            sex=known.sex if numbers else "", postcode=known.postcode if postcode and self.rng.random() < 0.9 else "", says="230",
        )  # fmt: skip
        if self.rng.random() < self.rates.wrong:
            row = self._spoil(row, person)
            if self.rng.random() < self.rates.twice:
                row = self._spoil(row, person)
        return row

    def _spoil(self, row: Listed, person: Person) -> Listed:
        kind = self.rng.choices(list(self.rates.kinds), list(self.rates.kinds.values()))[0]
        return getattr(self, "_" + kind.replace(" ", "_"))(row, person)

    def _called(self, row: Listed, person: Person) -> Listed:
        names = CALLED.get(person.known.forename, "")
        return replace(row, forename=self.rng.choice(names.split(","))) if names else self._typo_first(row, person)

    def _typo_first(self, row: Listed, _: Person) -> Listed:
        return replace(row, forename=self.typo(row.forename))

    def _typo_last(self, row: Listed, _: Person) -> Listed:
        return replace(row, surname=self.typo(row.surname))

    def _half(self, row: Listed, _: Person) -> Listed:
        parts = row.surname.split("-")
        if len(parts) > 1:
            return replace(row, surname=self.rng.choice(parts))
        return replace(row, surname=f"{row.surname}-{zipf(self.rng, ORIGINS['British'][1].split())}")

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
        return replace(row, surname=zipf(self.rng, ORIGINS["British"][1].split()))

    def _plain(self, row: Listed, _: Person) -> Listed:
        """Accents gone, hyphens and apostrophes to spaces or nothing, capitals."""
        gap = self.rng.choice(("", " "))

        def plain(text: str) -> str:
            text = unicodedata.normalize("NFKD", text.translate(str.maketrans("łŁøØı", "lLoOi")))
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
