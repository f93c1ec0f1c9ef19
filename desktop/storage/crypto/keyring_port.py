"""What is kept in the system's keyring: the device key, the anchor and failed tries."""

import base64
import binascii
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from desktop.errors import KnownError
from desktop.storage.crypto.audit_chain import ChainHead
from desktop.storage.crypto.hashing import DIGEST_BYTES
from desktop.storage.crypto.hpke_wrap import X25519_BYTES, KeyPair

SELF_TEST_NAME = "self-test"
ACCOUNT_CHARACTERS, MOST_ACCOUNTS = 8, 70
"""So that the longest entry stays below 1,000 characters."""


class Keyring(Protocol):
    """Named short secrets (at most 1,000 characters) kept by the operating system.

    Every method may raise KnownError ``keyring.locked`` or ``keyring.failed``.
    """

    def get(self, name: str) -> str | None:
        """The secret, or None when there is none of this name."""
        ...

    def set(self, name: str, value: str) -> None:
        """Keep or replace."""
        ...

    def delete(self, name: str) -> None:
        """Remove; quietly when there is none."""
        ...


def check_keyring(keyring: Keyring) -> None:
    """Write, read, compare, remove; raises KnownError ``keyring.not-keeping``.

    A null backend takes everything and keeps nothing, so only this tells.
    """
    wanted = base64.b64encode(os.urandom(X25519_BYTES)).decode("ascii")
    keyring.set(SELF_TEST_NAME, wanted)
    kept = keyring.get(SELF_TEST_NAME)
    keyring.delete(SELF_TEST_NAME)
    if kept != wanted or keyring.get(SELF_TEST_NAME) is not None:
        raise KnownError("keyring.not-keeping")


