"""What was written while the store was in doubt stands in the person's timeline."""

from desktop.services.person_timeline import timeline_of
from desktop.storage.crypto.anchor_code import anchor_code
from desktop.storage.crypto.audit_chain import ChainHead
from tests.services.bench import ROSA, Bench

SEEN = anchor_code(ChainHead(9_999, bytes(32)))
"""The footer of a packet that a longer trail had printed."""


def test_what_was_written_during_an_alarm_stands_in_the_timeline(sealed_work: Bench) -> None:
    written, other = sealed_work.new_case(), sealed_work.new_case()
    work = sealed_work.work_as(ROSA)
    assert not work.session.rollback.check_footer(SEEN)
    sealed_work.clock.advance(60)
    sealed_work.reach(written)

    said = [
        (entry.text_id, entry.at)
        for entry in timeline_of(work, written)
        if entry.text_id == "timeline.in-doubt"
    ]

    assert said == [("timeline.in-doubt", sealed_work.clock.now())]
    assert "timeline.in-doubt" not in {entry.text_id for entry in timeline_of(work, other)}
