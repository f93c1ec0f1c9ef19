"""Invented people on a worklist: waiting, gone, seen, half asked, returned."""

from dataclasses import dataclass, field
from datetime import timedelta

from desktop.forms.instances import ItemKey
from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.episode import CaseSource
from desktop.records.form_record import FormKind
from desktop.services.add_case import NewCase, add_case
from desktop.services.append_to_draft import append_position
from desktop.services.comment_answer import comment_answer
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.services.open_form import open_form
from desktop.services.ports import EpisodeRef
from desktop.services.return_visit import return_visit
from desktop.services.submit_visit import submit_visit
from tests.services.bench import NADIA, ROSA, Bench
from tests.services.filling import completed, say

MINUTE = timedelta(minutes=1)


@dataclass
class Crowd:
    """Adds people with what happened to them; ``refs`` by alias."""

    bench: Bench
    refs: dict[str, EpisodeRef] = field(default_factory=dict)

    def arrives(self, alias: str, place: str, minutes_ago: int, language: str = "en") -> EpisodeRef:
        """Somebody who came so many minutes ago."""
        new = NewCase(
            place,
            CaseSource.TRAUMA_PAGE,
            self.bench.clock.now() - minutes_ago * MINUTE,
            language,
            age_years=19,
            alias=alias,
        )
        self.refs[alias] = add_case(self.bench.work_as(ROSA), new).ref
        return self.refs[alias]

    def tried(
        self,
        alias: str,
        outcome: AttemptOutcome,
        minutes_ago: int,
        next_in: int | None = None,
        mode: AttemptMode = AttemptMode.BEDSIDE,
    ) -> None:
        """One attempt; ``next_in`` minutes from now, below zero is late."""
        now = self.bench.clock.now()
        due = now + next_in * MINUTE if next_in is not None else None
        attempt = NewAttempt(mode, outcome, now - minutes_ago * MINUTE, due)
        log_attempt(self.bench.work_as(ROSA), self.refs[alias], attempt)

    def begins_assessment(self, alias: str) -> None:
        """A draft with two answers, left in the second section."""
        work = self.bench.work_as(ROSA)
        form = open_form(work, self.refs[alias], FormKind.ASSESSMENT)
        say(work, form, "agreement.talk-now", "yes")
        say(work, form, "safety-now.safe-here", "yes")
        append_position(work, form.draft, ItemKey("safety-now.safe-here"))

    def is_returned(self, alias: str, comment: str) -> None:
        """Assessed, sent, and returned with a comment on one answer."""
        work, reviewer = self.bench.work_as(ROSA), self.bench.work_as(NADIA)
        ref = self.refs[alias]
        form = completed(work, ref)
        visit = submit_visit(work, ref)
        key = "safety-now.safe-here"
        comment_answer(reviewer, ref, visit.visit_id, form.record_id, key, comment)
        return_visit(reviewer, ref, visit.visit_id)


def full_crowd(bench: Bench) -> Crowd:
    """Eleven and more people, some in every list."""
    crowd = Crowd(bench)
    crowd.arrives("Maple 12", "ED 7", 305)
    crowd.tried("Maple 12", AttemptOutcome.ASLEEP_OR_SEDATED, 75, 25)
    crowd.arrives("Cedar 40", "ICU 3", 580)
    crowd.tried("Cedar 40", AttemptOutcome.IN_SURGERY_OR_IMAGING, 290, 115)
    crowd.arrives("Birch 07", "Floor 6, bed 614", 200)
    crowd.tried("Birch 07", AttemptOutcome.NO_PRIVACY, 40, -5)
    crowd.arrives("Fern 21", "ED 15", 70)
    crowd.arrives("Aspen 19", "ED 4", 25)
    crowd.arrives("Heron 33", "ED 2", 3000)
    crowd.tried("Heron 33", AttemptOutcome.DISCHARGED_BEFORE_CONTACT, 890, 1500)
    crowd.arrives("Juniper 04", "ED 9", 800)
    crowd.tried("Juniper 04", AttemptOutcome.LEFT_AGAINST_ADVICE, 100, -2, AttemptMode.PHONE)
    for alias, place in (("Wren 50", "ED 12"), ("Oak 08", "Floor 4"), ("Sage 61", "ED 1")):
        crowd.arrives(alias, place, 400, "es")
        crowd.tried(alias, AttemptOutcome.ENGAGED, 120, 60 if alias == "Oak 08" else None)
    crowd.begins_assessment("Wren 50")
    crowd.is_returned("Sage 61", "Was the interpreter still on the line here?")
    crowd.arrives("Linden 02", "ED 3", 400)
    return crowd
