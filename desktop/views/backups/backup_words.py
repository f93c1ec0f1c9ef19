"""Backups in words: how many records, how large, how long."""

from desktop.messages import catalogue, sentence
from desktop.services.ports import BackupFacts, BackupTry

KIB = 1024
SECONDS_PER_MINUTE = 60


def size_words(size_bytes: int) -> str:
    """``812 KB``, ``14.2 MB``, ``3.1 GB``: of 1024 each, as file managers count."""
    size = size_bytes / KIB
    for unit in ("KB", "MB"):
        if size < KIB:
            return f"{size:.0f} {unit}" if unit == "KB" else f"{size:.1f} {unit}"
        size /= KIB
    return f"{size:.1f} GB"


def time_words(seconds: float, language: str) -> str:
    """``under 1 second``, ``12 seconds``, ``3 min 05 s``: rounded up, since it is a promise."""
    whole = int(seconds) + (seconds > int(seconds))
    if seconds < 1:
        return sentence("backups.under-a-second", language)
    if whole < SECONDS_PER_MINUTE:
        return sentence("backups.seconds", language, seconds=whole)
    minutes, rest = divmod(whole, SECONDS_PER_MINUTE)
    return sentence("backups.minutes", language, minutes=minutes, seconds=f"{rest:02d}")


def facts_words(facts: BackupFacts, language: str) -> str:
    """Records, and how long a restore takes."""
    return sentence(
        "backups.facts",
        language,
        records=facts.records,
        restore=time_words(facts.restore_s, language),
    )


def checked_words(opened: int, language: str) -> str:
    """How deep the check went: ``opened`` sealed values with somebody's keys."""
    if opened:
        return sentence("backups.opened", language, opened=opened)
    return sentence("backups.without-keys", language)


def try_words(tried: BackupTry, language: str) -> str:
    """What came of one try."""
    if tried.is_good:
        return sentence(
            "backups.try-good",
            language,
            records=tried.records,
            size=size_words(tried.size_bytes),
            time=time_words(tried.seconds, language),
        )
    if tried.message_id == "backup.not-whole":
        # Where and how much was said when it happened, and store verify says it again.
        return sentence("backups.try-not-whole", language)
    is_known = tried.message_id in catalogue(language)
    return sentence(tried.message_id if is_known else "shell.our-mistake", language)
