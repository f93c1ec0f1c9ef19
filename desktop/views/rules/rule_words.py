"""The rules of a site in words."""

from desktop.messages import sentence
from desktop.records.rhythm import read_rhythm
from desktop.records.site_rule import RuleText, SiteRule


def rule_title(rule: SiteRule, language: str) -> str:
    """What is decided."""
    return sentence(f"rule.{rule.name}.title", language)


def rule_help(rule: SiteRule, language: str) -> str:
    """What it changes."""
    return sentence(f"rule.{rule.name}.help", language)


def short_words(rule: SiteRule, value: str, language: str) -> str:
    """``value_words`` where there is room for a few letters only."""
    if rule.text is RuleText.RHYTHM:
        count = len(read_rhythm(value) or ())
        return sentence("rule.rhythm-count", language, count=count)
    return value_words(rule, value, language)


def second_words(rule: SiteRule, value: str, language: str) -> str:
    """What stands below the title: what it changes; of a rhythm, what it is now."""
    if rule.text is RuleText.RHYTHM:
        return value_words(rule, value, language)
    return rule_help(rule, language)


def value_words(rule: SiteRule, value: str, language: str) -> str:
    """``90 days``, ``On``, a number to call, ``every 7 days until day 91``."""
    if rule.text is RuleText.PHONE:
        return value or sentence("rule.phone-none", language)
    if rule.text is RuleText.RHYTHM:
        parts = [
            sentence("rule.rhythm-first", language, every=every, until=until)
            for every, until in read_rhythm(value) or ()
        ]
        words = ", ".join(parts)
        return words[:1].upper() + words[1:]
    if rule.unit is not None:
        unit = f"rule-unit.{rule.unit.value}"
        return sentence(f"{unit}.one" if value == "1" else unit, language, count=value)
    return sentence(f"rule-choice.{value}", language)
