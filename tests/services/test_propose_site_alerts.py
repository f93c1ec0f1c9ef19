"""Cut-offs of loaded instruments are offered as alerts of the site; none stands by itself."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.forms.known.adding_up import TOTAL
from desktop.forms.reading import read_questionnaire
from desktop.forms.wording import LocalText
from desktop.records.form_conditions import FormConditions
from desktop.records.site_alert import AlertAbout, AlertCondition
from desktop.services.check_form_import import check_form_import
from desktop.services.import_form import import_form
from desktop.services.known_totals import form_with_total
from desktop.services.make_form_current import make_form_current
from desktop.services.propose_conditions import propose
from desktop.services.propose_site_alerts import AlertProposal, propose_site_alerts
from desktop.services.site_alerts import save_site_alert, site_alerts
from desktop.services.start_loaded_form import start_loaded_form
from tests.forms.known.instrument_forms import Json, form_of, nine, total, weighed, yes_no
from tests.forms.known.shipped_registry import shipped
from tests.services.bench import ADMIN, ROSA, Bench, memory_bench
from tests.services.filling import say
from tests.services.loaded_forms import data_of

URL = "https://forms.example/check"


@pytest.fixture
def bench() -> Bench:
    """A bench on a store in memory."""
    return memory_bench()


def load(bench: Bench, form: Json, key: str, *, adds_up: bool = True, current: bool = True) -> str:
    """The hash of a form that was loaded as an instrument."""
    admin, conditions = bench.work_as(ADMIN), FormConditions(key, adds_up=adds_up)
    card = import_form(admin, "check.json", data_of(form), "Pat Example", conditions)
    if current:
        make_form_current(admin, card.form.content_hash)
    return card.form.content_hash


def proposed(bench: Bench) -> tuple[AlertProposal, ...]:
    """What the desk of alerts offers."""
    return propose_site_alerts(bench.work_as(ADMIN))


def conditions(bench: Bench) -> list[AlertCondition]:
    """The conditions of what is offered."""
    return [one.alert.condition for one in proposed(bench)]


SELF_HARM = AlertCondition(URL, "q9", ("a1", "a2", "a3"))


def test_the_border_and_the_self_harm_question_of_the_phq_9_are_offered(bench: Bench) -> None:
    load(bench, nine(), "phq-9")
    border, harm = proposed(bench)

    assert border.alert.condition == AlertCondition(URL, TOTAL, least=Decimal(10))
    assert (border.alert.about, border.alert.alert_id) == (AlertAbout.OTHER, "")
    assert border.alert.title.in_language("es") == "PHQ-9: 10 o más"
    assert harm.alert.condition == SELF_HARM
    assert (harm.alert.about, harm.alert.waits) == (AlertAbout.SUICIDE, True)
    assert border.source.startswith("https://")


def test_the_self_harm_question_is_found_by_its_code_wherever_it_stands(bench: Bench) -> None:
    form = nine()
    form["item"].insert(0, weighed("harm", code="44260-8"))
    form["item"].pop()
    load(bench, form, "phq-9")

    assert AlertCondition(URL, "harm", ("a1", "a2", "a3")) in conditions(bench)


def test_the_border_looks_at_the_formula_of_the_form_where_it_has_one(bench: Bench) -> None:
    load(bench, nine(total()), "phq-9", adds_up=False)

    assert conditions(bench) == [AlertCondition(URL, "total", least=Decimal(10)), SELF_HARM]


def test_without_a_total_only_the_question_is_offered(bench: Bench) -> None:
    load(bench, nine(), "phq-9", adds_up=False)

    assert conditions(bench) == [SELF_HARM]


def test_any_yes_of_the_asq_is_about_suicide(bench: Bench) -> None:
    load(bench, form_of(*(yes_no(f"q{at}") for at in range(4))), "asq")
    (one,) = proposed(bench)

    assert (one.alert.about, one.alert.condition.least) == (AlertAbout.SUICIDE, 1)


def test_borders_for_men_and_for_women_are_offered_by_name(bench: Bench) -> None:
    load(bench, form_of(*(weighed(f"q{at}", (0, 1, 2, 3, 4)) for at in range(3))), "audit-c")

    assert [one.alert.title.base for one in proposed(bench)] == [
        "AUDIT-C, men: 4 or more",
        "AUDIT-C, women: 3 or more",
    ]


def test_nothing_is_offered_for_a_form_that_is_not_current_or_no_instrument(bench: Bench) -> None:
    load(bench, nine(), "phq-9", current=False)

    assert proposed(bench) == ()


def test_what_is_offered_raises_nothing_until_it_is_saved_with_the_words_of_the_site(
    bench: Bench,
) -> None:
    content_hash = load(bench, nine(), "phq-9")
    harm = proposed(bench)[1].alert
    rosa, admin = bench.work_as(ROSA), bench.work_as(ADMIN)
    before = start_loaded_form(rosa, bench.new_case(), content_hash)
    say(rosa, before, "q9", "a1")
    with pytest.raises(KnownError, match=r"site-alert\.words-missing"):
        save_site_alert(admin, harm)
    assert (before.session.alerts, site_alerts(admin)) == ((), ())

    words = LocalText("Call psychiatry.", {"es": "Llame a psiquiatría."})
    save_site_alert(admin, replace(harm, what_to_do=words, call="Psychiatry on call, 555-0101"))
    form = start_loaded_form(rosa, bench.new_case(), content_hash)
    for code, raised in (("a0", 0), ("a1", 1), ("a3", 1)):
        say(rosa, form, "q9", code)
        assert len(form.session.alerts) == raised
    assert SELF_HARM not in conditions(bench)


def test_only_whoever_sets_the_site_is_offered_any(bench: Bench) -> None:
    with pytest.raises(KnownError, match=r"work\.not-allowed"):
        propose_site_alerts(bench.work_as(ROSA))


def test_a_real_form_of_others_is_offered_its_own_total_and_its_question(
    bench: Bench, corpus: Path
) -> None:
    admin = bench.work_as(ADMIN)
    data = (corpus / "questionnaires" / "lforms" / "phq9.json").read_bytes()
    report = check_form_import(admin, "phq9.json", data)
    assert report.form is not None
    assert report.instrument is not None
    wanted = propose(report.form, report.instrument)
    card = import_form(admin, "phq9.json", data, "Pat Example", wanted.conditions)
    make_form_current(admin, card.form.content_hash)
    border, harm = proposed(bench)

    assert (wanted.misfits, wanted.conditions.adds_up) == ((), False)
    assert border.alert.condition.link_id == "/44261-6"
    assert harm.alert.condition.link_id == "/44260-8"
    assert len(harm.alert.condition.codes) == 3


def test_no_real_form_breaks_what_is_proposed_for_any_instrument(corpus: Path) -> None:
    fitting = 0
    for path in sorted((corpus / "questionnaires").rglob("*.json")):
        try:
            form = read_questionnaire(path.read_bytes(), path.name)
        except KnownError:
            continue
        for one in shipped().instruments:
            fit = propose(form, one).fit
            total_is_added = form_with_total(form, one) is not form
            assert not total_is_added or fit.adds_up
            fitting += bool(fit.counted)

    assert fitting >= 3
