"""A new version of one of our own forms: checked, made current, retired; nothing silently lost."""

import json
from functools import partial

import pytest

from desktop.errors import KnownError
from desktop.messages import explain, sentence
from desktop.records.audit_event import AuditAction
from desktop.records.consent import ConsentMode, ConsentType
from desktop.records.form_record import FormKind
from desktop.services.approve_text import approve_text, read_texts
from desktop.services.carry_draft import go_back_to_draft
from desktop.services.check_form_import import check_form_import
from desktop.services.consent_document import consent_document
from desktop.services.draft_alerts import open_alert_count
from desktop.services.form_offers import loaded_forms
from desktop.services.import_form import import_form
from desktop.services.list_forms import list_forms
from desktop.services.offered_forms import LineState
from desktop.services.open_form import open_form
from desktop.services.packet_sources import packet_sources
from desktop.services.read_person import read_person
from desktop.services.repair_response import repair_response
from desktop.services.retire_form import retire_form
from desktop.services.sign_consent import sign_consent
from tests.services.bench import ADMIN, ROSA, Bench
from tests.services.filling import HOUSING, codes_in, completed, say
from tests.services.own_versions import (
    NEXT,
    OURS,
    Json,
    item_of,
    items_of,
    make_current,
    version_of,
    without_item,
    without_mark,
)
from tests.services.test_consents import INK

CORE = "bedside-core"
DANGER, CONCERN = "safety-now.safe-here", "how-you-are.ending-life"


def reworded(form: Json) -> None:
    """The site's own words for one question."""
    item_of(form, DANGER)["text"] = "Are you safe in this room?"


def check(bench: Bench, form: Json):
    return check_form_import(bench.work_as(ADMIN), "ours.json", json.dumps(form).encode())


def lost_alerts(report) -> list[object]:
    """Where an alert would be lost."""
    return [
        one.params["link_id"]
        for one in report.refusals
        if one.message_id == "form-import.loses-alert"
    ]


def test_a_current_version_of_our_form_is_what_new_work_is_begun_with(bench: Bench) -> None:
    ref = bench.new_case()
    current = make_current(bench, version_of(CORE, reworded))

    form = open_form(bench.work_as(ROSA), ref, FormKind.ASSESSMENT)

    assert form.questionnaire.ref == current
    assert form.questionnaire.item(DANGER).text.base == "Are you safe in this room?"
    assert bench.actions().count(AuditAction.FORM_MADE_CURRENT) == 1


