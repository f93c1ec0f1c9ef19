"""A known instrument: what is proposed at loading, what is decided, and whom it is offered to."""

from datetime import date, timedelta

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.form_conditions import FormConditions
from desktop.services.change_form_conditions import change_form_conditions, read_to_decide
from desktop.services.check_form_import import check_form_import
from desktop.services.form_conditions import PREFIX, form_conditions, keep_form_conditions
from desktop.services.import_form import import_form
from desktop.services.list_forms import list_forms
from desktop.services.make_form_current import make_form_current
from desktop.services.ports import Setting
from desktop.services.propose_conditions import propose
from desktop.services.work import Work
from tests.forms.known.instrument_forms import Json, form_of, nine, read, total, weighed, yes_no
from tests.forms.known.shipped_registry import known
from tests.services.bench import ADMIN, ROSA, Bench
from tests.services.loaded_forms import data_of, sleep_form
from tests.services.test_form_offers import case_of, offered

PAT = "Pat Example, library"
HITS = ("95618-5", "95617-7", "95616-9", "95615-1")


def hits() -> Json:
    """Four questions of 1 to 5 points with their codes."""
    return form_of(*(weighed(f"q{at}", (1, 2, 3, 4, 5), code) for at, code in enumerate(HITS)))


@pytest.fixture
def admin(bench: Bench) -> Work:
    """The administrator at work."""
    return bench.work_as(ADMIN)


def loaded(admin: Work, form: Json, conditions: FormConditions | None, by: str = PAT) -> str:
    """The hash of a form that was loaded and made current."""
    card = import_form(admin, "check.json", data_of(form), by, conditions)
    make_form_current(admin, card.form.content_hash)
    return card.form.content_hash


def test_a_form_with_a_code_of_loinc_is_recognised_at_loading(admin: Work) -> None:
    report = check_form_import(admin, "check.json", data_of(nine()))

    assert report.instrument is not None
    assert report.instrument.key == "phq-9"
    assert len(report.registry.instruments) == 25


def test_one_of_our_own_forms_is_never_said_to_be_an_instrument(admin: Work) -> None:
    own = admin.library.built_in("outside-results")
    report = check_form_import(admin, "own.json", data_of(dict(own.source)))

    assert (report.instrument, report.registry.instruments) == (None, ())


def test_ages_are_proposed_from_the_registry_with_their_source() -> None:
    proposal = propose(read(nine()), known("phq-9"))

    assert (proposal.conditions.from_age, proposal.conditions.to_age) == (18, None)
    gate = known("phq-9").ages
    assert gate is not None
    assert proposal.ages_source == gate.source
    assert (proposal.conditions.first_day, proposal.day_source) == (None, None)


def test_a_past_month_after_the_event_waits_thirty_days() -> None:
    form = read(form_of(yes_no("gate"), *(yes_no(f"q{at}") for at in range(5))))
    proposal = propose(form, known("pc-ptsd-5"))

    assert proposal.conditions.first_day == 30
    back = known("pc-ptsd-5").looks_back
    assert back is not None
    assert proposal.day_source == back.source


@pytest.mark.parametrize("key", ["hits", "hark", "safety", "phq-2", "phq-9"])
def test_a_time_that_reaches_before_the_event_keeps_nobody_waiting(key: str) -> None:
    assert propose(read(hits()), known(key)).conditions.first_day is None


def test_what_the_form_says_of_itself_wins() -> None:
    years = {"system": "http://unitsofmeasure.org", "code": "a"}
    span = {"low": {"value": 12, **years}, "high": {"value": 17, **years}}
    context = [{"code": {"code": "age"}, "valueRange": span}]
    proposal = propose(read(nine() | {"useContext": context}), known("phq-9"))

    assert (proposal.conditions.from_age, proposal.conditions.to_age) == (12, 17)
    assert proposal.ages_source == ""


def test_what_no_source_confirms_is_proposed_to_nobody() -> None:
    proposal = propose(read(nine()), known("ahc-hrsn"))

    assert (proposal.conditions.from_age, proposal.conditions.to_age) == (None, None)
    assert proposal.ages_source is None


def test_a_difference_from_the_instrument_is_told_with_the_proposal() -> None:
    form = nine(total("%resource.item.where(linkId = 'q1').answer.value.ordinal().sum()"))
    form["item"][3]["answerOption"].pop()
    proposal = propose(read(form), known("phq-9"))

    assert [one.message_id for one in proposal.misfits] == ["form-known.other-range"]


def test_the_form_is_offered_to_the_ages_and_from_the_day_that_were_decided(
    bench: Bench, admin: Work
) -> None:
    loaded(admin, nine(), FormConditions("phq-9", 20, 40, 10))

    def found(age: int | None, days: int) -> list[date | None]:
        offers = offered(bench, case_of(bench, age, days))
        return [one.not_before for one in offers if not one.own]

    assert (found(19, 20), found(41, 20)) == ([], [])
    assert (found(20, 20), found(40, 20), found(None, 20)) == ([None], [None], [None])
    assert found(20, 0) == [bench.clock.now().date() + timedelta(days=10)]


