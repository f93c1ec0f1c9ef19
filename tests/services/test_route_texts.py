"""What a site decides of each pathway is what staff read, in both languages, and can go back."""

import pytest

from desktop.errors import KnownError
from desktop.messages import LANGUAGES, sentence
from desktop.records.audit_event import AuditAction
from desktop.records.pathway import ELSEWHERE, Pathway
from desktop.services.ports import Setting
from desktop.services.route_texts import (
    MOST_LETTERS,
    RouteKind,
    RouteText,
    route_texts,
    save_route_text,
)
from desktop.services.routes import leads_elsewhere, routes
from tests.services.bench import ADMIN, NADIA, ROSA, Bench

NONE = dict.fromkeys(LANGUAGES, "")
OURS = {"en": "Call the advocate, 555-0123.", "es": "Llame a la defensora, 555-0123."}


def own(texts: dict[str, str] = OURS) -> RouteText:
    """The site's words for partner violence."""
    return RouteText(Pathway.PARTNER, RouteKind.OWN, texts)


def now(bench: Bench, pathway: Pathway = Pathway.PARTNER) -> RouteText:
    """What holds."""
    return next(one for one in route_texts(bench.work_as(ROSA)) if one.pathway is pathway)


def test_while_nothing_is_set_our_words_hold(bench: Bench) -> None:
    found = route_texts(bench.work_as(ROSA))

    assert [one.pathway for one in found] == list(ELSEWHERE)
    assert all(one == RouteText(one.pathway, RouteKind.USUAL, NONE) for one in found)


def test_the_sites_words_are_what_staff_read(bench: Bench) -> None:
    save_route_text(bench.work_as(ADMIN), own())

    read = {one: routes(bench.work_as(ROSA), one)[Pathway.PARTNER].where for one in LANGUAGES}
    assert read == OURS
    assert now(bench) == own()


def test_a_program_that_goes_itself_reads_no_words(bench: Bench) -> None:
    work = bench.work_as(ADMIN)
    save_route_text(work, own())

    save_route_text(work, RouteText(Pathway.PARTNER, RouteKind.HERE, OURS))

    assert not leads_elsewhere(work, Pathway.PARTNER)
    assert now(bench) == RouteText(Pathway.PARTNER, RouteKind.HERE, NONE)


@pytest.mark.parametrize("kind", [RouteKind.OWN, RouteKind.HERE])
def test_it_goes_back_to_our_words(bench: Bench, kind: RouteKind) -> None:
    work = bench.work_as(ADMIN)
    save_route_text(work, RouteText(Pathway.PARTNER, kind, OURS))

    save_route_text(work, RouteText(Pathway.PARTNER, RouteKind.USUAL, OURS))

    where = routes(bench.work_as(ROSA), "es")[Pathway.PARTNER].where
    assert where == sentence("route.partner-violence", "es")
    assert now(bench).kind is RouteKind.USUAL


@pytest.mark.parametrize(
    ("texts", "refused"),
    [
        ({**OURS, "es": " "}, "route-text.one-language"),
        ({**OURS, "en": ""}, "route-text.one-language"),
        (NONE, "route-text.one-language"),
        ({**OURS, "en": "x" * (MOST_LETTERS + 1)}, "route-text.too-long"),
    ],
)
def test_half_of_it_is_refused_and_nothing_is_changed(
    bench: Bench, texts: dict[str, str], refused: str
) -> None:
    with pytest.raises(KnownError, match=refused.replace(".", r"\.")):
        save_route_text(bench.work_as(ADMIN), own(texts))

    assert now(bench).kind is RouteKind.USUAL


def test_words_kept_apart_for_each_language_are_shown_and_replaced(bench: Bench) -> None:
    work = bench.work_as(ADMIN)
    work.session.site.change_setting(Setting("pathway-partner-violence-en", "Old words."))
    before = now(bench).texts["en"]

    save_route_text(work, own())

    assert before == "Old words."
    assert routes(bench.work_as(ROSA), "en")[Pathway.PARTNER].where == OURS["en"]


def test_each_change_is_in_the_trail_and_what_is_the_same_is_none(bench: Bench) -> None:
    work = bench.work_as(ADMIN)

    save_route_text(work, own())
    once = bench.actions().count(AuditAction.SETTING_CHANGED)
    save_route_text(work, own())

    assert once == len(LANGUAGES)
    assert bench.actions().count(AuditAction.SETTING_CHANGED) == once


@pytest.mark.parametrize("who", [ROSA, NADIA])
def test_nobody_else_decides_it(bench: Bench, who: str) -> None:
    with pytest.raises(KnownError, match=r"work\.not-allowed"):
        save_route_text(bench.work_as(who), own())
