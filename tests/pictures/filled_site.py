"""A site at work: the invented people of the demo, and what only shows after days of work."""

from datetime import date, timedelta

from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.episode import CaseSource, CloseReason
from desktop.records.form_record import FormKind
from desktop.records.hand_over import HandOverReason
from desktop.records.kinds import Compartment
from desktop.records.missed import MissedWhy
from desktop.records.person import PersonIdentity
from desktop.services.add_case import NewCase, add_case
from desktop.services.close_case import close_case
from desktop.services.complete_form import complete_form
from desktop.services.demo_people import DEMO_CONTACTS
from desktop.services.hand_over_case import HandOverWish, hand_over_case
from desktop.services.identity import save_identity
from desktop.services.link_people import link_people
from desktop.services.list_forms import list_forms
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.services.make_demo import demo_cases, write_cases
from desktop.services.mandated_report import note_cause, note_told
from desktop.services.own_caseload import CASELOAD_RULE
from desktop.services.part2_notes import add_part2_note
from desktop.services.ports import EpisodeRef, Setting
from desktop.services.read_oversight import switch_restricted_line
from desktop.services.sign_visit import sign_visit
from desktop.services.site_contacts import save_site_contacts
from desktop.services.start_loaded_form import start_loaded_form
from desktop.services.submit_visit import submit_visit
from desktop.services.workstation_cards import read_card
from tests.journeys.test_every_window_is_accessible import fill_store
from tests.pictures.not_told import add_with_letter, keep_confidential
from tests.pictures.outings import fill_outings
from tests.pictures.referred import refer_people
from tests.pictures.ways_to_reach import WAYS
from tests.services.bench import ADMIN, NADIA, ROSA, TOMAS, Bench, confirmed
from tests.services.filling import completed, say
from tests.services.loaded_forms import SDC, URL, Json, offer, sleep_form
from tests.services.scored_form import ALONE, begin, put, rule, save, worry_form
from tests.services.test_print_record import allow
from tests.storage.backing_up import back_up
from tests.storage.two_workstations import make_second
from tests.support.signed_forms import rides_form
from tests.support.store_fixture import PASSPHRASE, password_of
from tests.support.window_parts import Workstation
from tests.views.interview.test_asides import picture
from tests.views.interview.test_earlier_answers import GIVES, LOOKS, coded
from tests.views.oversight.overseen import lend, overseen

ALL_STEPS, MINOR, LATE, TWICE = "Alder 51", "Wren 16", "Poplar 08", "Cypress 30"
DIED = "Rowan 15"
AGAIN = "Hazel 33"
"""The second case of somebody who was hurt again."""
"""Aliases of cases that scenes ask for: everything done; 15 years old; a report under way;
somebody with an earlier case."""
SIGNED_OFF, LOADED, LOOKS_BACK = "Tamarack 18", "Sequoia 29", "Juniper 33"
AWAY = "Acacia 27"
UNTOLD = "Hazel 63"
"""A completed form with an alert that nobody was told of."""
"""A visit that was signed; loaded forms begun, one by a colleague, one in an older version."""


def fill_site(station: Workstation) -> None:
    """The cases of the demo, cases in every state, contacts, a loaded form, an access to review."""
    bench = station.bench
    save_site_contacts(bench.work_as(ADMIN), DEMO_CONTACTS)
    allow(bench)
    offer(bench, sleep_form())
    offer(bench, rides_with_extras())
    _name_for_notes(bench)
    write_cases(bench.work_as(ROSA), demo_cases())
    _more_cases(bench)
    seen = overseen(bench)
    lend(bench, seen.opened)
    _loaded_forms(bench)
    _looks_back(bench)
    _signed_off(bench)
    _untold(bench)
    refer_people(bench)
    fill_outings(bench)
    fill_store(station)
    _another_workstation(station)
    bench.clock.advance(60)


def _another_workstation(station: Workstation) -> None:
    """Known here, and a case is on its way there."""
    bench, made = station.bench, station.made
    backup = back_up(made.gate.backups(), station.root / "usb").backup.path
    known = make_second(made, backup, station.root / "second", passphrase=PASSPHRASE)
    card = station.root / "second.card"
    card.write_bytes(known.card)
    there = read_card(bench.work_as(ADMIN), card)
    ref = _arrives(bench, AWAY, "ED 12", 38)
    bench.reach(ref)
    wish = HandOverWish(there, HandOverReason.CARE_MOVES, station.root)
    hand_over_case(bench.work_as(ROSA), ref, wish, password_of(ROSA))


def _name_for_notes(bench: Bench) -> None:
    desk = bench.work_as(ADMIN).session.staff_desk
    for entry in desk.people():
        if entry.member.sign_in_name in (ROSA, NADIA):
            desk.name_user(entry.member.staff_id, Compartment.P2, is_named=True)
    bench.work_as(NADIA).session.key_desk.renew(Compartment.P2)
    switch_restricted_line(bench.work_as(ADMIN), is_on=True)


