"""Journey 7: who is eligible and unseen, for how long and why; the call list; never reached."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.messages import LANGUAGES, sentence
from desktop.records.episode import CaseSource
from desktop.records.missed import MissedWhy
from desktop.records.pathway import Pathway
from desktop.records.person import PersonIdentity
from desktop.services.cases import CaseCard
from desktop.services.episode_records import episode_of
from desktop.services.identity import save_identity
from desktop.services.linked_people import linked_people
from desktop.services.read_person import read_person
from desktop.services.read_worklist import read_worklist
from desktop.settings import Settings, SettingsFile
from tests.journeys.pages import WorklistPage
from tests.services.bench import ROSA
from tests.support.journey import Traveller, open_traveller
from tests.support.window_parts import Workstation

PAST_TARGET_S = 5 * 3600


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """The interface in English, and again in Spanish."""
    assert isinstance(request.param, str)
    return request.param


@pytest.fixture
def alias(station: Workstation) -> str:
    """Somebody who arrived five hours ago and whom nobody has tried to see."""
    ref = station.bench.new_case(ROSA)
    station.bench.clock.advance(PAST_TARGET_S)
    return read_person(station.bench.work_as(ROSA), ref).card.alias


@pytest.fixture
def at(
    station: Workstation, alias: str, language: str, qtbot: QtBot, qapp: QApplication
) -> Traveller:
    """Rosa at her worklist in that language."""
    assert alias
    SettingsFile(station.root / "settings").write(Settings(language=language))
    traveller = open_traveller(station, qtbot, qapp)
    traveller.sign_in(ROSA)
    return traveller


def row(at: Traveller, alias: str, start: str) -> str:
    """What the row of somebody says in one list, "" when they are not on it."""
    rows = [name for name in WorklistPage(at).case_rows(alias) if name.startswith(start)]
    return at.hands.find(rows[0]).accessibleName() if rows else ""


def until_on(at: Traveller, alias: str, start: str) -> str:
    """Wait until somebody is on a list; what the row says."""
    at.opened.until(lambda: bool(row(at, alias, start)))
    return row(at, alias, start)


def try_to_reach(at: Traveller, alias: str, *choices: str) -> None:
    """Choose somebody on the worklist and log an attempt."""
    at.press(WorklistPage(at).case_rows(alias)[0])
    at.press("worklist-log")
    for choice in choices:
        at.press(f"worklist-attempt-{choice}")
    at.press("worklist-do")
    at.opened.until(lambda: not at.hands.sees("worklist-do"))


def card(at: Traveller, alias: str) -> CaseCard:
    """The case as the store has it."""
    lists = read_worklist(at.work)
    cards = (*lists.eligible, *lists.call_list, *lists.missed, *lists.closed)
    return next(each for each in cards if each.alias == alias)


def test_from_unseen_over_the_call_list_to_never_reached(
    at: Traveller, alias: str, language: str
) -> None:
    def words(message_id: str) -> str:
        return sentence(message_id, language)

    unseen = until_on(at, alias, "worklist-eligible-")
    assert sentence("wait.past-hours", language, hours=4) in unseen
    assert words("worklist.not-tried") in unseen
    assert words("worklist.now") in unseen

    try_to_reach(at, alias, "mode-bedside", "group-not-now", "outcome-in-isolation", "soon-hour")
    tried = until_on(at, alias, "worklist-eligible-")
    assert words("attempt-outcome.in-isolation") in tried
    assert words("worklist.no-next") not in tried

    gone = "outcome-discharged-before-contact"
    try_to_reach(at, alias, "mode-bedside", "group-gone", gone, "soon-day")
    to_call = until_on(at, alias, "worklist-calls-")
    assert words("attempt-outcome.discharged-before-contact") in to_call
    assert not row(at, alias, "worklist-eligible-")

    try_to_reach(at, alias, "mode-phone", "group-not-now", "outcome-no-answer")
    assert words("attempt-outcome.no-answer") in until_on(at, alias, "worklist-calls-")

    WorklistPage(at).open_case(alias)
    at.press("person-close")
    at.press("close-case-reason-never-reached")
    at.press("close-case-missed-no-answer")
    at.press("person-do")
    missed = until_on(at, alias, "worklist-missed-")
    assert words("missed-why.no-answer") in missed
    assert words("worklist.stood-in-way") in missed
    kept = card(at, alias)
    assert kept.missed_why is MissedWhy.NO_ANSWER
    assert kept.first_tried_at is not None
    assert kept.reached_at is None


def test_the_team_hears_in_four_ways_and_another_programs_person_is_not_enrolled(
    at: Traveller, language: str
) -> None:
    worklist, now = WorklistPage(at), at.station.bench.clock.now()
    for source in CaseSource:
        alias = worklist.add_case("ED 7", source=source)
        episode = episode_of(at.work, card(at, alias).ref).value
        assert (episode.source, episode.notified_at) == (source, now)
        at.press("person-banner-back")

    routed = worklist.add_case("ED 9", pathway=Pathway.PARTNER, is_routed=True)

    at.until_seen(sentence("route.done", language, alias=routed))
    assert worklist.case_rows(routed) == []
    assert card(at, routed).is_closed


def test_somebody_unknown_gets_a_name_and_their_earlier_case(
    station: Workstation, language: str, qtbot: QtBot, qapp: QApplication
) -> None:
    work = station.bench.work_as(ROSA)
    earlier, unknown = station.bench.new_case(ROSA), station.bench.new_case(ROSA)
    identity = PersonIdentity(earlier.person_id, "Óscar Hernández Invented", date(2004, 3, 12))
    save_identity(work, earlier, identity)
    before, now = (read_person(work, ref).card.alias for ref in (earlier, unknown))
    SettingsFile(station.root / "settings").write(Settings(language=language))
    at = open_traveller(station, qtbot, qapp)
    at.sign_in(ROSA)

    WorklistPage(at).open_case(now)
    at.press("person-identity-show")
    at.press("person-identity-edit")
    at.write("identity-name", "Oscar Ernandes")
    at.write("identity-born", "2004-12-03")
    at.press("person-do")
    at.until_seen(sentence("alike.title", language))
    assert not at.sees("Hernández")
    at.press(f"person-alike-link-{earlier.person_id}")
    at.until_seen(sentence("linked.done", language, alias=before))
    at.press(f"person-linked-{earlier.episode_id}")
    at.until_seen(sentence("linked.undo", language, alias=now))

    at.press(f"person-linked-undo-{unknown.person_id}")
    at.until_seen(sentence("linked.undone", language))
    assert linked_people(at.work, earlier.person_id) == ()
