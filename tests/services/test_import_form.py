"""Loading forms of others: checked first, licence confirmed, one current version of each."""

import hashlib
from collections.abc import Callable

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.resource_files import resources_dir
from desktop.services.check_form_import import check_form_import
from desktop.services.form_offers import loaded_forms
from desktop.services.import_form import import_form
from desktop.services.list_forms import list_forms
from desktop.services.make_form_current import make_form_current
from desktop.services.ports import FormStanding, LicenceConfirmation
from desktop.services.retire_form import retire_form
from desktop.services.start_loaded_form import start_loaded_form
from desktop.services.work import Work
from tests.services.bench import ADMIN, NADIA, ROSA, Bench
from tests.services.loaded_forms import (
    NAME,
    Json,
    data_of,
    offer,
    sleep_form,
    with_expression,
)

COPYRIGHT = "Copyright Invented Press. Free for hospitals that ask."
OURS = "https://firstlight.example/fhir/Questionnaire/sleep"


@pytest.fixture
def admin(bench: Bench) -> Work:
    """The administrator at work."""
    return bench.work_as(ADMIN)


def standings(work: Work) -> dict[str, FormStanding]:
    """Version to standing."""
    return {card.form.version: card.standing for card in list_forms(work)}


def test_a_loaded_form_is_kept_byte_for_byte_and_not_offered_yet(bench: Bench, admin: Work) -> None:
    data = data_of(sleep_form())

    card = import_form(admin, NAME, data)

    assert admin.session.forms.bytes_of(hashlib.sha256(data).hexdigest()) == data
    assert (card.form.title.base, card.form.version) == ("Sleep diary", "1.0.0")
    assert (card.standing, card.loaded_by, card.is_whole) == (
        FormStanding.LOADED,
        "Ada Switch",
        True,
    )
    assert list_forms(admin) == (card,)
    assert bench.actions()[-1] is AuditAction.FORM_LOADED


def test_a_form_with_a_copyright_notice_waits_for_whoever_confirms(admin: Work) -> None:
    data = data_of(sleep_form(copyright=COPYRIGHT))
    assert check_form_import(admin, NAME, data).needs_licence
    with pytest.raises(KnownError, match=r"form-import\.licence-missing"):
        import_form(admin, NAME, data, "  ")
    assert list_forms(admin) == ()

    card = import_form(admin, NAME, data, " Pat Example, library ")

    assert card.form.licence == LicenceConfirmation(
        COPYRIGHT, "Pat Example, library", admin.clock.now()
    )


def test_the_same_bytes_again_change_nothing(admin: Work) -> None:
    first = import_form(admin, NAME, data_of(sleep_form()))

    again = import_form(admin, "other-name.json", data_of(sleep_form()))

    assert again == first
    assert check_form_import(admin, NAME, data_of(sleep_form())).is_here
    assert len(admin.session.forms.forms()) == 1


def test_other_content_under_a_known_version_is_refused(admin: Work) -> None:
    import_form(admin, NAME, data_of(sleep_form()))

    with pytest.raises(KnownError, match=r"form-import\.other-bytes"):
        import_form(admin, NAME, data_of(sleep_form(title="Sleep diary, again")))

    assert len(list_forms(admin)) == 1


