from destinations.models.application import Application, ApplicationStatement
from destinations.models.evidence import Destination, Evidence, EvidenceQuerySet, Exclusion, Settlement
from destinations.models.memory import RememberedLayout, RememberedWords
from destinations.models.provider import Provider, ProviderName, Source
from destinations.models.returns import DataReturn, ReturnRow

__all__ = [
    "Application",
    "ApplicationStatement",
    "DataReturn",
    "Destination",
    "Evidence",
    "EvidenceQuerySet",
    "Exclusion",
    "Provider",
    "ProviderName",
    "RememberedLayout",
    "RememberedWords",
    "ReturnRow",
    "Settlement",
    "Source",
]