def test_a_draft_stays_in_the_version_it_was_begun_in(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    begun = open_form(work, ref, FormKind.ASSESSMENT)
    say(work, begun, DANGER, "yes")
    make_current(bench, version_of(CORE, reworded))

    again = open_form(work, ref, FormKind.ASSESSMENT)

    assert again.resumed
    assert again.questionnaire.ref == begun.questionnaire.ref


def test_a_draft_of_our_form_is_carried_over_on_request_and_gone_back_to(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    begun = open_form(work, ref, FormKind.ASSESSMENT)
    say(work, begun, DANGER, "no")
    assert read_person(work, ref).own_to_carry == ()
    current = make_current(bench, version_of(CORE, reworded))
    [line] = read_person(work, ref).own_to_carry
    assert (line.record_id, line.version, line.newer) == (begun.draft.record_id, "1.0.0", NEXT)

    new = repair_response(work, ref, line.record_id)

    assert (new.kind, new.questionnaire.ref) == (FormKind.ASSESSMENT, current)
    assert open_form(work, ref, FormKind.ASSESSMENT).draft == new.draft
    assert codes_in(new.session, DANGER) == ("no",)
    assert open_alert_count(work, ref) == 1
    page = read_person(work, ref)
    assert [(one.state, one.title.base) for one in page.loaded] == [
        (LineState.CARRIED, "Bedside core")
    ]
    assert page.own_to_carry == ()
    go_back_to_draft(work, begun.draft)
    assert open_form(work, ref, FormKind.ASSESSMENT).draft.record_id == begun.draft.record_id


def test_a_correction_stays_in_the_version_of_its_record(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    record = completed(work, ref)
    open_form(work, ref, FormKind.ASSESSMENT)
    make_current(bench, version_of(CORE, reworded))

    assert read_person(work, ref).own_to_carry == ()
    with pytest.raises(KnownError, match=r"repair\.no-newer"):
        repair_response(work, ref, record.record_id)


def test_a_record_opens_in_its_own_version_after_the_form_was_retired(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    current = make_current(bench, version_of(CORE, reworded))
    record = completed(work, ref)
    retire_form(bench.work_as(ADMIN), current.content_hash)

    correction = open_form(work, ref, FormKind.ASSESSMENT)

    assert record.value.instrument == current
    assert correction.questionnaire.ref == current


def test_a_retired_version_gives_way_to_the_one_that_came_with_the_app(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    current = make_current(bench, version_of(CORE, reworded))

    retire_form(bench.work_as(ADMIN), current.content_hash)

    form = open_form(work, ref, FormKind.ASSESSMENT)
    assert form.questionnaire.ref == work.library.built_in(CORE).ref


def test_alerts_needs_and_the_packet_work_in_the_new_version(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    make_current(bench, version_of(CORE, reworded))
    form = open_form(work, ref, FormKind.ASSESSMENT)
    say(work, form, DANGER, "no")
    assert open_alert_count(work, ref) == 1

    other = bench.new_case()
    completed(work, other, **{HOUSING: "yes"})

    sources = packet_sources(work, other)
    assert "housing-instability" in sources.needs
    assert "housing-help" in sources.steps


def test_our_own_forms_are_not_listed_among_those_of_others(bench: Bench) -> None:
    ref = bench.new_case()
    make_current(bench, version_of(CORE, reworded))

    assert loaded_forms(bench.work_as(ROSA)) == ()
    assert [one for one in read_person(bench.work_as(ROSA), ref).offered if not one.own] == []
    [card] = list_forms(bench.work_as(ADMIN))
    assert card.replaces_own


@pytest.mark.parametrize(
    ("change", "message_id", "link_id"),
    [
        (partial(without_item, link_id=DANGER), "form-import.loses-alert", DANGER),
        (partial(without_mark, link_id=DANGER, mark="alert"), "form-import.loses-alert", DANGER),
        (partial(without_item, link_id=CONCERN), "form-import.loses-alert", CONCERN),
        (
            partial(without_mark, link_id=CONCERN, mark="reask-when-missing"),
            "form-import.loses-reask",
            CONCERN,
        ),
    ],
    ids=["question gone", "mark gone", "suicide question gone", "not asked again"],
)
def test_a_version_that_would_lose_an_alert_is_refused_naming_it(
    bench: Bench, change, message_id: str, link_id: str
) -> None:
    form = version_of(CORE, change)

    report = check(bench, form)

    assert (message_id, link_id) in [
        (one.message_id, one.params.get("link_id")) for one in report.refusals
    ]
    for language in ("en", "es"):
        assert all(explain(one, language) for one in report.refusals)
    with pytest.raises(KnownError):
        import_form(bench.work_as(ADMIN), "ours.json", json.dumps(form).encode())
    assert list_forms(bench.work_as(ADMIN)) == ()


def test_an_answer_that_no_longer_raises_its_alert_is_a_lost_alert(bench: Bench) -> None:
    def soften(form: Json) -> None:
        for one in item_of(form, "safety-now.more-harm")["extension"]:
            if one["url"] == OURS + "alert":
                one["extension"][1]["valueCode"] = "not-sure"

    report = check(bench, version_of(CORE, soften))

    assert lost_alerts(report) == ["safety-now.more-harm"]


def hidden(form: Json) -> None:
    """The question is there and never shown."""
    url = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden"
    item_of(form, DANGER)["extension"].append({"url": url, "valueBoolean": True})


def test_a_question_that_nobody_sees_raises_nothing(bench: Bench) -> None:
    report = check(bench, version_of(CORE, hidden))

    assert "form-import.loses-alert" in [one.message_id for one in report.refusals]


@pytest.mark.parametrize(
    ("name", "change", "code"),
    [
        (CORE, partial(without_mark, link_id="what-you-need.food", mark="need"), "loses-need"),
        (CORE, partial(without_mark, link_id="what-you-need.food", mark="step"), "loses-step"),
        (CORE, partial(without_mark, link_id="next-steps.papers", mark="role"), "loses-role"),
        (
            "safety-plan",
            partial(without_mark, link_id="check-in.review-date", mark="role"),
            "loses-role",
        ),
    ],
)
def test_what_else_a_version_lacks_is_said_in_plain_words(
    bench: Bench, name: str, change, code: str
) -> None:
    report = check(bench, version_of(name, change))

    [loss] = [one for one in report.problems if one.code.startswith("loses-")]
    assert loss.code == code
    assert report.refusals == ()
    for language in ("en", "es"):
        assert loss.link_id in sentence(loss.message_id, language, **loss.params)


def test_a_section_that_no_longer_minds_who_is_in_the_room_is_said(bench: Bench) -> None:
    def open_up(form: Json) -> None:
        for item in items_of(form):
            if "extension" in item:
                without_mark(form, item["linkId"], "sensitive")

    losses = [one.code for one in check(bench, version_of(CORE, open_up)).problems]

    assert "loses-privacy" in losses


def test_a_version_without_a_language_says_so(bench: Bench) -> None:
    def english_only(form: Json) -> None:
        for item in (form, *form["item"]):
            item.pop("_text", None)

    losses = [
        (one.code, one.params.get("language"))
        for one in check(bench, version_of("consent-contact", english_only)).problems
    ]

    assert ("loses-language", "es") in losses


def test_an_unchanged_version_loses_nothing(bench: Bench) -> None:
    for name in (CORE, "safety-plan", *(f"consent-{one.value}" for one in ConsentType)):
        report = check(bench, version_of(name))
        assert report.refusals == ()
        assert [one for one in report.problems if one.code.startswith("loses-")] == []
        assert report.replaces_own


def test_a_version_is_also_held_against_the_one_in_use(bench: Bench) -> None:
    """An alert that the site added is not lost with the site's next version."""

    def with_alert(form: Json) -> None:
        alert = [{"url": "code", "valueCode": "no-plan"}, {"url": "when", "valueCode": "no-paper"}]
        item = item_of(form, "check-in.paper")
        item.setdefault("extension", []).append({"url": OURS + "alert", "extension": alert})

    make_current(bench, version_of("safety-plan", with_alert))

    report = check(bench, version_of("safety-plan") | {"version": "1.2.0"})

    assert lost_alerts(report) == ["check-in.paper"]


def test_a_consent_text_of_the_site_is_signed_once_it_is_approved(bench: Bench) -> None:
    ref = bench.new_case()

    def own_words(form: Json) -> None:
        form["item"][0]["text"] += " Ask us anything."

    work, admin = bench.work_as(ROSA), bench.work_as(ADMIN)
    current = make_current(bench, version_of("consent-contact", own_words))
    document = consent_document(work, ref, ConsentType.CONTACT, None, "en")
    assert document.text_ref == current
    assert "Ask us anything." in document.signed_text
    assert not document.approved

    approve_text(admin, "consent-contact", "Counsel of the invented hospital")
    consent = sign_consent(
        work,
        ref,
        document,
        mode=ConsentMode.SIGNED,
        printed_name="Ana Example",
        signature=INK,
    )

    assert consent.text_ref == current
    [card] = [one for one in read_texts(admin) if one.name == "consent-contact"]
    assert (card.version, card.approved_by) == (NEXT, "Counsel of the invented hospital")


def test_a_consent_text_with_a_place_that_nothing_fills_is_refused(bench: Bench) -> None:
    def with_place(form: Json) -> None:
        form["item"][0]["text"] += " {nurse}"

    def with_question(form: Json) -> None:
        form["item"].append({"linkId": "q", "type": "string", "text": "Your name"})

    place = check(bench, version_of("consent-contact", with_place))
    question = check(bench, version_of("consent-contact", with_question))

    assert [(one.message_id, one.params) for one in place.refusals] == [
        ("form-import.unknown-place", {"place": "nurse"})
    ]
    assert [one.message_id for one in question.refusals] == ["form-import.not-a-text"]
