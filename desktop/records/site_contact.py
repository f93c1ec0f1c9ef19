"""Somebody whom the site wants told about an alert."""

from dataclasses import dataclass

ALERT_CODES = ("danger-now", "suicide-concern")
"""The alerts that our own forms raise."""


@dataclass(frozen=True, slots=True)
class SiteContact:
    """``reach`` is a number or a place; no ``alert_codes`` means every alert."""

    name: str
    role: str = ""
    reach: str = ""
    alert_codes: frozenset[str] = frozenset()

    @property
    def words(self) -> str:
        """Name and role."""
        return ", ".join(part for part in (self.name, self.role) if part)

    def is_for(self, alert_code: str) -> bool:
        """Whether the site wants this contact told about that alert."""
        return not self.alert_codes or alert_code in self.alert_codes
