"""Approve consent texts for signatures: the site's act, done by its administrator."""

from dataclasses import dataclass
from datetime import datetime

from desktop.errors import KnownError
from desktop.forms.questionnaire import LocalText
from desktop.records.audit_event import AuditAction
from desktop.records.consent import ConsentType
from desktop.records.roles import Permission
from desktop.services.ports import TextApproval
from desktop.services.work import Work

TEXT_NAMES = tuple(f"consent-{one.value}" for one in ConsentType)


@dataclass(frozen=True, slots=True)
class TextCard:
    """A text with its approval; not approved while ``approved_by`` is None."""

    name: str
    title: LocalText
    version: str
    approved_by: str | None
    approved_at: datetime | None
    paragraphs: tuple[LocalText, ...]


def read_texts(work: Work) -> tuple[TextCard, ...]:
    """Every text that people sign."""
    work.need(Permission.APPROVE_TEXTS)
    return tuple(_card(work, name) for name in TEXT_NAMES)


def approve_text(work: Work, name: str, approved_by: str) -> TextCard:
    """Approve exactly the bytes that are installed; another version asks again.

    ``approved_by`` names who decided (counsel, privacy office). KnownErrors
    ``approval.name-missing``, ``approval.no-such-text``.
    """
    work.need(Permission.APPROVE_TEXTS)
    if name not in TEXT_NAMES:
        raise KnownError("approval.no-such-text")
    if not approved_by.strip():
        raise KnownError("approval.name-missing")
    text = work.library.instrument(name)
    work.session.site.approve(
        TextApproval(
            text.url, text.version, text.content_hash, approved_by.strip(), work.clock.now()
        )
    )
    work.audit(AuditAction.TEXT_APPROVED, name, text.content_hash)
    return _card(work, name)


def _card(work: Work, name: str) -> TextCard:
    text = work.library.instrument(name)
    approval = next(
        (
            one
            for one in reversed(work.session.site.approvals())
            if (one.url, one.version, one.content_hash)
            == (text.url, text.version, text.content_hash)
        ),
        None,
    )
    return TextCard(
        name,
        text.title,
        text.version,
        approval.approved_by if approval else None,
        approval.approved_at if approval else None,
        tuple(item.text for item in text.items),
    )
