"""An invented form of others with a yes or no, two weighed questions, and their sum; and rules."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from desktop.forms.wording import LocalText
from desktop.records.site_alert import AlertAbout, AlertCondition, SiteAlert
from desktop.services.append_to_draft import append_answer
from desktop.services.open_form import OpenForm
from desktop.services.ports import EpisodeRef
from desktop.services.site_alerts import save_site_alert
from desktop.services.start_loaded_form import start_loaded_form
from desktop.services.work import Work
from tests.services.bench import ADMIN, ROSA, Bench
from tests.services.loaded_forms import CALCULATED, offer, sleep_form

URL = "https://forms.example/worry"
ITEM_WEIGHT = "http://hl7.org/fhir/StructureDefinition/itemWeight"
SUM = "%resource.item.item.answer.value.weight().sum()"

Json = dict[str, Any]


def worry_form(version: str = "1.0.0") -> Json:
    """Each of ``first`` and ``second`` is worth 0 to 3; ``sum`` is their score."""
    form = sleep_form(version, url=URL, title="Worry check")
    form["item"][0]["item"] = [
        {"linkId": "alone", "type": "boolean", "text": "Are you alone?"},
        _weighed("first"),
        _weighed("second"),
        {"linkId": "drinks", "type": "integer", "text": "How many?"},
        {
            "linkId": "sum",
            "type": "integer",
            "text": "Worry score",
            "readOnly": True,
            "extension": [
                {
                    "url": CALCULATED,
                    "valueExpression": {"language": "text/fhirpath", "expression": SUM},
                }
            ],
        },
    ]
    return form


def _weighed(link_id: str) -> Json:
    options = [
        {
            "valueCoding": {
                "code": str(weight),
                "display": f"Answer {weight}",
                "extension": [{"url": ITEM_WEIGHT, "valueDecimal": weight}],
            }
        }
        for weight in range(4)
    ]
    return {"linkId": link_id, "type": "choice", "text": link_id, "answerOption": options}


SCORE = AlertCondition(URL, "sum", least=Decimal(4))
ALONE = AlertCondition(URL, "alone", ("true",))
DRINKS = AlertCondition(URL, "drinks", most=Decimal(2))


def rule(condition: AlertCondition = SCORE, **changed: object) -> SiteAlert:
    """A rule that waits, with its words in both languages."""
    fresh = SiteAlert(
        "",
        condition,
        AlertAbout.OTHER,
        waits=True,
        title=LocalText("High worry", {"es": "Mucha preocupación"}),
        what_to_do=LocalText("Tell the social worker.", {"es": "Avise a trabajo social."}),
        call="Social work on call, 555-0131",
        since=datetime(2026, 1, 1, tzinfo=UTC),
    )
    return replace(fresh, **changed)


def save(bench: Bench, alert: SiteAlert) -> SiteAlert:
    """Keep a rule as the administrator; the newest one then."""
    return save_site_alert(bench.work_as(ADMIN), alert)[-1]


def begin(bench: Bench, ref: EpisodeRef | None = None) -> OpenForm:
    """The form of others, loaded and begun by Rosa."""
    instrument = offer(bench, worry_form())
    return start_loaded_form(bench.work_as(ROSA), ref or bench.new_case(), instrument.content_hash)


def put(work: Work, form: OpenForm, link_id: str, value: int | bool) -> None:
    """Answer a question that has no options."""
    key = form.session.tree.by_link_id[link_id][0].key
    append_answer(work, form.draft, key, form.session.answer(key, value).after)
