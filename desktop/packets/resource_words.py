"""A matched place as it stands on paper: only words in the person's language, numbers large."""

from desktop.directory.listing import Listing, Phone
from desktop.directory.matching import Match
from desktop.messages import LANGUAGES, sentence
from desktop.packets.packet import PhoneLine, ResourceEntry
from desktop.packets.paper_words import joined, long_date, one_line, opening_hours, unbroken

_SPOKEN = ("en", "es", "pt", "pl", "ht", "fr", "ar", "zh", "sq", "vi")
"""Languages whose names are in the catalogues; others are not named on paper."""

HOTLINE_LABELS = {"988": "paper.hotline.988", "211": "paper.hotline.211"}
"""Labels that say what the short numbers are for without naming a reason."""


def resource_entry(match: Match, language: str) -> ResourceEntry:
    """The listing in words. A text that exists only in another language is left out."""
    listing = match.listing
    return ResourceEntry(
        name=one_line(listing.name_in(language)),
        organization=_organization(listing, language),
        phones=tuple(phone_line(phone, language) for phone in listing.phones),
        description=one_line(listing.description.get(language, "")),
        details=_details(match, language),
        call_first=sentence("paper.resource.call-first", language) if match.call_first else "",
        checked=_checked(listing, language),
    )


def phone_line(phone: Phone, language: str) -> PhoneLine:
    """A number, with what it is for where the directory's language is the person's."""
    label = one_line(phone.label) if language == LANGUAGES[0] else ""
    return PhoneLine(label, unbroken(one_line(phone.number)))


def hotline_line(listing: Listing, language: str) -> PhoneLine:
    """A hotline's number under a label that names no reason."""
    number = one_line(listing.phones[0].number)
    label_id = HOTLINE_LABELS.get(number)
    label = sentence(label_id, language) if label_id else one_line(listing.name_in(language))
    return PhoneLine(label, unbroken(number))


def _organization(listing: Listing, language: str) -> str:
    name = one_line(listing.organization)
    return "" if name == one_line(listing.name_in(language)) else name


def _details(match: Match, language: str) -> tuple[tuple[str, str], ...]:
    listing = match.listing
    rows = (
        ("paper.resource.where", one_line(listing.address)),
        ("paper.resource.open", _open(listing, language)),
        ("paper.resource.speaks", _speaks(listing, language)),
        ("paper.resource.for", _for_whom(listing, language)),
    )
    return tuple((sentence(label, language), value) for label, value in rows if value)


def _open(listing: Listing, language: str) -> str:
    if listing.hours:
        return opening_hours(listing.hours, language)
    return one_line(listing.schedule.get(language, ""))


def _speaks(listing: Listing, language: str) -> str:
    known = [one for one in listing.languages if one in _SPOKEN]
    return joined([sentence(f"paper.language.{one}", language) for one in known], language)


def _for_whom(listing: Listing, language: str) -> str:
    said = one_line(listing.eligibility.get(language, ""))
    if said:
        return said
    low, high = listing.minimum_age, listing.maximum_age
    if low is not None and high is not None:
        return sentence("paper.ages.between", language, low=low, high=high)
    if low is not None:
        return sentence("paper.ages.from", language, low=low)
    return "" if high is None else sentence("paper.ages.to", language, high=high)


def _checked(listing: Listing, language: str) -> str:
    if listing.assured_on is None:
        return sentence("paper.resource.never-checked", language)
    return sentence(
        "paper.resource.checked", language, date=long_date(listing.assured_on, language)
    )