def test_a_decision_is_kept_signed_and_read_back_and_audited(bench: Bench, admin: Work) -> None:
    wanted = FormConditions("phq-9", 18, None, None)
    content_hash = loaded(admin, nine(), wanted)

    assert form_conditions(bench.work_as(ROSA), content_hash) == wanted
    assert AuditAction.SETTING_CHANGED in bench.actions()


def test_a_form_that_is_no_known_instrument_has_no_conditions(admin: Work) -> None:
    assert form_conditions(admin, loaded(admin, sleep_form(), None)) is None


def test_rights_that_are_not_free_wait_for_whoever_confirms_also_without_a_notice(
    admin: Work,
) -> None:
    with pytest.raises(KnownError, match=r"form-import\.permission-missing"):
        loaded(admin, hits(), FormConditions("hits"), " ")
    assert list_forms(admin) == ()

    loaded(admin, hits(), FormConditions("hits"))

    licence = list_forms(admin)[0].form.licence
    assert licence is not None
    assert licence.confirmed_by == PAT
    assert licence.text.startswith("HITS: Dr. Kevin Sherin. ")


def test_picking_no_instrument_does_not_open_what_its_codes_name(admin: Work) -> None:
    with pytest.raises(KnownError, match=r"form-import\.permission-missing"):
        loaded(admin, hits(), None, "")


def test_picking_an_instrument_whose_rights_are_not_free_asks_too(admin: Work) -> None:
    with pytest.raises(KnownError, match=r"form-import\.permission-missing"):
        loaded(admin, sleep_form(), FormConditions("crafft"), "")


def test_a_free_instrument_needs_nobody_to_confirm(admin: Work) -> None:
    loaded(admin, nine(), FormConditions("phq-9", 18), "")

    assert list_forms(admin)[0].form.licence is None


@pytest.mark.parametrize(
    ("conditions", "says"),
    [
        (FormConditions("phq-9", 40, 20), "form-known.ages-wrong"),
        (FormConditions("phq-9", 131), "form-known.ages-wrong"),
        (FormConditions("phq-9", None, 131), "form-known.ages-wrong"),
        (FormConditions("phq-9", None, None, 366), "form-known.day-wrong"),
    ],
)
def test_conditions_that_cannot_be_are_refused_and_nothing_is_loaded(
    admin: Work, conditions: FormConditions, says: str
) -> None:
    with pytest.raises(KnownError, match=says.replace(".", r"\.")):
        loaded(admin, nine(), conditions)

    assert list_forms(admin) == ()


def test_adding_up_stands_since_it_was_decided_and_not_before(bench: Bench, admin: Work) -> None:
    content_hash = loaded(admin, nine(), FormConditions("phq-9", 18))
    bench.clock.advance(60)
    kept = keep_form_conditions(admin, content_hash, FormConditions("phq-9", 18, adds_up=True))
    bench.clock.advance(60)
    again = keep_form_conditions(admin, content_hash, FormConditions("phq-9", 21, adds_up=True))

    assert kept.since is not None
    assert again.since == kept.since
    assert again.from_age == 21


def test_only_whoever_loads_forms_may_decide(bench: Bench) -> None:
    with pytest.raises(KnownError, match=r"work\.not-allowed"):
        keep_form_conditions(bench.work_as(ROSA), "0" * 64, FormConditions("phq-9"))


@pytest.mark.parametrize("text", ["{", "[]", '{"version": 9}', '{"version": 1}'])
def test_a_decision_that_cannot_be_read_is_said_and_never_passed_over(
    admin: Work, text: str
) -> None:
    admin.session.site.change_setting(Setting(PREFIX + "0" * 64, text))

    with pytest.raises(KnownError, match=r"store\.damaged"):
        form_conditions(admin, "0" * 64)


def test_a_decision_is_changed_later_and_holds_at_once(bench: Bench, admin: Work) -> None:
    content_hash = loaded(admin, nine(), FormConditions("phq-9", 18))

    card = change_form_conditions(admin, content_hash, FormConditions("phq-9", 30))

    assert (card.instrument, card.conditions) == (known("phq-9"), FormConditions("phq-9", 30))
    assert [one for one in offered(bench, case_of(bench, 19)) if not one.own] == []


def test_a_form_that_is_no_instrument_after_all_is_offered_as_it_says_itself(
    bench: Bench, admin: Work
) -> None:
    content_hash = loaded(admin, nine(), FormConditions("phq-9", 30))

    card = change_form_conditions(admin, content_hash, None)

    assert (card.conditions, card.instrument) == (None, None)
    assert len([one for one in offered(bench, case_of(bench, 19)) if not one.own]) == 1


def test_rights_that_nobody_confirmed_at_loading_are_not_come_by_later(admin: Work) -> None:
    content_hash = loaded(admin, sleep_form(), None, "")

    with pytest.raises(KnownError, match=r"form-known\.no-licence"):
        change_form_conditions(admin, content_hash, FormConditions("hits"))

    assert form_conditions(admin, content_hash) is None


def test_a_form_that_is_not_here_cannot_be_decided_about(admin: Work) -> None:
    with pytest.raises(KnownError, match=r"form-current\.no-such-form"):
        change_form_conditions(admin, "0" * 64, FormConditions("phq-9"))
    with pytest.raises(KnownError, match=r"form-current\.no-such-form"):
        read_to_decide(admin, "0" * 64)
