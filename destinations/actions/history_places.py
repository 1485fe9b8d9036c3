"""Providers and sources as a school's past names them: those of the register, and those that it does not know yet."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from careers.models import School
from careers.rules import local_authorities
from destinations.models import Provider, ProviderName
from destinations.rules.history import RowRefused, Saying
from destinations.rules.history_columns import Part
from destinations.rules.history_words import Meaning, Speaker, names_of_authority, plain, speaker_of, type_of_unknown
from destinations.rules.names import normalise
from destinations.rules.outcomes import ProviderType
from destinations.rules.sources import SourceKind

TITLES = ("mr", "mrs", "miss", "ms", "mx", "dr")
NAMED = {Speaker.FAMILY: (SourceKind.FAMILY, "Family"), Speaker.STUDENT: (SourceKind.STUDENT, "Student")}
STAFF = (SourceKind.STAFF, "School staff")


@dataclass(frozen=True, slots=True, eq=False)
class NewProvider:
    """A provider that the register does not know: it will be added, to be confirmed."""

    name: str
    type: ProviderType

    @property
    def source_kind(self) -> SourceKind:
        return SourceKind.EMPLOYER if self.type is ProviderType.EMPLOYER else SourceKind.PROVIDER


Place = Provider | NewProvider


class Places:
    """Finds the provider and the source that a cell means."""

    def __init__(self, school: School) -> None:
        self.school = school
        names = ProviderName.objects.filter(school=school).select_related("provider")
        self.known: dict[str, Place] = {name.normalised: name.provider for name in names}
        self.authority = names_of_authority(school.la_name or local_authorities.name_of(school.la_code), school.local_authority)
        self.added: list[NewProvider] = []

    def learn(self, sayings: Iterable[Saying]) -> None:
        """Look at every row before typing a new provider: what most rows say of it decides."""
        types: defaultdict[str, Counter[ProviderType]] = defaultdict(Counter)
        names: dict[str, str] = {}
        for saying in sayings:
            for name, meaning in ((saying.provider, saying.meaning), (self.unknown_source(saying), Meaning())):
                key = normalise(name)
                if key and key not in self.known:
                    names.setdefault(key, name.strip())
                    types[key][type_of_unknown(name, meaning)] += 1
        for key, counted in types.items():
            self.known[key] = new = NewProvider(names[key], counted.most_common(1)[0][0])
            self.added.append(new)

    def unknown_source(self, saying: Saying) -> str:
        """A source that is a name we do not know and is not the row's provider; "" otherwise."""
        if not saying.source or normalise(saying.source) in (normalise(saying.provider), *self.known):
            return ""
        return "" if speaker_of(saying.source, self.authority) else saying.source

    def provider(self, saying: Saying) -> Place | None:
        return self.known.get(normalise(saying.provider)) if saying.provider else None

    def source(self, saying: Saying) -> tuple[SourceKind, str, Place | None]:
        """The kind and name of who said it, and the place it speaks for. Without a source it is staff's (docs/rule.md)."""
        if not saying.source:
            return *STAFF, None
        place = self.known.get(normalise(saying.source))
        speaker = None if place else speaker_of(saying.source, self.authority)
        if speaker is Speaker.THE_PROVIDER:
            place = self.provider(saying)
            if place is None:
                raise RowRefused((saying.checkpoint, Part.SOURCE), "The provider is said to be the source, but the row names no provider.")
        if place:
            return place.source_kind, place.name, place
        if speaker is Speaker.AUTHORITY:
            return SourceKind.LOCAL_AUTHORITY, self.school.local_authority, None
        if speaker is Speaker.OTHER_AUTHORITY:
            return SourceKind.LOCAL_AUTHORITY, saying.source, None
        if speaker is Speaker.STAFF and plain(saying.source).split()[0] in TITLES:
            return SourceKind.STAFF, saying.source, None
        return *NAMED.get(speaker or Speaker.STAFF, STAFF), None
