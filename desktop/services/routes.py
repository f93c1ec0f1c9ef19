"""Where a person goes whose harm is another program's: the site's own words for each pathway."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.messages import sentence
from desktop.records.pathway import ELSEWHERE, OWN, Pathway
from desktop.records.roles import Permission
from desktop.services.work import Work

SETTING = "pathway-"
"""``pathway-partner-violence`` is the text for staff: who takes over, and how they are called.

``pathway-partner-violence-es`` is the same in Spanish, where a site has it."""
HERE = "here"
"""As a text: this site's program takes them itself."""


@dataclass(frozen=True, slots=True)
class Route:
    """``where`` says who takes over; "" where the person stays with this program."""

    pathway: Pathway
    where: str

    @property
    def is_here(self) -> bool:
        """Whether this program goes to the person itself."""
        return not self.where


def routes(work: Work, language: str) -> Mapping[Pathway, Route]:
    """Where each pathway leads at this site; without a text of the site, how to find out."""
    work.need(Permission.READ_CASES)
    settings = work.session.site.settings()
    return {one: Route(one, _where(settings, one, language)) for one in Pathway}


def leads_elsewhere(work: Work, pathway: Pathway | None) -> bool:
    """Whether somebody on this pathway goes to another program of the hospital."""
    if pathway not in ELSEWHERE:
        return False
    return _own_text(work.session.site.settings(), pathway) != HERE


def _where(settings: Mapping[str, str], pathway: Pathway, language: str) -> str:
    if pathway in OWN or _own_text(settings, pathway) == HERE:
        return ""
    own = _own_text(settings, pathway, language) or _own_text(settings, pathway)
    return own or sentence(f"route.{pathway.value}", language)


def _own_text(settings: Mapping[str, str], pathway: Pathway, language: str = "") -> str:
    ending = f"-{language}" if language else ""
    return settings.get(f"{SETTING}{pathway.value}{ending}", "").strip()
