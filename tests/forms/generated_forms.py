"""Hypothesis strategies: small forms with branches and scores, and edits to them."""

from dataclasses import dataclass
from decimal import Decimal

from hypothesis import strategies as st

from desktop.forms import extensions as ext
from desktop.forms.answers import (
    Answer,
    Answered,
    NoAnswer,
    NoAnswerReason,
    PartialDate,
    Unanswered,
)
from tests.forms.form_makers import (
    Json,
    calculated,
    choice,
    code,
    coding,
    expression,
    group,
    item,
    ours,
    when,
)

CODES = ("a", "b", "c")


@dataclass(frozen=True)
class GeneratedForm:
    """The items of a form, and what may be answered to each question."""

    items: tuple[Json, ...]
    values: dict[str, st.SearchStrategy[Answer]]


def _answers(values: st.SearchStrategy) -> st.SearchStrategy[Answer]:
    return st.one_of(
        st.just(Unanswered()),
        st.sampled_from(NoAnswerReason).map(NoAnswer),
        values.map(lambda value: Answered((value,))),
    )


def _question(draw: st.DrawFn, link_id: str) -> tuple[Json, st.SearchStrategy[Answer], Json]:
    """A question, its answers, and a condition that another item can put on it."""
    kind = draw(st.sampled_from(["boolean", "integer", "decimal", "string", "date", "choice"]))
    match kind:
        case "boolean":
            return (
                item(link_id, kind),
                _answers(st.booleans()),
                {"answerBoolean": draw(st.booleans())},
            )
        case "integer":
            return item(link_id, kind), _answers(st.integers(0, 9)), {"answerInteger": 5}
        case "decimal":
            values = st.decimals(0, 9, places=2)
            return item(link_id, kind), _answers(values), {"answerDecimal": 4.5}
        case "string":
            words = st.sampled_from(["one", "two", "ñandú"])
            return item(link_id, kind), _answers(words), {"answerString": "two"}
        case "date":
            days = st.sampled_from(["2020", "2020-05", "2020-05-06"]).map(PartialDate)
            return item(link_id, kind), _answers(days), {"answerDate": "2020-05"}
        case _:
            weighed = [f"{name}:{at}" for at, name in enumerate(CODES)]
            picked = st.lists(st.sampled_from(CODES), min_size=1, unique=True).map(
                lambda names: Answered(tuple(code(name) for name in names))
            )
            answers = st.one_of(_answers(st.sampled_from(CODES).map(code)), picked)
            return choice(link_id, *weighed, repeats=True), answers, {"answerCoding": coding("b")}


def _rules(draw: st.DrawFn, earlier: dict[str, Json]) -> Json:
    """Conditions on earlier questions only, so that the form has no loop."""
    if not earlier or draw(st.integers(0, 2)) == 0:
        return {}
    chosen = draw(st.lists(st.sampled_from(sorted(earlier)), min_size=1, max_size=2))
    conditions = []
    for name in chosen:
        operator = draw(st.sampled_from(["=", "!=", ">", "<", ">=", "<=", "exists"]))
        wanted = {"answerBoolean": draw(st.booleans())} if operator == "exists" else earlier[name]
        conditions.append(when(name, operator, **wanted))
    return {"enableWhen": conditions, "enableBehavior": draw(st.sampled_from(["all", "any"]))}


def _marked(draw: st.DrawFn, question: Json) -> Json:
    """Perhaps required, perhaps raising an alert."""
    if draw(st.booleans()):
        question = question | {"required": True}
    if draw(st.booleans()):
        rule = ours(
            "alert", {"url": "code", "valueCode": "told"}, {"url": "when", "valueCode": "b"}
        )
        question = question | {"extension": [*question.get("extension", []), rule]}
    return question


@st.composite
def forms(draw: st.DrawFn) -> GeneratedForm:
    """Two to four groups of questions, then sums and an expression-driven item."""
    earlier: dict[str, Json] = {}
    values: dict[str, st.SearchStrategy[Answer]] = {}
    items: list[Json] = []
    for section in range(draw(st.integers(1, 3))):
        rules = _rules(draw, earlier)
        questions = []
        for number in range(draw(st.integers(1, 4))):
            link_id = f"q{section}.{number}"
            question, answers, condition = _question(draw, link_id)
            questions.append(_marked(draw, question) | _rules(draw, earlier))
            earlier[link_id], values[link_id] = condition, answers
        inside = group(f"s{section}.inside", *questions[1:], required=draw(st.booleans()))
        items.append(group(f"s{section}", questions[0], inside, **rules))
    some = st.lists(st.sampled_from(sorted(earlier)), min_size=1, max_size=3, unique=True)
    names = draw(some)
    counted = " + ".join(
        f"%resource.repeat(item).where(linkId='{name}').answer.count()" for name in names
    )
    items.append(item("count", "integer", calculated(counted), readOnly=True))
    counted = " + ".join(
        f"%resource.item.item.item.where(linkId='{name}').answer.count()" for name in draw(some)
    )
    items.append(item("count-below", "integer", calculated(counted), readOnly=True))
    items.append(
        item("weight", "decimal", calculated("%resource.repeat(item).answer.weight().sum()"))
    )
    rule = "%resource.item.where(linkId='count').answer.value > 1"
    items.append(item("extra", "string", expression(ext.ENABLE_EXPRESSION, rule)))
    values["extra"] = _answers(st.just("more"))
    values["weight"] = _answers(st.just(Decimal("1.5")))
    return GeneratedForm(tuple(items), values)


@st.composite
def edits(draw: st.DrawFn, form: GeneratedForm) -> list[tuple[str, Answer]]:
    """Up to a dozen answers, reasons and clearings in any order."""
    keys = draw(st.lists(st.sampled_from(sorted(form.values)), max_size=12))
    return [(key, draw(form.values[key])) for key in keys]
