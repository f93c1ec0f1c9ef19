"""Legal holds and erasing a person for good: signed acts, none by one person alone."""

from collections.abc import Sequence
from typing import Protocol

from desktop.records.erasure import Erased, ErasureReason, ErasureWish, HoldReason, LegalHold
from desktop.records.ids import PacketId, PersonId


class ErasureDesk(Protocol):
    """What the signed-in person may see and do. Lists are readable to every account.

    Every act raises KnownError ``work.not-allowed`` for another role and ``person.erased`` when
    there is nothing left to act on.
    """

    def find(self, reference: str) -> PersonId:
        """The person of a reference as typed; KnownError ``person.no-such-reference``."""
        ...

    def holds(self) -> Sequence[LegalHold]:
        """Everyone held, oldest hold first."""
        ...

    def set_hold(self, person_id: PersonId, reason: HoldReason) -> None:
        """By the privacy officer or an administrator; drops a wish to erase that was waiting.

        KnownError ``hold.already``.
        """
        ...

    def ask_to_end_hold(self, person_id: PersonId) -> None:
        """The first of two. KnownErrors ``hold.none``, ``hold.end-asked``."""
        ...

    def end_hold(self, person_id: PersonId) -> None:
        """The second, somebody else. KnownErrors ``hold.none``, ``hold.end-not-asked``,
        ``hold.somebody-else``."""
        ...

    def keep_hold(self, person_id: PersonId) -> None:
        """Refuse, or take back, what was asked. KnownErrors as for :meth:`end_hold`."""
        ...

    def wishes(self) -> Sequence[ErasureWish]:
        """Who is to be erased, oldest wish first."""
        ...

    def ask(
        self,
        person_id: PersonId,
        reason: ErasureReason,
        packets: Sequence[PacketId],
        linked: Sequence[PersonId] = (),
    ) -> ErasureWish:
        """By a nurse manager; ``packets`` are those that were ever made of the person.

        ``linked`` are the same person under other ids: they are erased together or not at all.
        KnownErrors ``erasure.held``, ``erasure.already-asked``.
        """
        ...

    def drop(self, person_id: PersonId) -> None:
        """By whoever may ask or agree. KnownError ``erasure.not-asked``."""
        ...

    def erase(self, person_id: PersonId) -> Erased:
        """By the privacy officer or an administrator: every data key of the person is destroyed.

        With them go drafts and packets; the signed tombstone stays; the log is emptied into the
        file, so that no copy of a wrapped key is left there. KnownErrors ``erasure.held``,
        ``erasure.not-asked``, ``erasure.changed-since`` when something was written since.
        """
        ...

    def erased(self) -> Sequence[Erased]:
        """Everyone erased, newest first."""
        ...
