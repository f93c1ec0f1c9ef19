"""Accounts and keys in plain words."""

from collections.abc import Iterable
from datetime import datetime

from desktop.messages import sentence
from desktop.records.kinds import Compartment
from desktop.records.roles import Role
from desktop.services.ports import StaffEntry, StaffStanding
from desktop.views.person.when_words import moment_words


def role_words(role: Role, language: str) -> str:
    """``Nurse manager``."""
    return sentence(f"role.{role.value}", language)


def keys_words(keys: Iterable[Compartment], language: str) -> str:
    """What the keys open, never what they are called inside."""
    return ", ".join(sentence(f"people.key-{each.value}", language) for each in keys)


def standing_words(entry: StaffEntry, now: datetime, language: str) -> str:
    """How far an account has come."""
    if entry.standing is StaffStanding.WAITING:
        return sentence("people.waiting", language, keys=keys_words(entry.missing, language))
    if entry.standing is StaffStanding.ACTIVE:
        return sentence("people.active", language)
    if entry.until is None and entry.standing is StaffStanding.EXPIRED:
        return sentence("people.no-password", language)
    if entry.until is None:
        return sentence("people.invited-set-up", language)
    moment = moment_words(entry.until, now, language)
    return sentence(f"people.{entry.standing.value}", language, moment=moment)
