"""Reads the registry of known instruments: strictly, for it is a file of ours."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from desktop.errors import BugError
from desktop.forms.form_parts import ScoreBand
from desktop.forms.known.instrument import (
    AgeGate,
    Codes,
    CutOff,
    ForWhom,
    KnownInstrument,
    LookBack,
    Rights,
    Scoring,
    SelfHarm,
    Unconfirmed,
)
from desktop.forms.wording import LocalText

VERSION = 1
_STANDINGS = ("free", "confirm")

_Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class AgeRoute:
    """What is suggested for an age; None at both ends is for everybody. ``keys`` name the
    instruments whose sources stand behind it."""

    from_age: int | None
    to_age: int | None
    words: LocalText
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Registry:
    """The known instruments, by name, and what is suggested for which age."""

    instruments: tuple[KnownInstrument, ...] = ()
    routes: tuple[AgeRoute, ...] = ()

    def of(self, key: str) -> KnownInstrument | None:
        """The instrument of this key."""
        return next((one for one in self.instruments if one.key == key), None)

    def coded(self, code: str) -> KnownInstrument | None:
        """The instrument of this LOINC code: that of the form, of its total or of an item."""
        for one in self.instruments:
            if code and code in (one.codes.panel, one.codes.total, *one.codes.items):
                return one
        return None


EMPTY = Registry()


def read_registry(data: bytes) -> Registry:
    """The registry in ``data``. BugError for anything that is not exactly as it should be."""
    try:
        found = json.loads(data, parse_float=Decimal)
        if found["version"] != VERSION:
            raise BugError("a registry of instruments of another version")
        instruments = tuple(map(_instrument, found["instruments"]))
        routes = tuple(map(_route, found["routing"]))
    except (ValueError, KeyError, TypeError, AttributeError, InvalidOperation) as error:
        raise BugError("the registry of instruments cannot be read") from error
    return Registry(tuple(sorted(instruments, key=lambda one: one.name.casefold())), routes)


def _route(row: _Row) -> AgeRoute:
    return AgeRoute(row.get("from"), row.get("to"), _words(row["words"]), tuple(row["keys"]))


def _instrument(row: _Row) -> KnownInstrument:
    back, harm, minutes, total = (
        row.get(one) for one in ("looks-back", "self-harm", "minutes", "total")
    )
    return KnownInstrument(
        key=row["key"],
        name=row["name"],
        full_name=row["full-name"],
        about=_words(row["about"]),
        who=_words(row["who"]),
        rights=_rights(row["rights"]),
        sources=tuple(row["sources"]),
        scoring=Scoring(row["scoring"]),
        ages=_ages(row["ages"]) if "ages" in row else None,
        looks_back=LookBack(back["days"], back["after-event"], back["source"]) if back else None,
        languages=tuple(row.get("languages", ())),
        minutes=(minutes[0], minutes[1]) if minutes else None,
        items=row.get("items"),
        before=row.get("before", 0),
        after=row.get("after", 0),
        total=(Decimal(total[0]), Decimal(total[1])) if total else None,
        cut_offs=tuple(map(_cut_off, row["cut-offs"])),
        bands=tuple(map(_band, row.get("bands", ()))),
        bands_source=row.get("bands-source", ""),
        self_harm=_self_harm(harm) if harm else None,
        about_suicide=row.get("about-suicide", False),
        bedside=row.get("bedside", True),
        codes=_codes(row["loinc"]),
        not_done=_words(row["not-done"]) if "not-done" in row else LocalText(),
        notes=tuple(map(_words, row.get("notes", ()))),
        unconfirmed=frozenset(map(Unconfirmed, row["unconfirmed"])),
    )


def _words(row: _Row) -> LocalText:
    return LocalText(row["en"], {tag: words for tag, words in row.items() if tag != "en"})


def _ages(row: _Row) -> AgeGate:
    return AgeGate(row.get("from"), row.get("to"), row["source"])


def _cut_off(row: _Row) -> CutOff:
    of = _words(row["of"]) if "of" in row else LocalText()
    whom = ForWhom(row.get("for", ""))
    return CutOff(Decimal(row["least"]), _words(row["meaning"]), row["source"], whom, of)


def _band(row: _Row) -> ScoreBand:
    return ScoreBand(_words(row["label"]), Decimal(row["low"]), Decimal(row["high"]))


def _self_harm(row: _Row) -> SelfHarm:
    return SelfHarm(
        row["place"], row["loinc"], Decimal(row["least"]), _words(row["meaning"]), row["source"]
    )


def _rights(row: _Row) -> Rights:
    if row["standing"] not in _STANDINGS:
        raise ValueError("no such standing")
    terms = _words(row["terms"])
    return Rights(row["holder"], terms, row.get("source", ""), row["standing"] == "confirm")


def _codes(row: _Row) -> Codes:
    return Codes(row.get("panel", ""), row.get("total", ""), tuple(row.get("items", ())))
