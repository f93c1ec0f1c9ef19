"""Values to bytes and back: JSON of the frozen dataclasses, the same bytes every time."""

from datetime import datetime
from functools import cache
from typing import TypeVar

import msgspec

from desktop.errors import KnownError

T = TypeVar("T")


class RevisionBody(msgspec.Struct, frozen=True):
    """What is inside the seal of one revision: the value and who wrote it when."""

    author: str
    at: datetime
    amends: int | None
    value: msgspec.Raw


def encode(value: object) -> bytes:
    """JSON (RFC 8259) with sets and mappings in sorted order."""
    return _encoder().encode(value)


def decode(data: bytes, value_type: type[T]) -> T:
    """The value of ``value_type``; KnownError ``store.damaged`` when it is not one.

    The text of the decoder's own error is dropped: it would quote the content.
    """
    try:
        return msgspec.json.decode(data, type=value_type)
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError):
        raise KnownError("store.damaged") from None


@cache
def _encoder() -> msgspec.json.Encoder:
    return msgspec.json.Encoder(order="deterministic")


def raw(value: object) -> msgspec.Raw:
    """An encoded value as a part of another."""
    return msgspec.Raw(encode(value))
