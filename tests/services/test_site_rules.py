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
from tests.services.bench import ADMIN, NADIA, ROSA, Bench

SERVICES = Path(__file__).parents[2] / "desktop" / "services"
NUMBERS = [rule for rule in RULES if rule.bounds is not None]
CHOICES = [rule for rule in RULES if rule.bounds is None]


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
    readers = [
        file.name
        for file, text in sources.items()
        if file.name != "site_rules.py" and re.search(f'"{re.escape(rule.name)}"', text)
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
