"""Makes Qt's enums as Python's ``enum`` does, in a fifth of the time."""

import enum
import sys
from functools import cache
from typing import Any

_FLAGS = (enum.Flag, enum.IntFlag)
_BASES = (enum.Enum, enum.IntEnum, *_FLAGS)
_ENUM_TYPE: Any = enum.EnumType
AS_PYTHON_DOES = _ENUM_TYPE._create_
"""The way that is left alone where an enum is not plain."""


def make_enums_quick() -> None:
    """From now on: each enum that is made from a list of names and whole numbers.

    WORKAROUND(PYSIDE-1735): PySide6 makes all enums of a class at the first use of that class, as
    ``enum.Enum("Key", [("Key_A", 65), ...])``. The first window gets 2,800 members so, of which it
    needs 60, and Python takes a sixth of the start for them. From 3.12 on Python keeps the members
    in another way: there its own way stays.
    """
    if sys.version_info[:2] == (3, 11):
        _ENUM_TYPE._create_ = create


def create(cls: Any, class_name: str, names: Any, **named: Any) -> Any:
    """The enum that ``EnumType._create_`` of Python 3.11 makes; it stands in its place."""
    if named.get("module") is None:
        named["module"] = _calling_module()
    if cls in _BASES and type(names) is list and named.get("type") is None and named["module"]:
        numbers = _plain_numbers(cls, names)
        if numbers is not None:
            return _made(cls, class_name, numbers, named)
    return AS_PYTHON_DOES(cls, class_name, names, **named)


def _calling_module() -> str | None:
    """Of who calls the enum; ``enum`` itself would now find itself there."""
    try:
        name = sys._getframe(3).f_globals.get("__name__")
    except ValueError:  # called by Qt alone
        return None
    return name if isinstance(name, str) else None


def _plain_numbers(cls: Any, names: list[Any]) -> dict[str, int] | None:
    """None when a name or a value may mean more to ``enum`` than itself."""
    if set(map(type, names)) != {tuple} or set(map(len, names)) != {2}:
        return None
    numbers = dict(names)
    is_plain = (
        len(numbers) == len(names)
        and set(map(type, numbers)) == {str}
        and set(map(type, numbers.values())) == {int}
        and "\n_" not in "\n" + "\n".join(numbers)
        and _words_of(cls).isdisjoint(numbers)
    )
    return numbers if is_plain else None


@cache
def _words_of(cls: Any) -> frozenset[str]:
    return frozenset({"", "mro"}.union(*map(vars, cls.__mro__)))


@cache
def _without_members(cls: Any, boundary: Any) -> dict[str, Any]:
    """What Python itself puts into such a class."""
    bare = AS_PYTHON_DOES(cls, "Bare", [], module=__name__, boundary=boundary)
    of_each_class = ("__dict__", "__weakref__", "__doc__")
    return {name: value for name, value in vars(bare).items() if name not in of_each_class}


def _made(cls: Any, class_name: str, numbers: dict[str, int], named: dict[str, Any]) -> Any:
    own: dict[str, Any] = {
        "__module__": named["module"],
        "__qualname__": named.get("qualname") or class_name,
        "_member_names_": [],
        "_member_map_": {},
        "_value2member_map_": {},
        "_unhashable_values_": [],
    }
    inside = _without_members(cls, named.get("boundary")) | own
    made: Any = type.__new__(_ENUM_TYPE, class_name, (cls,), inside)
    is_flag = cls in _FLAGS
    _add_members(made, numbers, is_flag=is_flag)
    if is_flag:
        _tell_flags(made, numbers)
    return made


def _add_members(made: Any, numbers: dict[str, int], *, is_flag: bool) -> None:
    listed, by_name, by_value = made._member_names_, made._member_map_, made._value2member_map_
    new, is_number, put = made._new_member_, made._use_args_, type.__setattr__
    for name, value in numbers.items():
        member = by_value.get(value)
        if member is None:  # else another name of the same
            member = by_value[value] = new(made, value) if is_number else new(made)
            member._value_ = value
            member._name_ = name
            member.__objclass__ = made
            member._sort_order_ = len(listed)
            if not is_flag or _is_single_bit(value):
                listed.append(name)
        by_name[name] = member
        put(made, name, member)


def _tell_flags(made: Any, numbers: dict[str, int]) -> None:
    mask = singles = 0
    for value in numbers.values():
        mask |= value
        singles |= value if _is_single_bit(value) else 0
    made._flag_mask_, made._singles_mask_ = mask, singles
    made._all_bits_ = 2 ** mask.bit_length() - 1
    in_order = [member._value_ for member in made]
    if in_order != sorted(in_order):
        made._iter_member_ = made._iter_member_by_def_


def _is_single_bit(value: int) -> bool:
    return value != 0 and not value & (value - 1)
