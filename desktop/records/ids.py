"""The kinds of id. Each is 32 hexadecimal characters, random, made by the client."""

from typing import NewType

PersonId = NewType("PersonId", str)
"""A patient or a family member who is a client; also the unit of encryption keys."""
EpisodeId = NewType("EpisodeId", str)
RecordId = NewType("RecordId", str)
StaffId = NewType("StaffId", str)
PacketId = NewType("PacketId", str)
WorkstationId = NewType("WorkstationId", str)
