"""Everything that is kept about one episode, found by its reference."""

from typing import Protocol, TypeVar

from desktop.errors import KnownError
from desktop.records.attempt import Attempt
from desktop.records.episode import Episode
from desktop.records.form_record import FormKind, FormRecord
from desktop.records.ids import EpisodeId, RecordId
from desktop.records.kinds import (
    ATTEMPT,
    CAPACITY,
    EPISODE,
    FORM,
    GUARDIAN,
    NEEDS,
    NO_PLAN,
    PACKET,
    REFERRAL,
    ROOM,
    VISIT,
    RecordKind,
)
from desktop.records.minor import Guardian
from desktop.records.need import NeedsNote
from desktop.records.no_plan import NoPlanToday
from desktop.records.packet_record import PacketRecord
from desktop.records.referral import Referral
from desktop.records.room import CapacityCheck, RoomState
from desktop.records.visit import Visit
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.work import Work


class OfEpisode(Protocol):
    """A record's value that says which episode it belongs to."""

    @property
    def episode_id(self) -> EpisodeId: ...


T = TypeVar("T", bound=OfEpisode)


def episode_of(work: Work, ref: EpisodeRef) -> Revision[Episode]:
    """The episode; KnownError ``store.no-such-record`` when the reference fits none."""
    return one_of(work, EPISODE, ref, RecordId(ref.episode_id))


def open_episode_of(work: Work, ref: EpisodeRef) -> Episode:
    """The episode when new things may be added to it; KnownError ``episode.closed``."""
    episode = episode_of(work, ref).value
    episode.need_open()
    return episode


def one_of(work: Work, kind: RecordKind[T], ref: EpisodeRef, record_id: RecordId) -> Revision[T]:
    """One named record of this episode; another episode's record is as good as none."""
    revision = work.session.records.load(kind, record_id)
    if revision.person_id != ref.person_id or revision.value.episode_id != ref.episode_id:
        raise KnownError("store.no-such-record")
    return revision


def all_of(work: Work, kind: RecordKind[T], ref: EpisodeRef) -> tuple[Revision[T], ...]:
    """Newest revision of each record of a kind in this episode, oldest record first."""
    return tuple(
        revision
        for revision in work.list_newest(kind, ref.person_id)
        if revision.value.episode_id == ref.episode_id
    )


def attempts_of(work: Work, ref: EpisodeRef) -> tuple[Attempt, ...]:
    """All attempts in the order in which they were tried."""
    found = [revision.value for revision in all_of(work, ATTEMPT, ref)]
    return tuple(sorted(found, key=lambda attempt: attempt.tried_at))


def room_of(work: Work, ref: EpisodeRef) -> Revision[RoomState] | None:
    """The room as last noted."""
    return next(iter(all_of(work, ROOM, ref)), None)


def capacity_of(work: Work, ref: EpisodeRef) -> Revision[CapacityCheck] | None:
    """The capacity note as last made."""
    return next(iter(all_of(work, CAPACITY, ref)), None)


def no_plan_of(work: Work, ref: EpisodeRef) -> Revision[NoPlanToday] | None:
    """The note that there is no plan today, as last made."""
    return next(iter(all_of(work, NO_PLAN, ref)), None)


def needs_note_of(work: Work, ref: EpisodeRef) -> Revision[NeedsNote] | None:
    """What staff noted of the needs, as last changed."""
    return next(iter(all_of(work, NEEDS, ref)), None)


def referrals_of(work: Work, ref: EpisodeRef) -> tuple[Revision[Referral], ...]:
    """Referrals to partners, those entered by mistake too, in the order in which they were made."""
    found = all_of(work, REFERRAL, ref)
    return tuple(sorted(found, key=lambda one: one.value.created_at))


def forms_of(work: Work, ref: EpisodeRef) -> tuple[Revision[FormRecord], ...]:
    """Completed forms, newest revision each."""
    return all_of(work, FORM, ref)


def form_of(
    work: Work, ref: EpisodeRef, kind: FormKind, record_id: RecordId | None = None
) -> Revision[FormRecord] | None:
    """The completed form of one kind, newest revision; a loaded one is named by its record."""
    return next(
        (
            form
            for form in forms_of(work, ref)
            if form.value.kind is kind and record_id in (None, form.record_id)
        ),
        None,
    )


def guardians_of(work: Work, ref: EpisodeRef) -> tuple[Guardian, ...]:
    """Who was noted as a guardian, in that order."""
    return tuple(revision.value for revision in all_of(work, GUARDIAN, ref))


def visits_of(work: Work, ref: EpisodeRef) -> tuple[Revision[Visit], ...]:
    """All visits sent to review, oldest first."""
    return all_of(work, VISIT, ref)


def packets_of(work: Work, ref: EpisodeRef) -> tuple[PacketRecord, ...]:
    """Packets made, oldest first."""
    found = [revision.value for revision in all_of(work, PACKET, ref)]
    return tuple(sorted(found, key=lambda packet: packet.made_at))
