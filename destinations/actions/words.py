"""What words of one sender mean, as a person puts it right. It holds for that sender's lists from then on, and can be taken back."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from careers.actions import audit
from careers.actions.locking import alone_in
from careers.models import User
from destinations.actions.returns import NotNow, read_again
from destinations.models import DataReturn, RememberedWords, Source
from destinations.rules.remembered import LONGEST_TOLD, TELLING_COLUMNS, WordMeaning, normalised, what_is_wrong

BECAUSE = "Read again, because you said what some of its words mean."


@transaction.atomic
def remember(
    *, source: Source, column: str, words: str, meaning: WordMeaning, by: User | None, data_return: DataReturn | None = None
) -> RememberedWords:
    """Say what words of a sender mean, and read the staged return (`data_return`) again with it.

    Raises ValidationError for a meaning that cannot be, NotNow when the return cannot be read again.
    """
    alone_in(source.school)
    refuse(column, meaning)
    what = {"said": meaning.said, "outcome": meaning.outcome or "", "route": meaning.route or "", "level": meaning.level}
    what["application"] = meaning.application
    kept, _ = RememberedWords.objects.update_or_create(
        source=source,
        column=column,
        normalised=normalised(words),
        defaults={"school": source.school, "words": words[:LONGEST_TOLD], "by": by, "at": timezone.now(), **what},
    )
    audit.record(school=source.school, by=by, verb="said what words mean", subject=kept, source=source.name, column=column, **what)
    read_with_it(data_return, by)
    return kept


@transaction.atomic
def take_back(*, remembered: RememberedWords, by: User | None, data_return: DataReturn | None = None) -> None:
    """Leave the words to the rules again, and read the staged return again without. Raises NotNow."""
    alone_in(remembered.school)
    subject = {"column": remembered.column, "source": remembered.source.name}
    audit.record(school=remembered.school, by=by, verb="took back what words mean", subject=remembered, **subject)
    remembered.delete()
    read_with_it(data_return, by)


def read_with_it(data_return: DataReturn | None, by: User | None) -> None:
    if data_return is None:
        return
    if data_return.state != DataReturn.State.STAGED:
        raise NotNow("This list is not waiting to be applied, so it cannot be read again.")
    read_again(data_return=data_return, by=by, because=BECAUSE)


def refuse(column: str, meaning: WordMeaning) -> None:
    """Raises ValidationError for a column whose words tell nothing, and for a meaning that is none or contradicts itself."""
    if column not in TELLING_COLUMNS:
        raise ValidationError("The words of this column tell nothing.")
    if wrong := what_is_wrong(meaning):
        raise ValidationError(wrong)
