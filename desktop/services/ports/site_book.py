"""Signed facts of the site: approvals, settings, staff."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from desktop.records.roles import StaffMember


@dataclass(frozen=True, slots=True)
class TextApproval:
    """That the site approved one text version for signatures."""

    url: str
    version: str
    content_hash: str
    approved_by: str
    approved_at: datetime


@dataclass(frozen=True, slots=True)
class Setting:
    """One site setting as an administrator set it."""

    name: str
    value: str


class SiteBook(Protocol):
    """Signed site facts: approvals, settings, staff. Readable to every account; not clinical."""

    @property
    def hospital_name(self) -> str:
        """As given at set-up."""
        ...

    @property
    def workstation_name(self) -> str:
        """As given at set-up."""
        ...

    @property
    def is_demo(self) -> bool:
        """Whether this store holds invented people only."""
        ...

    def approvals(self) -> Sequence[TextApproval]:
        """All approvals whose administrator signature holds."""
        ...

    def approve(self, approval: TextApproval) -> None:
        """Add one, signed by the signed-in administrator."""
        ...

    def staff(self) -> Sequence[StaffMember]:
        """Everyone certified, with valid certificates."""
        ...

    def change_setting(self, setting: Setting) -> None:
        """Set one from now on, signed by the signed-in administrator."""
        ...

    def settings(self) -> Mapping[str, str]:
        """Site settings by name; absent names have their defaults."""
        ...
