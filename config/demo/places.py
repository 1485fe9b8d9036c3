"""The invented schools of the demonstration and the providers around them. Every name is made up; the emails lead nowhere."""

from dataclasses import dataclass
from random import Random

from destinations.rules.outcomes import ProviderType as Type

OWN_SIXTH_FORM, COLLEGE, FE, LAND, OTHER_SIXTH_FORM, OTHER_FE = "own", "sfc", "fe", "land", "ssf", "fe2"
SPECIAL, TRAINER, TRAINER_2, UNIVERSITY, UNIVERSITY_2 = "special", "trainer", "trainer2", "university", "university2"
EMPLOYERS = ("employer", "employer2", "employer3")


@dataclass(frozen=True, slots=True)
class Place:
    """A provider of the register. `key` is its part in every school's story."""

    key: str
    name: str
    type: Type
    aliases: tuple[str, ...] = ()
    postcode: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """A school and its surroundings. `shares` say how many of a hundred go where; the schools differ, so that scoping shows."""

    index: int
    name: str
    domain: str
    la_code: str
    la_name: str
    area: str
    places: tuple[Place, ...]
    shares: dict[str, int]

    @property
    def urn(self) -> str:
        return str(900001 + self.index)

    def place(self, key: str) -> Place:
        return next(place for place in self.places if place.key == key)


PENWETHER = (
    Place(OWN_SIXTH_FORM, "Penwether Academy Sixth Form", Type.SCHOOL_SIXTH_FORM, ("Penwether Sixth", "PASF")),
    Place(COLLEGE, "Corran Vale Sixth Form College", Type.SIXTH_FORM_COLLEGE, ("Corran Vale SFC", "CVSFC")),
    Place(FE, "Estermere College", Type.FURTHER_EDUCATION_COLLEGE, ("Estermere Coll", "Estermere FE")),
    Place(OTHER_FE, "Hallowby Technical College", Type.FURTHER_EDUCATION_COLLEGE, ("Hallowby Tech", "HTC")),
    Place(LAND, "Brackenholt Land-Based College", Type.FURTHER_EDUCATION_COLLEGE, ("Brackenholt",)),
    Place(OTHER_SIXTH_FORM, "St Aldwyn’s High School Sixth Form", Type.SCHOOL_SIXTH_FORM, ("St Aldwyn's", "St Aldwyns 6th Form")),
    Place(SPECIAL, "Thornley Lane Specialist College", Type.SPECIAL_POST_16, ("Thornley Lane",)),
    Place(TRAINER, "Northgarth Skills Training", Type.TRAINING_PROVIDER, ("Northgarth", "NST")),
    Place(TRAINER_2, "Ashgarth Engineering Training", Type.TRAINING_PROVIDER, ("Ashgarth Training",)),
    Place("employer", "Hollinroyd Joinery Ltd", Type.EMPLOYER, ("Hollinroyd Joinery",)),
    Place("employer2", "Brindlewater Care", Type.EMPLOYER, ("Brindlewater",)),
    Place("employer3", "Pike and Marlowe Motors", Type.EMPLOYER, ("P&M Motors",)),
    Place(UNIVERSITY, "University of Carrowdale", Type.UNIVERSITY, ("Carrowdale",)),
    Place(UNIVERSITY_2, "Northmoor University", Type.UNIVERSITY, ("Northmoor",)),
)
GREYHOLLOW = (
    Place(OWN_SIXTH_FORM, "Greyhollow High School Sixth Form", Type.SCHOOL_SIXTH_FORM, ("Greyhollow Sixth",)),
    Place(COLLEGE, "Kestrel Hill Sixth Form College", Type.SIXTH_FORM_COLLEGE, ("Kestrel Hill", "KHC")),
    Place(FE, "Tarnwick College", Type.FURTHER_EDUCATION_COLLEGE, ("Tarnwick Coll",)),
    Place(OTHER_FE, "Ravensdyke Maritime College", Type.FURTHER_EDUCATION_COLLEGE, ("Ravensdyke",)),
    Place(LAND, "Fellmarsh Rural College", Type.FURTHER_EDUCATION_COLLEGE, ("Fellmarsh",)),
    Place(OTHER_SIXTH_FORM, "St Cenric’s School Sixth Form", Type.SCHOOL_SIXTH_FORM, ("St Cenric's",)),
    Place(SPECIAL, "Larchbank College", Type.SPECIAL_POST_16),
    Place(TRAINER, "Westmarsh Apprenticeships", Type.TRAINING_PROVIDER, ("Westmarsh Training",)),
    Place(TRAINER_2, "Solwick Construction Skills", Type.TRAINING_PROVIDER, ("Solwick Skills",)),
    Place("employer", "Dunmallet Foods", Type.EMPLOYER, ("Dunmallet",)),
    Place("employer2", "Harbourside Hotels", Type.EMPLOYER),
    Place("employer3", "Gillerbeck Farms", Type.EMPLOYER),
    Place(UNIVERSITY, "University of Aldermarch", Type.UNIVERSITY, ("Aldermarch",)),
    Place(UNIVERSITY_2, "Quaybridge Technical University", Type.UNIVERSITY, ("Quaybridge",)),
)
CITY = {OWN_SIXTH_FORM: 12, COLLEGE: 29, FE: 24, OTHER_FE: 8, LAND: 3, OTHER_SIXTH_FORM: 5, "apprenticeship": 10, "job": 4, TRAINER: 3}
COAST = {OWN_SIXTH_FORM: 34, COLLEGE: 9, FE: 27, OTHER_FE: 6, LAND: 6, OTHER_SIXTH_FORM: 2, "apprenticeship": 9, "job": 4, TRAINER: 2}
TOWNS = (
    "Ambleforth", "Birkwater", "Calderstow", "Dunnersby", "Eskholme", "Fenmarsh", "Gosthwaite", "Haverly", "Inglemoor", "Kirkmarsh",
    "Lathbeck", "Marrowby",
)  # fmt: skip


def setting(index: int) -> Setting:
    """The school numbered from 0: two written by hand, more made from towns that do not exist."""
    if index == 0:
        return Setting(0, "Penwether Academy", "penwether.example", "888", "Lancashire", "PR", PENWETHER, CITY)
    if index == 1:
        return Setting(1, "Greyhollow High School", "greyhollow.example", "942", "Cumberland", "CA", GREYHOLLOW, COAST)
    town = TOWNS[(index - 2) % len(TOWNS)]
    number = (index - 2) // len(TOWNS) + 1
    name = f"{town} School" if number == 1 else f"{town} School {number}"
    places = tuple(Place(p.key, f"{town} {p.name}", p.type) for p in (PENWETHER, GREYHOLLOW)[index % 2])
    domain = f"{town.lower()}{'' if number == 1 else number}.example"
    return Setting(index, name, domain, "888", "Lancashire", "PR", places, (CITY, COAST)[index % 2])


def ukprn(rng: Random) -> str:
    """Eight digits, of a range that is not given out."""
    return f"19{rng.randrange(10**6):06d}"
