"""The rules of a site in words."""

from desktop.messages import sentence
from desktop.records.site_rule import SiteRule


def rule_title(rule: SiteRule, language: str) -> str:
    """What is decided."""
    return sentence(f"rule.{rule.name}.title", language)


def rule_help(rule: SiteRule, language: str) -> str:
    """What it changes."""
    return sentence(f"rule.{rule.name}.help", language)


def value_words(rule: SiteRule, value: str, language: str) -> str:
    """``90 days``, ``On``."""
    if rule.unit is not None:
        unit = f"rule-unit.{rule.unit.value}"
        return sentence(f"{unit}.one" if value == "1" else unit, language, count=value)
    return sentence(f"rule-choice.{value}", language)
