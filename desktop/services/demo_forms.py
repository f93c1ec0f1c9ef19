"""The further forms of an invented case, as ``resources/demo/cases.json`` tells them."""

from datetime import timedelta
from typing import Any

from desktop.forms.answers import Answered, AnswerValue, PartialDate
from desktop.forms.instances import ItemKey
from desktop.services.append_to_draft import append_answer
from desktop.services.complete_form import complete_form
from desktop.services.form_offers import current_offers
from desktop.services.local_day import local_day
from desktop.services.open_form import OpenForm
from desktop.services.ports import EpisodeRef
from desktop.services.start_loaded_form import start_loaded_form
from desktop.services.work import Work


def fill_further(work: Work, ref: EpisodeRef, told: list[dict[str, Any]]) -> None:
    """Begin, fill and complete each: ``answers`` has codes, ``days`` counts days from today."""
    offers = {one.own: one for one in current_offers(work)}
    for one in told:
        form = start_loaded_form(work, ref, offers[one["form"]].content_hash)
        for link_id, codes in one["answers"].items():
            chosen = codes if isinstance(codes, list) else [codes]
            _answer(work, form, link_id, *(_option(form, link_id, code) for code in chosen))
        for link_id, days in one["days"].items():
            day = local_day(work) + timedelta(days=days)
            _answer(work, form, link_id, PartialDate(day.isoformat()))
        complete_form(work, form.draft)


def _option(form: OpenForm, link_id: str, code: str) -> AnswerValue:
    options = form.questionnaire.item(link_id).options
    return next(one.value for one in options if getattr(one.value, "code", None) == code)


def _answer(work: Work, form: OpenForm, link_id: str, *values: AnswerValue) -> None:
    change = form.session.set(ItemKey(link_id), Answered(values))
    append_answer(work, form.draft, change.key, change.after)
