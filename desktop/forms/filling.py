"""Fills a form with a response without a screen: what comes out, what is missing or wrong."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from desktop.clock import SystemClock
from desktop.forms.instances import ItemKey
from desktop.forms.json_input import a_text
from desktop.forms.questionnaire import Questionnaire
from desktop.forms.response_writing import JsonNode
from desktop.forms.session import FormSession
from desktop.forms.signing import signatures_that_hold


@dataclass(frozen=True, slots=True)
class InvalidItem:
    """One thing wrong, by linkId, with a sentence by id."""

    link_id: str
    message_id: str
    params: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FillReport:
    """What filling came to; a score of None is withheld."""

    response: JsonNode
    missing: tuple[str, ...]
    invalid: tuple[InvalidItem, ...]
    scores: Mapping[str, Decimal | None]
    alerts: tuple[tuple[str, str], ...]

    def to_json(self) -> dict[str, Any]:
        """The shape of ``firstlight form fill --json``; decimals stay Decimal."""
        return {
            "response": self.response,
            "missing": list(self.missing),
            "invalid": [
                {"linkId": one.link_id, "message_id": one.message_id, "params": dict(one.params)}
                for one in self.invalid
            ],
            "scores": dict(self.scores),
            "alerts": [{"code": code, "linkId": link_id} for code, link_id in self.alerts],
        }


def fill_report(
    questionnaire: Questionnaire,
    response: Mapping[str, object] | None,
    now: Callable[[], datetime] | None = None,
) -> FillReport:
    """Loads a response, applies enablement and calculation, and reports.

    ``now`` is the clock of the computer unless given. Raises KnownError for a response that is
    none.
    """
    session = FormSession(questionnaire, response, now=now or SystemClock().now)

    def link_id(key: ItemKey) -> str:
        return session.state(key).item.link_id

    unknown = [
        InvalidItem(one.link_id, f"form-problem-not-loaded-{one.why}") for one in session.not_loaded
    ]
    kept = signatures_that_hold(session)
    void = [
        InvalidItem(a_text(loaded.signed, "linkId") or "-", "form-problem-signature-void")
        for key, loaded in session.loaded_signatures.items()
        if key not in kept
    ]
    wrong = [InvalidItem(link_id(p.key), p.message_id, p.params) for p in session.problems]
    return FillReport(
        session.to_response(signatures=kept) | _kept_as_told(response or {}),
        tuple(dict.fromkeys(link_id(key) for key in session.missing)),
        (*unknown, *void, *wrong),
        {score.link_id: score.value for score in session.scores},
        tuple((alert.code, link_id(alert.key)) for alert in session.alerts),
    )


_TOLD: Mapping[str, type] = {
    "id": str,
    "identifier": dict,
    "basedOn": list,
    "partOf": list,
    "subject": dict,
    "encounter": dict,
    "authored": str,
    "author": dict,
    "source": dict,
}
"""What a response says of where it belongs (R4), and in which shape."""


def _kept_as_told(response: Mapping[str, object]) -> JsonNode:
    """Filling changes none of it: it comes out as it came in."""
    told = {name: response[name] for name in _TOLD if response.get(name)}
    return {name: value for name, value in told.items() if isinstance(value, _TOLD[name])}