def test_a_changed_copy_of_one_of_our_own_forms_is_refused(admin: Work) -> None:
    own = (resources_dir() / "instruments" / "bedside-core.json").read_bytes()

    report = check_form_import(admin, "bedside-core.json", own + b"\n")

    assert [one.message_id for one in report.refusals] == ["form-import.other-bytes"]


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        (lambda form: form | {"modifierExtension": [{"url": "x"}]}, "form-modifier-extension"),
        (lambda form: form | {"resourceType": "Patient"}, "form-not-questionnaire"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_reason(
    admin: Work, change: Callable[[Json], Json], refusal: str
) -> None:
    data = data_of(change(sleep_form()))

    report = check_form_import(admin, NAME, data)

    assert [one.message_id for one in report.refusals] == [refusal]
    with pytest.raises(KnownError, match=refusal):
        import_form(admin, NAME, data)
    assert list_forms(admin) == ()


def test_a_form_without_address_or_version_is_named_by_its_hash(bench: Bench, admin: Work) -> None:
    nameless = [offer(bench, sleep_form("", url="", title=title)) for title in ("First", "Second")]

    offered = {form.ref for form in loaded_forms(bench.work_as(ROSA))}

    assert offered == set(nameless)
    report = check_form_import(admin, NAME, data_of(sleep_form("", url="", title="Third")))
    assert report.refusals == ()
    assert "no-identity" in [one.code for one in report.notices]
    ref = bench.new_case()
    begun = start_loaded_form(bench.work_as(ROSA), ref, nameless[1].content_hash)
    assert begun.questionnaire.title.base == "Second"


def test_a_form_without_a_title_goes_by_the_name_of_its_file(bench: Bench) -> None:
    ref = offer(bench, sleep_form(title=""))

    begun = start_loaded_form(bench.work_as(ROSA), bench.new_case(), ref.content_hash)

    assert list_forms(bench.work_as(ADMIN))[0].form.title.base == NAME
    assert begun.questionnaire.title.base == NAME


def test_other_content_under_an_address_without_version_is_refused(admin: Work) -> None:
    import_form(admin, NAME, data_of(sleep_form("")))

    report = check_form_import(admin, NAME, data_of(sleep_form("", title="Again")))

    assert [one.message_id for one in report.refusals] == ["form-import.other-bytes-unnamed"]


def with_failing_example(url: str) -> bytes:
    """A form whose one worked example says something else than the form computes."""
    form = with_expression("%resource.descendants().where(linkId='hours').answer.value")
    form["url"] = url
    form["extension"] = [
        {
            "url": "https://firstlight.example/fhir/StructureDefinition/test-vector",
            "extension": [
                {"url": "name", "valueString": "five hours"},
                {
                    "url": "answer",
                    "extension": [
                        {"url": "linkId", "valueString": "hours"},
                        {"url": "code", "valueCode": "5"},
                    ],
                },
                {
                    "url": "expect-score",
                    "extension": [
                        {"url": "linkId", "valueString": "sum"},
                        {"url": "value", "valueInteger": 6},
                    ],
                },
            ],
        }
    ]
    return data_of(form)


def test_a_worked_example_that_fails_refuses_ours_and_warns_of_others(admin: Work) -> None:
    ours = check_form_import(admin, NAME, with_failing_example(OURS))
    others = check_form_import(admin, NAME, with_failing_example("https://forms.example/x"))

    assert [one.message_id for one in ours.refusals] == ["form-import.example-fails"]
    assert others.refusals == ()
    assert "test-vector" in [one.code for one in others.problems]


def test_one_version_is_current_and_the_former_steps_back(bench: Bench, admin: Work) -> None:
    first = offer(bench)
    import_form(admin, NAME, data_of(sleep_form("2.0.0")))
    assert standings(admin) == {"1.0.0": FormStanding.CURRENT, "2.0.0": FormStanding.LOADED}

    second = offer(bench, sleep_form("2.0.0"))

    assert standings(admin) == {"1.0.0": FormStanding.LOADED, "2.0.0": FormStanding.CURRENT}
    assert bench.actions()[-1] is AuditAction.FORM_MADE_CURRENT
    make_form_current(admin, first.content_hash)
    assert standings(admin) == {"1.0.0": FormStanding.CURRENT, "2.0.0": FormStanding.LOADED}
    retire_form(admin, second.content_hash)
    assert standings(admin)["2.0.0"] is FormStanding.RETIRED
    assert bench.actions()[-1] is AuditAction.FORM_RETIRED


def test_versions_of_one_form_stand_together_newest_first(bench: Bench, admin: Work) -> None:
    for form in (
        sleep_form(),
        sleep_form(url="https://forms.example/mood"),
        sleep_form("2.0.0"),
    ):
        import_form(admin, NAME, data_of(form))
        bench.clock.advance(60)

    shown = [(card.form.url.rpartition("/")[2], card.form.version) for card in list_forms(admin)]

    assert shown == [("sleep", "2.0.0"), ("sleep", "1.0.0"), ("mood", "1.0.0")]


@pytest.mark.parametrize("expression", ["nonsense()", "%nobody.name"])
def test_a_form_that_could_never_be_completed_is_not_made_current(
    admin: Work, expression: str
) -> None:
    card = import_form(admin, NAME, data_of(with_expression(expression)))

    with pytest.raises(KnownError, match=r"form-use\.cannot") as caught:
        make_form_current(admin, card.form.content_hash)

    assert caught.value.params["link_id"] == "sum"
    assert standings(admin) == {"1.0.0": FormStanding.LOADED}


def test_an_unknown_hash_is_no_form(admin: Work) -> None:
    for act in (make_form_current, retire_form):
        with pytest.raises(KnownError, match=r"form-current\.no-such-form"):
            act(admin, "0" * 64)


@pytest.mark.parametrize("who", [ROSA, NADIA])
def test_only_the_administrator_loads_forms(bench: Bench, who: str) -> None:
    work = bench.work_as(who)

    for act in (
        lambda: check_form_import(work, NAME, b"{}"),
        lambda: import_form(work, NAME, b"{}"),
        lambda: make_form_current(work, "0" * 64),
        lambda: retire_form(work, "0" * 64),
        lambda: list_forms(work),
    ):
        with pytest.raises(KnownError, match=r"work\.not-allowed"):
            act()
