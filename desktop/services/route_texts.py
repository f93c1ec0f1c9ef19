"""What a site decides of each pathway: our words, its own words, or its program goes itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.errors import BugError, KnownError
from desktop.messages import LANGUAGES
from desktop.records.audit_event import AuditAction
from desktop.records.pathway import ELSEWHERE, Pathway
from desktop.records.roles import Permission
from desktop.services.ports import Setting
from desktop.services.routes import HERE, SETTING
from desktop.services.work import Work

MOST_LETTERS = 400
"""What can be read while somebody waits."""


class RouteKind(StrEnum):
    """Who goes to the person, and whose words say so."""

    USUAL = "usual"
    OWN = "own"
    HERE = "here"


@dataclass(frozen=True, slots=True)
class RouteText:
    """``texts`` by language: the site's words, "" where it has none."""

    pathway: Pathway
    kind: RouteKind
    texts: Mapping[str, str]


def route_texts(work: Work) -> tuple[RouteText, ...]:
    """What holds for each pathway that another program may take. Readable to every account."""
    settings = work.session.site.settings()
    return tuple(_read(settings, one) for one in ELSEWHERE)


def save_route_text(work: Work, wanted: RouteText) -> tuple[RouteText, ...]:
    """Keep what the site decided of one pathway; all of them as they are then.

    KnownErrors ``route-text.one-language`` when the site's words lack a language,
    ``route-text.too-long``, ``work.not-allowed``.
    """
    work.need(Permission.SET_SITE)
    if wanted.pathway not in ELSEWHERE or set(wanted.texts) != set(LANGUAGES):
        raise BugError("no such pathway, or not every language")
    before = work.session.site.settings()
    for name, text in _settings(wanted).items():
        if before.get(name, "") != text:
            work.session.site.change_setting(Setting(name, text))
            work.audit(AuditAction.SETTING_CHANGED, name)
    return route_texts(work)


def _settings(wanted: RouteText) -> Mapping[str, str]:
    """The base is in the first language; the others stand beside it."""
    base = f"{SETTING}{wanted.pathway.value}"
    first, *others = LANGUAGES
    names = {first: base, **{one: f"{base}-{one}" for one in others}}
    # A text of the first language that was kept beside the base would be read before it.
    cleared = {f"{base}-{first}": "", **dict.fromkeys(names.values(), "")}
    if wanted.kind is RouteKind.HERE:
        return {**cleared, base: HERE}
    if wanted.kind is RouteKind.USUAL:
        return cleared
    kept = {one: " ".join(wanted.texts[one].split()) for one in LANGUAGES}
    if not all(kept.values()) or kept[first] == HERE:
        raise KnownError("route-text.one-language")
    if any(len(text) > MOST_LETTERS for text in kept.values()):
        raise KnownError("route-text.too-long", limit=MOST_LETTERS)
    return {**cleared, **{names[one]: text for one, text in kept.items()}}


def _read(settings: Mapping[str, str], pathway: Pathway) -> RouteText:
    base = f"{SETTING}{pathway.value}"
    first, *others = LANGUAGES
    whole = settings.get(base, "").strip()
    if whole == HERE:
        return RouteText(pathway, RouteKind.HERE, dict.fromkeys(LANGUAGES, ""))
    texts = {one: settings.get(f"{base}-{one}", "").strip() for one in others}
    texts = {first: settings.get(f"{base}-{first}", "").strip() or whole, **texts}
    kind = RouteKind.OWN if any(texts.values()) else RouteKind.USUAL
    return RouteText(pathway, kind, texts)
