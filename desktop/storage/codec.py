"""Values to bytes and back: JSON of the frozen dataclasses, the same bytes every time."""

from datetime import datetime
from functools import cache
from typing import Any, Generic, TypeVar

import msgspec

from desktop.errors import KnownError

T = TypeVar("T")

_DECODERS: dict[object, msgspec.json.Decoder[Any]] = {}
_BODY_DECODERS: dict[object, msgspec.json.Decoder[Any]] = {}
"""By type of value, and so of Any: making one costs more than using it."""


class RevisionBody(msgspec.Struct, Generic[T], frozen=True):
    """What is inside the seal of one revision: the value and who wrote it when."""

    author: str
    at: datetime
    amends: int | None
    value: T


def encode(value: object) -> bytes:
    """JSON (RFC 8259) with sets and mappings in sorted order."""
    return _encoder().encode(value)


def decode(data: bytes, value_type: type[T]) -> T:
    """The value of ``value_type``; KnownError ``store.damaged`` when it is not one.

    The text of the decoder's own error is dropped: it would quote the content.
    """
    return _decoded(_decoder(value_type), data)


def decode_body(data: bytes, value_type: type[T]) -> RevisionBody[T]:
    """A revision with its value, in one pass; KnownError as for :func:`decode`."""
    return _decoded(_body_decoder(value_type), data)


def _decoded(decoder: msgspec.json.Decoder[T], data: bytes) -> T:
    try:
        return decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError):
        raise KnownError("store.damaged") from None


def _decoder(value_type: type[T]) -> msgspec.json.Decoder[T]:
    if value_type not in _DECODERS:
        _DECODERS[value_type] = msgspec.json.Decoder(value_type)
    return _DECODERS[value_type]


def _body_decoder(value_type: type[T]) -> msgspec.json.Decoder[RevisionBody[T]]:
    if value_type not in _BODY_DECODERS:
        body: Any = RevisionBody  # with a parameter that is known at run time only
        _BODY_DECODERS[value_type] = msgspec.json.Decoder(body[value_type])
    return _BODY_DECODERS[value_type]


@cache
def _encoder() -> msgspec.json.Encoder:
    return msgspec.json.Encoder(order="deterministic")
