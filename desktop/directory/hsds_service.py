"""One service of an Open Referral HSDS 3.0 file as a listing, with what had to be repaired."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from desktop.directory.directory import RowProblem
from desktop.directory.json_values import as_object, day, objects, text, whole_number
from desktop.directory.listing import ENGLISH, Hours, Listing, Phone, ServiceStatus

_LOCAL_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)(:[0-5]\d)?([+-]\d\d:?\d\d)?")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_TRANSLATION = re.compile(r"(name|description|eligibility_description|schedule)_([a-z]{2})")
_OLDEST_AGE = 120

JsonObject = Mapping[str, object]


def read_service(
    service: JsonObject, organization: JsonObject, where: str
) -> tuple[Listing | None, tuple[RowProblem, ...]]:
    """The listing, or None when the row cannot be used; and what was wrong with the row."""
    refusal = _refusal(service, where)
    if refusal is not None:
        return None, (refusal,)
    problems: list[RowProblem] = []
    places = tuple(objects(service.get("service_at_locations")))
    minimum, maximum = _ages(service, where, problems)
    translated = _translations(service)
    hours, schedule = _opening(service, places)
    return (
        Listing(
            service_id=text(service.get("id")),
            organization=text(organization.get("name")),
            name=text(service.get("name")),
            names=translated.get("name", {}),
            description=_by_language(service, "description", translated),
            phones=_phones((service, *places, organization), where, problems),
            address=_address(places, organization),
            languages=_languages(service, places),
            minimum_age=minimum,
            maximum_age=maximum,
            eligibility=_by_language(service, "eligibility_description", translated),
            schedule=({ENGLISH: schedule} if schedule else {}) | translated.get("schedule", {}),
            hours=hours,
            categories=_categories(service),
            status=ServiceStatus(text(service.get("status"))),
            assured_on=_assured_on(service, where, problems),
            alert=text(service.get("alert")),
        ),
        tuple(problems),
    )


def _refusal(service: JsonObject, where: str) -> RowProblem | None:
    for name in ("id", "name", "status"):
        if not text(service.get(name)):
            return RowProblem(where, "directory.row.missing", {"field": name})
    status = text(service.get("status"))
    if status not in {one.value for one in ServiceStatus}:
        return RowProblem(where, "directory.row.status", {"value": status[:40]})
    return None


def _repaired(where: str, message_id: str, field: str) -> RowProblem:
    return RowProblem(where, message_id, {"field": field}, refused=False)


def _ages(
    service: JsonObject, where: str, problems: list[RowProblem]
) -> tuple[int | None, int | None]:
    ages: list[int | None] = []
    for field in ("minimum_age", "maximum_age"):
        age = whole_number(service.get(field))
        written = service.get(field) not in (None, "")
        if written and (age is None or not 0 <= age <= _OLDEST_AGE):
            problems.append(_repaired(where, "directory.row.age", field))
            age = None
        ages.append(age)
    minimum, maximum = ages
    if minimum is not None and maximum is not None and minimum > maximum:
        problems.append(_repaired(where, "directory.row.age", "minimum_age"))
        return None, None
    return minimum, maximum


def _assured_on(service: JsonObject, where: str, problems: list[RowProblem]) -> date | None:
    written = service.get("assured_date")
    assured = day(written)
    if assured is None and written not in (None, ""):
        problems.append(_repaired(where, "directory.row.date", "assured_date"))
    return assured


def _phones(
    owners: tuple[JsonObject, ...], where: str, problems: list[RowProblem]
) -> tuple[Phone, ...]:
    """The first owner with numbers gives them: the service itself, its places, its organization."""
    for owner in owners:
        holders = (owner, as_object(owner.get("location")))
        found: dict[str, Phone] = {}
        for phone in (one for holder in holders for one in objects(holder.get("phones"))):
            number = text(phone.get("number")).strip('"')
            if not any(sign.isdigit() for sign in number):
                problems.append(_repaired(where, "directory.row.phone", "phones"))
                continue
            extension = text(phone.get("extension"))
            printed = f"{number} x{extension}" if extension else number
            found.setdefault(printed, Phone(printed, text(phone.get("description"))))
        if found:
            return tuple(found.values())
    return ()


def _address(places: tuple[JsonObject, ...], organization: JsonObject) -> str:
    """The first physical address, on one line, without the country."""
    for place in (*places, *({"location": one} for one in objects(organization.get("locations")))):
        for address in objects(as_object(place.get("location")).get("addresses")):
            if text(address.get("address_type")) == "postal":
                continue
            state = f"{text(address.get('state_province'))} {text(address.get('postal_code'))}"
            lines = (
                text(address.get("address_1")),
                text(address.get("address_2")),
                text(address.get("city")),
                state.strip(),
            )
            return ", ".join(line for line in lines if line)
    return ""


def _languages(service: JsonObject, places: tuple[JsonObject, ...]) -> tuple[str, ...]:
    owners = (service, *(as_object(place.get("location")) for place in places))
    codes = (
        text(language.get("code")).lower()[:2]
        for owner in owners
        for language in objects(owner.get("languages"))
    )
    return tuple(dict.fromkeys(code for code in codes if code))


def _opening(service: JsonObject, places: tuple[JsonObject, ...]) -> tuple[tuple[Hours, ...], str]:
    """Hours when every weekly schedule can be read, and the words for when they cannot."""
    schedules = tuple(objects(service.get("schedules"))) or tuple(
        one for place in places for one in objects(place.get("schedules"))
    )
    hours = tuple(_hours(one) for one in schedules)
    words = " ".join(filter(None, (text(one.get("description")) for one in schedules)))
    whole = tuple(one for one in hours if one is not None)
    return (whole if len(whole) == len(hours) else ()), words


def _hours(schedule: JsonObject) -> Hours | None:
    """None for anything but the same local hours each week, such as times in UTC ("Z")."""
    days = tuple(text(schedule.get("byday")).replace(" ", "").split(","))
    opens = _LOCAL_TIME.fullmatch(text(schedule.get("opens_at")))
    closes = _LOCAL_TIME.fullmatch(text(schedule.get("closes_at")))
    is_weekly = text(schedule.get("freq")) in ("", "WEEKLY")
    every_week = whole_number(schedule.get("interval")) in (None, 1)
    if not (is_weekly and every_week and opens and closes and set(days) <= set(_WEEKDAYS)):
        return None
    in_order = tuple(one for one in _WEEKDAYS if one in days)
    return Hours(in_order, opens[0][:5], closes[0][:5])


def _categories(service: JsonObject) -> frozenset[str]:
    """Codes of the taxonomy terms linked to the service; translations are no categories."""
    codes = (
        text(as_object(attribute.get("taxonomy_term")).get("code")) or text(attribute.get("value"))
        for attribute in objects(service.get("attributes"))
        if _translation_key(attribute) is None
    )
    return frozenset(code for code in codes if code)


def _by_language(
    service: JsonObject, field: str, translated: Mapping[str, Mapping[str, str]]
) -> Mapping[str, str]:
    written = text(service.get(field))
    return ({ENGLISH: written} if written else {}) | dict(translated.get(field, {}))


def _translations(service: JsonObject) -> dict[str, dict[str, str]]:
    """Texts by field and language, from keys and attributes named like ``description_es``."""
    found: dict[str, dict[str, str]] = {}
    for key, value in _translated_pairs(service):
        match = _TRANSLATION.fullmatch(key)
        if match and text(value):
            found.setdefault(match[1], {})[match[2]] = text(value)
    return found


def _translated_pairs(service: JsonObject) -> Iterator[tuple[str, object]]:
    yield from service.items()
    for attribute in objects(service.get("attributes")):
        key = _translation_key(attribute)
        if key is not None:
            yield key, attribute.get("value")


def _translation_key(attribute: JsonObject) -> str | None:
    names = (attribute.get("link_type"), as_object(attribute.get("taxonomy_term")).get("code"))
    return next((text(one) for one in names if _TRANSLATION.fullmatch(text(one))), None)
