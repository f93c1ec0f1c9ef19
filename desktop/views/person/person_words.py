"""Words about a person that several screens share: age, language, banner."""

from collections.abc import Sequence

from desktop.messages import LANGUAGES, sentence
from desktop.services.cases import CaseCard
from desktop.services.linked_people import LinkedCase
from desktop.views.person.person_banner import PersonBannerState


def age_words(age_years: int | None, language: str) -> str:
    """``19 years``; empty when the age is not known."""
    if age_years is None:
        return ""
    if age_years == 0:
        return sentence("person.age.under-one", language)
    if age_years == 1:
        return sentence("person.age.one", language)
    return sentence("person.age", language, count=age_years)


def reading_words(person_language: str, language: str) -> str:
    """Which language the person reads, for a chip."""
    if person_language not in LANGUAGES:
        return ""
    return sentence(f"person.reads.{person_language}", language)


def confidential_mark(card: CaseCard, language: str) -> str:
    """What staff read while no caller is told that the person is here; else empty."""
    if card.confidential_review is None:
        return ""
    return sentence("confidential.mark", language)


def wish_mark(card: CaseCard, language: str) -> str:
    """That the person asked in another case that nobody contacts them; else empty."""
    return sentence("again.wish", language) if card.wishes_elsewhere else ""


def case_number_words(number: int, language: str) -> str:
    """Which case of the person this is, from the second on."""
    return sentence("again.case-number", language, number=number) if number > 1 else ""


def apart_words(others: Sequence[LinkedCase], language: str) -> str:
    """That what was agreed to in another case of the person does not count in this one."""
    return sentence("again.consents", language) if others else ""


def banner_state(
    card: CaseCard,
    language: str,
    *,
    private: bool | None = None,
    consents_given: int = 0,
    consents_total: int = 0,
    case_text: str = "",
) -> PersonBannerState:
    """The banner of a case in the interface language ``language``; ``case_text`` says what of
    another case of the person matters here."""
    return PersonBannerState(
        alias=card.alias,
        age_text=age_words(card.age_years, language),
        place=card.place,
        language_text=reading_words(card.language, language),
        private=private,
        consents_given=consents_given,
        consents_total=consents_total,
        confidential_text=confidential_mark(card, language),
        case_text=" · ".join(part for part in (case_text, wish_mark(card, language)) if part),
    )
