from destinations.models.evidence import Destination, Evidence, EvidenceQuerySet, Exclusion, Settlement
from destinations.models.provider import Provider, ProviderName, Source
from destinations.models.returns import DataReturn, ReturnRow

__all__ = [
    "DataReturn",
    "Destination",
    "Evidence",
    "EvidenceQuerySet",
    "Exclusion",
    "Provider",
    "ProviderName",
    "ReturnRow",
    "Settlement",
    "Source",
]
