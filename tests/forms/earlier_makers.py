"""Forms that were completed, and forms that look back at them."""

from datetime import timedelta

from desktop.forms.answers import NoAnswerReason
from desktop.forms.earlier_answers import EarlierForm, earlier_answers
from desktop.forms.extensions import UNIT
from desktop.forms.observations import EXTRACT
from desktop.forms.session import FormSession, ItemKey
from desktop.forms.wording import LocalText
from tests.forms.form_makers import NOON, form, item
from tests.forms.test_link_periods import CODED, lasting

YES = {"url": EXTRACT, "valueBoolean": True}
YEAR = lasting(1, "a")
SECOND = timedelta(seconds=1)
KG, LB, CM = ("kg", "[lb_av]", "cm")


def unit(name):
    return {"url": UNIT, "valueCoding": {"system": "http://unitsofmeasure.org", "code": name}}


def kept(*items, at=NOON - timedelta(days=3), status="completed", name="Before", **answers):
    """A form that was completed with these answers, by linkId."""
    session = FormSession(form(*items), now=lambda: at)
    for link_id, value in answers.items():
        if isinstance(value, NoAnswerReason):
            session.give_reason(ItemKey(link_id), value)
        else:
            session.answer(ItemKey(link_id), *(value if isinstance(value, tuple) else (value,)))
    response = session.to_response("completed", at) | {"status": status}
    stored = FormSession(session.questionnaire, response, now=lambda: at, is_finished=True)
    return EarlierForm(LocalText(name), at, stored, response)


def had(kind, value, *extensions, at=NOON - timedelta(days=3), **more):
    """A form whose one question, of this kind, was answered so."""
    asked = item("q", kind, YES, *extensions, code=CODED, **more)
    return kept(asked, at=at, q=value)


def asking(kind, *extensions, **more):
    return form(item("q", kind, YEAR, *extensions, code=CODED, **more))


def values(wanted, *others, now=NOON):
    return [one.value for one in earlier_answers(wanted, others, now).get("q", ())]