def _more_cases(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    everything = _arrives(bench, ALL_STEPS, "Floor 5, bed 12", 22, "es")
    bench.reach(everything)
    said = {"what-you-need.housing": "yes", "what-you-need.rides": "yes"}
    completed(work, everything, **said, **{"next-steps.papers": "es"})
    completed(work, everything, FormKind.SAFETY_PLAN)
    add_part2_note(work, everything, "Goes to the invented clinic on Mondays")
    minor = _arrives(bench, MINOR, "Floor 4, bed 2", 15)
    bench.reach(minor)
    note_cause(work, minor)
    late = _arrives(bench, LATE, "ED 3", 16)
    note_cause(work, late)
    note_told(work, late)
    earlier, again = _arrives(bench, "Laurel 19", "ED 5", 31), _arrives(bench, TWICE, "ED 9", 31)
    for ref in (earlier, again):
        identity = PersonIdentity(
            ref.person_id,
            "Oscar Invented",
            date(1994, 3, 12),
            contacts=WAYS,
            name_used="Rio",
            pronouns="ze / hir",
        )
        save_identity(work, ref, identity)
    link_people(work, earlier, again)
    keep_confidential(bench, again, late)
    add_with_letter(bench)
    close_case(work, earlier, CloseReason.TRANSFERRED)
    gone = _arrives(bench, "Larch 27", "ED 2", 40)
    tried = NewAttempt(AttemptMode.BEDSIDE, AttemptOutcome.DISCHARGED_BEFORE_CONTACT)
    log_attempt(work, gone, tried)
    close_case(work, gone, CloseReason.NEVER_REACHED, MissedWhy.LEFT_BEFORE_CONTACT)
    once = _arrives(bench, "Aster 26", "ED 13", 25, days_ago=40)
    bench.reach(once)
    close_case(work, once, CloseReason.HURT_AGAIN)
    _arrives(bench, AGAIN, "ED 15", 25, again=once)
    died = NewAttempt(AttemptMode.BEDSIDE, AttemptOutcome.DIED)
    log_attempt(work, _arrives(bench, DIED, "ED 16", 44), died)
    left = _arrives(bench, "Sorrel 44", "ED 11", 27)
    log_attempt(work, left, tried)


def _loaded_forms(bench: Bench) -> None:
    bench.share_cases()
    ref = _arrives(bench, LOADED, "ED 14", 33)
    bench.reach(ref)
    other = offer(bench, sleep_form("1.1.0", url="https://forms.example/rest", title="Rest diary"))
    cards = {card.form.ref: card.form.content_hash for card in list_forms(bench.work_as(ADMIN))}
    start_loaded_form(bench.work_as(TOMAS), ref, cards[other])
    work = bench.work_as(ROSA)
    older = next(found for one, found in cards.items() if one.url == URL)
    begun = start_loaded_form(work, ref, older)
    say(work, begun, "slept", "yes")
    offer(bench, sleep_form("2.0.0"))
    bench.work_as(ADMIN).session.site.change_setting(Setting(CASELOAD_RULE, "on"))


def _looks_back(bench: Bench) -> None:
    ref, work = _arrives(bench, LOOKS_BACK, "ED 10", 29), bench.work_as(ROSA)
    bench.reach(ref)
    diary = offer(bench, coded("before", GIVES, title="Sleep diary"))
    begun = start_loaded_form(work, ref, diary.content_hash)
    say(work, begun, "slept", "no")
    say(work, begun, "hours", "about seven")
    complete_form(work, begun.draft)
    offer(bench, coded("now", LOOKS, title="Morning talk"))


def _signed_off(bench: Bench) -> None:
    ref = _arrives(bench, SIGNED_OFF, "Floor 3, bed 7", 26)
    bench.reach(ref)
    completed(bench.work_as(ROSA), ref)
    visit = submit_visit(bench.work_as(ROSA), ref)
    sign_visit(confirmed(bench.work_as(NADIA)), ref, visit.visit_id)


def _untold(bench: Bench) -> None:
    offer(bench, worry_form())
    save(bench, rule(ALONE, waits=False))
    ref, work = _arrives(bench, UNTOLD, "ED 6", 24), bench.work_as(ROSA)
    bench.reach(ref)
    form = begin(bench, ref)
    put(work, form, "alone", True)
    for link_id in ("first", "second"):
        say(work, form, link_id, "0")
    complete_form(work, form.draft)


def rides_with_extras() -> Json:
    """A form with signatures, a picture of its maker, help, and a sum."""
    form = rides_form()
    said = {"url": f"{SDC}sdc-questionnaire-calculatedExpression"}
    said["valueExpression"] = {"language": "text/fhirpath", "expression": "2 + 1"}
    offered = {"url": f"{SDC}sdc-questionnaire-candidateExpression"}
    offered["valueExpression"] = {"language": "text/fhirpath", "expression": "'Ana' | 'Ben'"}
    form["item"][0]["item"] += [
        {"linkId": "count", "type": "integer", "text": "How many rides?", "extension": [said]},
        {"linkId": "driver", "type": "string", "text": "Who drives?", "extension": [offered]},
    ]
    form["item"][0]["item"][0]["extension"] = [
        {
            "url": f"{SDC}sdc-questionnaire-itemMedia",
            "valueAttachment": {
                "contentType": "image/png",
                "data": picture(),
                "title": "A green field",
            },
        }
    ]
    return form


def _arrives(
    bench: Bench,
    alias: str,
    place: str,
    age: int,
    language: str = "en",
    *,
    again: EpisodeRef | None = None,
    days_ago: int = 0,
) -> EpisodeRef:
    new = NewCase(
        place,
        CaseSource.TRAUMA_PAGE,
        bench.clock.now() - timedelta(days=days_ago),
        language,
        age_years=age,
        alias=alias,
        again=again,
    )
    return add_case(bench.work_as(ROSA), new).ref
