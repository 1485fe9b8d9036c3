"""Two entries of the register that are one provider, made one with all that was said by and about either."""

from django.core.exceptions import ValidationError
from django.db import transaction

from careers.actions import audit
from careers.actions.locking import alone_in
from careers.models import User
from destinations.actions.applications import work_out
from destinations.actions.destinations import recompute
from destinations.actions.providers import source_of_provider
from destinations.models import (
    Application,
    ApplicationStatement,
    DataReturn,
    Destination,
    Evidence,
    Provider,
    ProviderName,
    RememberedLayout,
    RememberedWords,
    ReturnRow,
    Settlement,
    Source,
)

FILLED_IN = ("ukprn", "urn", "postcode", "contact_name", "contact_email", "contact_phone")


@transaction.atomic
def merge_providers(*, keep: Provider, gone: Provider, by: User | None) -> Provider:
    """`gone` becomes another name of `keep`, with its evidence, applications, lists and settled answers; what `keep` lacks is filled in.

    Raises ValidationError for one and the same provider, for providers of two schools, and when either is gone already.
    """
    alone_in(keep.school)
    held = {provider.pk: provider for provider in Provider.objects.select_for_update().filter(pk__in=(keep.pk, gone.pk))}
    if len(held) != 2 or held[keep.pk].school_id != held[gone.pk].school_id:
        raise ValidationError("Choose two different providers of the register.")
    if DataReturn.objects.filter(school=keep.school, state__in=(DataReturn.State.READING, DataReturn.State.APPLYING)).exists():
        raise ValidationError("A list is being read or applied just now, and may name them. Try again in a minute.")
    keep, gone = held[keep.pk], held[gone.pk]
    students = spoken_of(gone) | spoken_of(keep)
    ProviderName.objects.filter(provider=gone).update(provider=keep, is_alias=True)
    for model in (Evidence, Settlement, ReturnRow, Destination):
        model._default_manager.filter(provider=gone).update(provider=keep)
    join_applications(keep, gone)
    join_sources(keep, gone)
    for name in FILLED_IN:
        setattr(keep, name, getattr(keep, name) or getattr(gone, name))
    keep.to_confirm = keep.to_confirm and gone.to_confirm
    name, number = gone.name, gone.pk
    gone.delete()
    keep.save()
    recompute(students=students)
    audit.record(school=keep.school, by=by, verb="merged two providers", subject=keep, merged=name, number=number, students=len(students))
    return keep


def spoken_of(provider: Provider) -> set[int]:
    """Students whose answers name the provider, or rest on its word."""
    about = Evidence.objects.filter(provider=provider).values_list("student", flat=True)
    said = Evidence.objects.filter(source__provider=provider).values_list("student", flat=True)
    settled = Settlement.objects.filter(provider=provider).values_list("student", flat=True)
    return {*about, *said, *settled}


def join_applications(keep: Provider, gone: Provider) -> None:
    """A student who is said to have applied to both has applied once; what was said stays."""
    ours = dict(Application.objects.filter(provider=keep).values_list("student", "pk"))
    theirs = list(Application.objects.filter(provider=gone))
    for application in theirs:
        if application.student_id in ours:
            ApplicationStatement.objects.filter(application=application).update(application=ours[application.student_id])
            application.delete()
    Application.objects.filter(provider=gone).update(provider=keep)
    touched = {application.student_id for application in theirs}
    work_out(set(Application.objects.filter(provider=keep, student__in=touched).values_list("pk", flat=True)))


def join_sources(keep: Provider, gone: Provider) -> None:
    """One voice: what either said, and every list of either, is the kept provider's."""
    theirs = list(Source.objects.filter(provider=gone))
    if not theirs:
        return
    voice = source_of_provider(keep)
    for source in theirs:
        forget_what_clashes(source, voice)
        for model in (Evidence, DataReturn, ApplicationStatement, RememberedLayout, RememberedWords):
            model._default_manager.filter(source=source).update(source=voice)
        source.delete()


def forget_what_clashes(source: Source, voice: Source) -> None:
    """Where both have a remembered layout or word for the same thing, the kept provider's stands."""
    RememberedLayout.objects.filter(source=source, sheet__in=RememberedLayout.objects.filter(source=voice).values("sheet")).delete()
    known = set(RememberedWords.objects.filter(source=voice).values_list("column", "normalised"))
    for words in RememberedWords.objects.filter(source=source):
        if (words.column, words.normalised) in known:
            words.delete()
