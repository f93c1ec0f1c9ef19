"""One sheet of paper with one code on it: what it is, how it is used, how it is kept."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CodeSheet:
    """``title`` over ``lines``, the code in groups with a square to scan, ``keep`` below it."""

    language: str
    title: str
    lines: tuple[str, ...]
    code: str = field(repr=False)
    keep: tuple[str, ...]
