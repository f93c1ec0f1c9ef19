"""Fill a new demo store with invented people, through the same use cases as the screens."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from desktop.forms.answers import Answered
from desktop.forms.instances import ItemKey
from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.confidential_status import AskedBy
from desktop.records.episode import CaseSource
from desktop.records.form_record import FormKind
from desktop.records.room import CapacityResult
from desktop.resource_files import resources_dir
from desktop.services.add_case import NewCase, add_case
from desktop.services.append_to_draft import append_answer, append_position
from desktop.services.complete_form import complete_form
from desktop.services.confidential_status import set_no_information
from desktop.services.demo_forms import fill_further
from desktop.services.demo_people import (
    DEMO_CONTACTS,
    DEMO_HOSPITAL,
    DEMO_PASSPHRASE,
    DEMO_PIN,
    DEMO_STAFF,
    DEMO_WORKSTATION,
)
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.services.note_capacity import note_capacity
from desktop.services.note_room import note_room
from desktop.services.open_form import OpenForm, open_form
from desktop.services.ports import EpisodeRef, Session, SetUp, StoreGate
from desktop.services.site_contacts import save_site_contacts
from desktop.services.submit_visit import submit_visit
from desktop.services.work import Work

AUTHOR = "rosa.sample"
TOLD_AFTER = timedelta(minutes=10)
"""From an arrival to the page to the team."""


@dataclass(frozen=True, slots=True)
class DemoCase:
    """One invented case as ``resources/demo/cases.json`` tells it."""

    told: dict[str, Any]

    @property
    def wants_form(self) -> bool:
        """Whether somebody has begun the assessment."""
        return "assessment" in self.told


def make_demo(gate: StoreGate, work_for: Callable[[Session], Work]) -> None:
    """Set up, enrol everyone, and let the first specialist write the invented cases."""
    wanted = SetUp(
        DEMO_HOSPITAL, DEMO_WORKSTATION, DEMO_STAFF, passphrase=DEMO_PASSPHRASE, is_demo=True
    )
    codes = gate.set_up(wanted).enrolment_codes
    gate.unlock(DEMO_PASSPHRASE)
    for member in DEMO_STAFF:
        name = member.sign_in_name
        gate.enrol(name, codes[name], DEMO_PASSPHRASE, DEMO_PIN)
    _signed_in(gate, work_for, DEMO_STAFF[0].sign_in_name, _set_contacts)
    _signed_in(gate, work_for, AUTHOR, _write_all)


def _signed_in(
    gate: StoreGate,
    work_for: Callable[[Session], Work],
    name: str,
    act: Callable[[Work], None],
) -> None:
    session = gate.sign_in(name, DEMO_PASSPHRASE)
    try:
        act(work_for(session))
    finally:
        session.close()


def _set_contacts(work: Work) -> None:
    save_site_contacts(work, DEMO_CONTACTS)


def _write_all(work: Work) -> None:
    write_cases(work, demo_cases())


def demo_cases() -> tuple[DemoCase, ...]:
    """All invented cases, in the order in which they are written."""
    path = resources_dir() / "demo" / "cases.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    return tuple(DemoCase(one) for one in told["cases"])


def write_cases(work: Work, cases: tuple[DemoCase, ...]) -> None:
    """Write every case with its attempts and forms."""
    for case in cases:
        ref = _add(work, case.told)
        _log(work, ref, case.told)
        if "no_information" in case.told:
            set_no_information(work, ref, AskedBy(case.told["no_information"]))
        if case.wants_form:
            _fill(work, ref, case.told)


def _add(work: Work, told: dict[str, Any]) -> EpisodeRef:
    arrived = work.clock.now() - timedelta(minutes=told["arrived_min_ago"])
    new = NewCase(
        place=told["place"],
        source=CaseSource(told["source"]),
        arrived_at=arrived,
        language=told.get("language", "en"),
        age_years=told.get("age_years"),
        alias=told["alias"],
        notified_at=min(arrived + TOLD_AFTER, work.clock.now()),
    )
    return add_case(work, new).ref


def _log(work: Work, ref: EpisodeRef, told: dict[str, Any]) -> None:
    now = work.clock.now()
    for attempt in told["attempts"]:
        later = attempt["next_in_min"]
        new = NewAttempt(
            mode=AttemptMode(attempt["mode"]),
            outcome=AttemptOutcome(attempt["outcome"]),
            tried_at=now - timedelta(minutes=attempt["min_ago"]),
            next_due=None if later is None else now + timedelta(minutes=later),
        )
        log_attempt(work, ref, new)


def _fill(work: Work, ref: EpisodeRef, told: dict[str, Any]) -> None:
    note_room(work, ref, frozenset(), told["private"])
    note_capacity(work, ref, CapacityResult.PRESENT)
    form = open_form(work, ref, FormKind.ASSESSMENT)
    last = ItemKey("")
    for link_id, code in told["assessment"].items():
        last = ItemKey(link_id)
        _answer(work, form, last, code)
    append_position(work, form.draft, last)
    fill_further(work, ref, told["further"])
    if told["submit"]:
        complete_form(work, form.draft)
        submit_visit(work, ref)


def _answer(work: Work, form: OpenForm, key: ItemKey, code: str) -> None:
    item = form.session.state(key).item
    chosen = next(o.value for o in item.options if getattr(o.value, "code", None) == code)
    change = form.session.set(key, Answered((chosen,)))
    append_answer(work, form.draft, change.key, change.after)
