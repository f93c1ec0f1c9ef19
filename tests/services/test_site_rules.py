"""What a site decides for itself: every rule is read where it counts, and set within its bounds."""

import re
from pathlib import Path

import pytest

from desktop.errors import BugError, KnownError
from desktop.messages import LANGUAGES, sentence
from desktop.records.audit_event import AuditAction
from desktop.records.site_rule import SiteRule
from desktop.services.ports import Setting
from desktop.services.site_rules import RULES, save_site_rule, site_rules
from desktop.services.site_settings import DUE_DAYS, FOLLOW_UP_PLAN, follow_up_plan, form_due_days
from tests.services.bench import ADMIN, NADIA, ROSA, Bench

SERVICES = Path(__file__).parents[2] / "desktop" / "services"
NUMBERS = [rule for rule in RULES if rule.bounds is not None]
CHOICES = [rule for rule in RULES if rule.choices]


def ids(rule: SiteRule) -> str:
    return rule.name


def value_of(bench: Bench, name: str) -> tuple[str, bool]:
    """What holds, and whether it is the usual."""
    (now,) = [one for one in site_rules(bench.work_as(ROSA)) if one.rule.name == name]
    return now.value, now.is_usual


def test_while_nothing_is_set_the_usual_holds(bench: Bench) -> None:
    assert [one.value for one in site_rules(bench.work_as(ROSA))] == [r.usual for r in RULES]
    assert all(one.is_usual for one in site_rules(bench.work_as(ROSA)))


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_every_rule_is_read_by_a_use_case_by_its_name(rule: SiteRule) -> None:
    sources = {file: file.read_text("utf-8") for file in SERVICES.glob("*.py")}
    name = DUE_DAYS if rule.name.startswith(DUE_DAYS) else rule.name
    readers = [
        file.name
        for file, text in sources.items()
        if file.name != "site_rules.py" and re.search(f'"{re.escape(name)}"', text)
    ]

    assert readers, rule.name


@pytest.mark.parametrize("rule", NUMBERS, ids=ids)
def test_a_number_is_set_from_its_least_to_its_most_and_no_further(
    bench: Bench, rule: SiteRule
) -> None:
    work = bench.work_as(ADMIN)
    assert rule.bounds is not None
    least, most = rule.bounds
    assert rule.allows(rule.usual)

    for allowed in (least, most):
        save_site_rule(work, rule.name, str(allowed))
        assert value_of(bench, rule.name) == (str(allowed), False)
    for refused in (least - 1, most + 1):
        with pytest.raises(KnownError, match=r"rule\.out-of-bounds"):
            save_site_rule(work, rule.name, str(refused))

    assert value_of(bench, rule.name) == (str(most), False)


@pytest.mark.parametrize("rule", CHOICES, ids=ids)
def test_a_choice_is_one_of_its_own(bench: Bench, rule: SiteRule) -> None:
    work = bench.work_as(ADMIN)
    assert rule.usual in rule.choices

    for choice in rule.choices:
        save_site_rule(work, rule.name, choice)
        assert value_of(bench, rule.name) == (choice, False)
    with pytest.raises(BugError):
        save_site_rule(work, rule.name, "perhaps")


def test_the_usual_day_of_a_form_is_the_one_that_the_form_says(bench: Bench) -> None:
    work = bench.work_as(ADMIN)
    says = {
        own: face.rule.due_days
        for own, face in work.library.further()
        if face.rule.due_days is not None
    }

    rules = {r.name.removeprefix(DUE_DAYS): int(r.usual) for r in RULES if DUE_DAYS in r.name}

    assert rules == says


def test_the_day_of_a_form_is_the_sites(bench: Bench) -> None:
    work = bench.work_as(ADMIN)

    save_site_rule(work, f"{DUE_DAYS}needs-assessment", "14")

    settings = work.session.site.settings()
    assert form_due_days(settings, "needs-assessment", 30) == 14
    assert form_due_days(settings, "injury-concern", 30) == 30


def test_the_rhythm_of_follow_ups_is_the_sites_until_it_goes_back(bench: Bench) -> None:
    work = bench.work_as(ADMIN)

    save_site_rule(work, "follow-up-plan", "14:90  30:180")
    own = follow_up_plan(work)
    save_site_rule(work, "follow-up-plan", "")

    assert own == ((14, 90), (30, 180))
    assert follow_up_plan(work) == FOLLOW_UP_PLAN


@pytest.mark.parametrize("refused", ["7", "7:5", "30:20 7:10", "7:91 14:91", "0:0", "7:91 14:2000"])
def test_parts_that_do_not_follow_each_other_are_refused(bench: Bench, refused: str) -> None:
    work = bench.work_as(ADMIN)

    with pytest.raises(KnownError, match=r"rule\.no-rhythm"):
        save_site_rule(work, "follow-up-plan", refused)

    assert value_of(bench, "follow-up-plan") == ("7:91 14:182 30:365", True)


@pytest.mark.parametrize(
    "number", ["860-555-0123", "(860) 555 0123 ext 4", "5550", "+1.860.555.0123"]
)
def test_a_telephone_number_is_taken_as_people_write_it(bench: Bench, number: str) -> None:
    save_site_rule(bench.work_as(ADMIN), "contact-phone", f" {number} ")

    assert value_of(bench, "contact-phone") == (number, False)


@pytest.mark.parametrize(
    "refused", ["call us", "12", "555-0123 Rosa", "5" * 16, "٥٥٥٠١٢٣", "555--x"]
)
def test_what_is_no_telephone_number_is_refused(bench: Bench, refused: str) -> None:
    with pytest.raises(KnownError, match=r"rule\.no-phone"):
        save_site_rule(bench.work_as(ADMIN), "contact-phone", refused)

    assert value_of(bench, "contact-phone") == ("", True)


def test_nothing_typed_gives_the_usual_back(bench: Bench) -> None:
    work = bench.work_as(ADMIN)
    save_site_rule(work, "release-days", "30")

    save_site_rule(work, "release-days", "")

    assert value_of(bench, "release-days") == ("90", True)


@pytest.mark.parametrize("stored", ["0", "-1", "ten", "1.5", "٣", "99999", ""])
def test_a_stored_value_that_is_not_allowed_counts_as_not_set(bench: Bench, stored: str) -> None:
    bench.work_as(ADMIN).session.site.change_setting(Setting("release-days", stored))

    assert value_of(bench, "release-days") == ("90", True)


def test_each_change_is_in_the_trail_and_what_is_the_same_is_none(bench: Bench) -> None:
    work = bench.work_as(ADMIN)

    save_site_rule(work, "release-days", "30")
    save_site_rule(work, "release-days", "30")

    assert bench.actions().count(AuditAction.SETTING_CHANGED) == 1


@pytest.mark.parametrize("who", [ROSA, NADIA])
def test_nobody_else_sets_a_rule(bench: Bench, who: str) -> None:
    with pytest.raises(KnownError, match=r"work\.not-allowed"):
        save_site_rule(bench.work_as(who), "release-days", "30")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_every_rule_has_its_words(rule: SiteRule, language: str) -> None:
    assert sentence(f"rule.{rule.name}.title", language)
    assert sentence(f"rule.{rule.name}.help", language)
    for choice in rule.choices:
        assert sentence(f"rule-choice.{choice}", language)
