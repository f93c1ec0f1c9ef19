"""Which signatures of a draft still stand, and which are wanted and not there."""

from collections.abc import Iterable

from desktop.forms.instances import ItemKey
from desktop.forms.session import FormSession
from desktop.forms.signing import WantedSignature, content_digest, touches, wanted_signatures
from desktop.records.form_record import FormRecord
from desktop.records.form_signature import FormSignature
from desktop.services.draft_journal import DraftState, SignedThen


def standing_signatures(
    state: DraftState, session: FormSession, before: FormRecord | None
) -> tuple[FormSignature, ...]:
    """The signatures that nothing voided, the newest at each place.

    A changed answer voids what covers it for good, also when it is changed back. What a signature
    covers must besides be what it was, so that a calculated value or an item that came or went
    voids it too.
    """
    form, found = session.questionnaire, dict[tuple[ItemKey, str], FormSignature]()
    for one in (*_kept_before(state, before), *state.signed):
        signature = one.signature
        found.pop(signature.place, None)
        if not touches(form, signature.target, one.changed_after):
            found[signature.place] = signature
    return tuple(
        one for one in found.values() if one.content == content_digest(session, one.target)
    )


def unsigned(
    session: FormSession, signatures: Iterable[FormSignature]
) -> tuple[WantedSignature, ...]:
    """What still needs a signature, in reading order."""
    places = {one.place for one in signatures}
    return tuple(one for one in wanted_signatures(session) if (one.target, one.role) not in places)


def _kept_before(state: DraftState, before: FormRecord | None) -> Iterable[SignedThen]:
    changed = frozenset(state.answers)
    return [SignedThen(one, changed) for one in before.signatures] if before else []
