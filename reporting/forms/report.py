from collections.abc import Sequence
from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms

from reporting.rules import terms
from reporting.sections.offered import Offer

TERM_END, TODAY = "term_end", "today"
AS_AT = [(TERM_END, "The end of the term, or today if it has not ended yet"), (TODAY, "Today, with everything we know now")]


class ReportForm(forms.Form):
    """Which term to make a report of, and as at which day. `offers` are the terms that have begun, latest first.

    `told` is the term for which the page has said that nothing had been recorded by its end; for any other such term it is said first.
    """

    term = forms.ChoiceField(
        label="Make the governors’ report of", error_messages={"invalid_choice": "Choose one of the terms in the list."}
    )
    as_at = forms.ChoiceField(label="As at", choices=AS_AT, widget=forms.RadioSelect, required=False)
    told = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, offers: Sequence[Offer], today: date, **kwargs: Any) -> None:
        latest = next((offer for offer in offers if offer.has_students), None)
        super().__init__(data, initial=usual(latest) if latest else None, **kwargs)
        self.offers, self.today, self.can_be_made = {offer.term: offer for offer in offers}, today, latest is not None
        self.fields["term"].choices = [(offer.term, offer.title) for offer in offers]
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean_term(self) -> str:
        offer = self.offers[self.cleaned_data["term"]]
        if not offer.has_students:
            raise forms.ValidationError(
                f"The school has no students in Year 11, 12 or 14 in the {terms.title(offer.term).lower()}. Choose another term."
            )
        return offer.term

    def clean(self) -> dict[str, Any]:
        offer = self.offers.get(self.cleaned_data.get("term", ""))
        wants_the_end = self.cleaned_data.get("as_at") != TODAY
        if offer and offer.nothing_known_by_then and wants_the_end and self.cleaned_data.get("told") != offer.term:
            self.data = {**self.data.dict(), **usual(offer)}
            end = f"{offer.as_at:%-d %B %Y}"
            self.add_error(
                "as_at",
                f"Nothing about these students had been recorded by {end}, so such a report would know nobody. "
                "“Today” is chosen now: make the report, or choose the end of the term again.",
            )
        return self.cleaned_data

    @property
    def day(self) -> date | None:
        """The day that was chosen; None for the usual one of the term."""
        return self.today if self.cleaned_data["as_at"] == TODAY else None


def usual(offer: Offer) -> dict[str, str]:
    """What is filled in for a term."""
    return {"term": offer.term, "as_at": TODAY if offer.nothing_known_by_then else TERM_END, "told": offer.term}