@dataclass(frozen=True, slots=True)
class StoreKeyring:
    """The keyring entries of one store."""

    keyring: Keyring
    store_id: str

    @property
    def _key_name(self) -> str:
        return f"{self.store_id}/device-key"

    @property
    def _prepared_name(self) -> str:
        return f"{self.store_id}/device-key-next"

    @property
    def _anchor_name(self) -> str:
        return f"{self.store_id}/anchor"

    @property
    def _closed_name(self) -> str:
        return f"{self.store_id}/closed-at"

    @property
    def _last_failure_name(self) -> str:
        return f"{self.store_id}/last-failure"

    @property
    def _tries_name(self) -> str:
        return f"{self.store_id}/failed-tries"

    def make_device_key(self) -> KeyPair:
        """Make and keep a device key, and read it back.

        Raises KnownError ``keyring.entry-exists`` rather than replace one (what it opens would be
        lost), or ``keyring.not-keeping``.
        """
        if self.keyring.get(self._key_name) is not None:
            raise KnownError("keyring.entry-exists")
        return self._make(self._key_name)

    def device_key(self) -> KeyPair:
        """The kept device key; raises KnownError ``keyring.entry-gone`` or ``...-damaged``."""
        return self._key(self._key_name)

    def prepare_device_key(self) -> KeyPair:
        """Make the device key that comes next, beside the one in use, and read it back.

        Raises KnownError ``keyring.not-keeping``. One that was prepared before and never taken is
        replaced: nothing was sealed to it that counts.
        """
        return self._make(self._prepared_name)

    def prepared_key(self) -> KeyPair:
        """What :meth:`prepare_device_key` made; KnownErrors as for :meth:`device_key`."""
        return self._key(self._prepared_name)

    def take_prepared(self) -> None:
        """From now on the prepared key is the one in use. Killed in between, both names have it."""
        self.keyring.set(self._key_name, self.keyring.get(self._prepared_name) or "")
        self.drop_prepared()

    def drop_prepared(self) -> None:
        """The prepared key is not wanted; quietly when there is none."""
        self.keyring.delete(self._prepared_name)

    def drop_unreadable(self) -> None:
        """Remove heads and failed tries that cannot be read; what can be read stays."""
        reads = (
            (self._anchor_name, self.anchor),
            (self._closed_name, partial(self._head, self._closed_name)),
            (self._tries_name, self.tries),
        )
        for name, read in reads:
            try:
                read()
            except KnownError as error:
                if error.message_id != "keyring.entry-damaged":
                    raise
                self.keyring.delete(name)
        if not self.last_failure():
            self.keyring.delete(self._last_failure_name)

    def _make(self, name: str) -> KeyPair:
        pair = KeyPair.generate()
        self.keyring.set(name, base64.b64encode(pair.private).decode("ascii"))
        if self._key(name) != pair:
            raise KnownError("keyring.not-keeping")
        return pair

    def _key(self, name: str) -> KeyPair:
        kept = self.keyring.get(name)
        if kept is None:
            raise KnownError("keyring.entry-gone")
        try:
            private = base64.b64decode(kept, validate=True)
        except (binascii.Error, ValueError):
            raise KnownError("keyring.entry-damaged") from None
        if len(private) != X25519_BYTES:
            raise KnownError("keyring.entry-damaged")
        return KeyPair(private)

    def keep_anchor(self, head: ChainHead) -> None:
        """Remember how far the audit chain of this store has come."""
        self._keep_head(self._anchor_name, head)

    def anchor(self) -> ChainHead | None:
        """What :meth:`keep_anchor` last kept; None before the first.

        Raises KnownError ``keyring.entry-damaged``.
        """
        return self._head(self._anchor_name)

    def keep_closed(self, head: ChainHead) -> None:
        """Remember how long the audit chain was when the app closed the store."""
        self._keep_head(self._closed_name, head)

    def take_closed(self) -> ChainHead | None:
        """What :meth:`keep_closed` kept, once: None after a kill, which closes nothing.

        Raises KnownError ``keyring.entry-damaged``.
        """
        found = self._head(self._closed_name)
        if found is not None:
            self.keyring.delete(self._closed_name)
        return found

    def _keep_head(self, name: str, head: ChainHead) -> None:
        self.keyring.set(name, f"{self.store_id}:{head.count}:{head.head_hash.hex()}")

    def _head(self, name: str) -> ChainHead | None:
        kept = self.keyring.get(name)
        if kept is None:
            return None
        store_id, _, rest = kept.partition(":")
        count, _, head = rest.partition(":")
        try:
            found = ChainHead(int(count), bytes.fromhex(head))
        except ValueError:
            raise KnownError("keyring.entry-damaged") from None
        is_whole = found.count >= 0 and len(found.head_hash) == DIGEST_BYTES
        if store_id != self.store_id or not is_whole:
            raise KnownError("keyring.entry-damaged")
        return found

    def keep_last_failure(self, words: str) -> None:
        """Remember which account failed last, and when: short words that name nothing else."""
        self.keyring.set(self._last_failure_name, f"{self.store_id},{words}")

    def last_failure(self) -> str:
        """What :meth:`keep_last_failure` last kept, "" before the first or of another store."""
        store_id, _, words = (self.keyring.get(self._last_failure_name) or "").partition(",")
        return words if store_id == self.store_id else ""

    def keep_tries(self, tries: Mapping[str, int]) -> None:
        """Remember failed sign-ins in a row by account; zeros and what does not fit are left out.

        Accounts are kept by their last eight characters: two that share them share the count.
        """
        most = sorted(tries.items(), key=lambda item: -item[1])[:MOST_ACCOUNTS]
        words = (f"{name[-ACCOUNT_CHARACTERS:]}={count}" for name, count in most if count)
        self.keyring.set(self._tries_name, ",".join((self.store_id, *words)))

    def tries(self) -> dict[str, int]:
        """What :meth:`keep_tries` last kept, by the last eight characters of the account.

        Raises KnownError ``keyring.entry-damaged``.
        """
        kept = self.keyring.get(self._tries_name)
        if kept is None:
            return {}
        store_id, *words = kept.split(",")
        pairs = [word.partition("=") for word in words]
        if store_id != self.store_id or not all(count.isdecimal() for _, _, count in pairs):
            raise KnownError("keyring.entry-damaged")
        return {name: int(count) for name, _, count in pairs}

    def forget(self) -> None:
        """Remove all entries: only after a set-up that failed, or for a retired workstation."""
        heads = (self._anchor_name, self._closed_name)
        tries = (self._tries_name, self._last_failure_name)
        for name in (self._key_name, self._prepared_name, *heads, *tries):
            self.keyring.delete(name)
