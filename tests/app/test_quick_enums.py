"""Qt's enums are made quickly and are, in all that can be seen of them, what Python makes."""

import copy
import enum
import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import desktop
from desktop.quick_enums import AS_PYTHON_DOES, make_enums_quick

make_enums_quick()
ROOT = Path(desktop.__file__).resolve().parent.parent
CREATE: Any = vars(enum.EnumType)["_create_"]  # Python's own again from 3.12 on
MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport", "QtTest")
BASES = (enum.IntFlag, enum.IntEnum, enum.Flag, enum.Enum)
ODD: dict[str, list[Any]] = {
    "aliases": [("A", 1), ("B", 2), ("OTHER_A", 1)],
    "several bits, and one not named": [("A", 1), ("ALL", 7), ("C", 4), ("ANY_ALL", 7)],
    "out of order": [("C", 4), ("A", 1), ("B", 2)],
    "below nothing": [("LESS", -1), ("NONE", 0), ("A", 1)],
    "a name that Python puts below each member": [("name", 1), ("value", 2)],
    "a name of every number": [("real", 1), ("A", 2)],
    "a private name": [("__hidden", 1), ("A", 2)],
    "a word for Python": [("__doc__", "what it is"), ("A", 1)],
    "truth": [("A", True), ("B", 2)],
    "names without numbers": ["A", "B"],
    "nothing": [],
}
REFUSED: dict[str, list[Any]] = {
    "twice the same name": [("A", 1), ("A", 2)],
    "a word kept for later": [("_later_", 1)],
    "no name at all": [("mro", 1)],
    "a name too long": [("A", 1, 2)],
}


def _enums_in(place: Any, seen: set[int]) -> Iterator[Any]:
    for name in dir(place):  # asking for it makes it
        value = getattr(place, name, None)
        if isinstance(value, type) and id(value) not in seen:
            seen.add(id(value))
            if isinstance(value, enum.EnumType):
                yield value
            elif value.__module__.startswith("PySide6."):
                yield from _enums_in(value, seen)


@pytest.fixture(scope="module")
def of_qt() -> list[Any]:
    """Every enum of the libraries that the app uses."""
    seen: set[int] = set()
    modules = [importlib.import_module(f"PySide6.{name}") for name in MODULES]
    return [found for module in modules for found in _enums_in(module, seen)]


def _both(base: Any, names: list[Any]) -> tuple[Any, Any]:
    named = {"module": __name__, "qualname": "Outer.Made", "boundary": enum.KEEP}
    return CREATE(base, "Made", names, **named), AS_PYTHON_DOES(base, "Made", names, **named)


def _said(made: Any) -> list[Any]:
    """All that is to be seen of an enum, without the identity of its class."""
    members = made.__members__
    return [
        (made.__name__, made.__qualname__, made.__module__, made.__doc__, made.__mro__[1:]),
        sorted(set(vars(made)) - set(members)),
        [(name, _of_member(member)) for name, member in members.items()],
        [member.name for member in made],
        [member.name for member in reversed(made)],
        [_of_member(made(member.value)) for member in members.values()],
        [_of_member(made[name]) for name in members],
        [_of_member(getattr(made, name)) for name in members],
        [getattr(made, word, None) for word in ("_flag_mask_", "_singles_mask_", "_all_bits_")],
        (made._boundary_, len(made)) if issubclass(made, enum.Flag) else len(made),
        sorted(set(dir(made))),
    ]


def _of_member(one: Any) -> tuple[Any, ...]:
    return (one.name, one.value, one._sort_order_, repr(one), str(one), f"{one}", hash(one))


def _sums(made: Any) -> list[Any]:
    """Flags and numbers as they are added, turned round and looked through."""
    members = list(made.__members__.values())
    said: list[Any] = [copy.deepcopy(one) is one for one in members]
    said += [one.__reduce_ex__(4)[1:] for one in members]
    said += [one in made for one in members]
    if issubclass(made, int):
        said += [one + 1 for one in members] + [one == one.value for one in members]
    if issubclass(made, enum.Flag):
        pairs = [(one, other) for one in members[:9] for other in members[:9]]
        said += [_of_flag(one | other) for one, other in pairs]
        said += [_of_flag(one ^ other) for one, other in pairs]
        said += [_of_flag(one & other) for one, other in pairs]
        said += [_of_flag(~one) for one in members]
        said += [(bool(one), len(one), _parts(one)) for one in members]
    return said


def _parts(one: Any) -> list[str] | str:
    try:
        return [str(part) for part in one]  # some bits have no name
    except (AttributeError, KeyError, ValueError) as error:  # as Python has it
        return repr(error)


def _of_flag(one: Any) -> tuple[Any, ...]:
    return (one.name, one.value, repr(one), str(one))


def _outcome(base: Any, names: list[Any], make: Any) -> str:
    with pytest.raises((TypeError, ValueError)) as refused:
        make(base, "Made", names, module=__name__, boundary=enum.KEEP)
    return f"{refused.type.__name__}: {refused.value}"


def test_every_enum_of_qt_is_what_python_would_have_made(of_qt: list[Any]) -> None:
    assert len(of_qt) > 400
    for found in of_qt:
        base = next(one for one in BASES if issubclass(found, one))
        names = [(name, member.value) for name, member in found.__members__.items()]

        ours, theirs = _both(base, names)

        assert _said(ours) == _said(theirs), found
        assert _sums(ours) == _sums(theirs), found


@pytest.mark.filterwarnings(
    "ignore:Bitwise inversion:DeprecationWarning"
)  # of a bool, from 3.12 on
@pytest.mark.parametrize("base", BASES, ids=lambda base: base.__name__)
@pytest.mark.parametrize("names", ODD.values(), ids=ODD)
def test_an_unusual_enum_is_what_python_would_have_made(base: Any, names: list[Any]) -> None:
    ours, theirs = _both(base, names)

    assert _said(ours) == _said(theirs)
    assert _sums(ours) == _sums(theirs)


@pytest.mark.parametrize("names", REFUSED.values(), ids=REFUSED)
def test_what_python_refuses_is_refused_alike(names: list[Any]) -> None:
    refused = _outcome(enum.Enum, names, CREATE)

    assert refused == _outcome(enum.Enum, names, AS_PYTHON_DOES)


def test_the_caller_of_an_enum_is_its_module() -> None:
    made: Any = enum.Enum("made", [("A", 1)])

    assert made.__module__ == __name__


def test_the_app_starts_with_quick_enums() -> None:
    program = (
        "import enum; from desktop import plain_import, quick_enums; plain_import.load_qt();"
        "print(vars(enum.EnumType)['_create_'] is quick_enums.create)"
    )

    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert ran.stdout.split() == [str(sys.version_info < (3, 12))]
