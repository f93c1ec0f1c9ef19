"""Off-site visits in the timeline of a case and on its sheet: times and who, and no story."""

from collections.abc import Iterator
from datetime import datetime

from desktop.messages import sentence
from desktop.packets.accounting import local_moment
from desktop.records.outing import Outing, OutingState
from desktop.services.outings import OutingLine, outing_line, outings_of
from desktop.services.ports import EpisodeRef
from desktop.services.staff_names import staff_name
from desktop.services.work import Work


def outing_events(work: Work, ref: EpisodeRef) -> Iterator[tuple[datetime, str]]:
    """When somebody left, came back, or a visit was cancelled, each with its message id."""
    for outing in outings_of(work, ref):
        if outing.left_at is not None:
            yield outing.left_at, "timeline.outing.left"
        if outing.end is not None:
            yield outing.end.at, _end_id(outing)


def outing_sheet_lines(work: Work, ref: EpisodeRef, language: str) -> tuple[tuple[str, str], ...]:
    """Each visit with its place and start, who went, and how it ended."""
    lines = [outing_line(work, one) for one in outings_of(work, ref)]
    return tuple((_title(one.outing, language), _words(work, one, language)) for one in lines)


def _end_id(outing: Outing) -> str:
    if outing.state is OutingState.CANCELLED:
        return "timeline.outing.cancelled"
    is_unsafe = outing.end is not None and outing.end.left_unsafe
    return "timeline.outing.unsafe" if is_unsafe else "timeline.outing.back"


def _title(outing: Outing, language: str) -> str:
    place = sentence(f"outing-place.{outing.place.value}", language)
    return sentence("outing.line.place", language, place=place, time=local_moment(outing.start))


def _words(work: Work, line: OutingLine, language: str) -> str:
    outing, someone = line.outing, sentence("outing.someone", language)
    goes = line.goes or someone
    parts = [sentence("outing.sheet-one", language, goes=goes)]
    if outing.second is not None:
        second = line.second or someone
        parts = [sentence("outing.sheet-two", language, goes=goes, second=second)]
    if outing.left_at is not None:
        parts.append(sentence("outing.sheet-left", language, time=local_moment(outing.left_at)))
    if outing.end is not None:
        stem = f"outing.sheet-{outing.state.value}"
        who = staff_name(work, outing.end.by) or someone
        parts.append(sentence(stem, language, time=local_moment(outing.end.at), who=who))
        if outing.end.left_unsafe:
            parts.append(sentence("outing.line.unsafe", language))
    return "\n".join(parts)
