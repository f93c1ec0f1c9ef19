"""The port ``FormShelf``: loaded forms as signed facts of the site, which only ever grow."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, select

from desktop.errors import BugError, KnownError
from desktop.services.ports import FormStand, LoadedForm
from desktop.storage.administrator_facts import add_signed, held_facts, is_held
from desktop.storage.codec import decode, encode
from desktop.storage.crypto.hashing import digest
from desktop.storage.opened_store import OpenedStore
from desktop.storage.schema import SiteFactRow
from desktop.storage.session_keys import SessionKeys
from desktop.storage.site_facts import FORM, FORM_FILE, FORM_STAND, read_facts


class SignedFormShelf:
    """What a form is stands in one fact, its bytes in another whose kind names their hash.

    So the list is read without the files, and a file is found without reading the others. The
    table of site facts is append-only by trigger, and a store made before forms could be loaded
    needs no change.
    """

    def __init__(self, store: OpenedStore, keys: SessionKeys) -> None:
        self._store = store
        self._keys = keys

    def forms(self) -> Sequence[LoadedForm]:
        """All whose administrator signature holds, oldest first."""
        return tuple(decode(fact.body, LoadedForm) for fact in held_facts(self._store, FORM))

    def standings(self) -> Mapping[str, FormStand]:
        """The newest standing of each form by content hash."""
        stands = [decode(fact.body, FormStand) for fact in held_facts(self._store, FORM_STAND)]
        return {one.content_hash: one for one in stands}

    def bytes_of(self, content_hash: str) -> bytes | None:
        """The exact file; a file that is not what its name says is as good as none."""
        for fact in held_facts(self._store, FORM_FILE + content_hash):
            if digest(fact.body).hex() == content_hash:
                return fact.body
        return None

    def keep(self, form: LoadedForm, data: bytes) -> None:
        """Add one. KnownError ``site.only-administrator``."""
        if digest(data).hex() != form.content_hash:
            raise BugError("a form whose hash is not its own")
        file = (FORM_FILE + form.content_hash, data)
        add_signed(self._store, self._keys, (file, (FORM, encode(form))))

    def stand(self, stands: Sequence[FormStand]) -> None:
        """Change standings, all at once. KnownError ``site.only-administrator``."""
        facts = [(FORM_STAND, encode(one)) for one in stands]
        add_signed(self._store, self._keys, facts)


def untrue_forms(connection: Connection, store: OpenedStore) -> Iterator[str]:
    """Where a loaded form, its file or its standing is not as an administrator signed it."""
    wanted: set[str] = set()
    for kind in (FORM, FORM_STAND):
        for index, fact in enumerate(read_facts(connection, kind), start=1):
            if not is_held(store, fact):
                yield f"site_facts/{kind}/{index}"
            elif kind == FORM:
                wanted |= _hash_in(fact.body)
    kinds = select(SiteFactRow.kind).where(SiteFactRow.kind.startswith(FORM_FILE)).distinct()
    kept = {kind.removeprefix(FORM_FILE) for kind in connection.execute(kinds).scalars()}
    for content_hash in sorted(wanted | kept):
        facts = read_facts(connection, FORM_FILE + content_hash)
        is_whole = all(
            is_held(store, fact) and digest(fact.body).hex() == content_hash for fact in facts
        )
        if not facts or not is_whole:
            yield f"site_facts/{FORM_FILE}{content_hash}"


def _hash_in(body: bytes) -> set[str]:
    """The hash that a held fact names; a newer program may write facts that we cannot read."""
    try:
        return {decode(body, LoadedForm).content_hash}
    except KnownError:
        return set()
