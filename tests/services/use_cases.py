"""Which use cases open records or paper, and whether they leave an entry: read from the source."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import desktop

PACKAGE = Path(desktop.__file__).parent
SERVICES = "desktop.services."
OPENS = frozenset(
    {
        "records",
        "list_newest",
        "journal",
        "packets",
        "sign_offs",
        "paper",
        "printers",
        "glass_desk",
        "caseload",
        "audit_reader",
        "erasure_desk",
        "hand_over_desk",
    }
)
"""What of a session or of ``Work`` holds or shows what was said. The desk of keys does neither."""
LEAVES = frozenset({"audit", "audit_list"})


@dataclass(frozen=True, slots=True)
class UseCase:
    """One function of the services that is given the ``Work`` of whoever is signed in."""

    name: str
    """``module.function``."""
    opens: bool
    audits: bool
    calls: frozenset[str]
    """Other functions of the services, by the same kind of name; a public class is a type."""


def opening_use_cases() -> dict[str, bool]:
    """Every use case of another room that opens anything: whether it leaves an entry."""
    known = _functions()
    return {
        name: any(known[each].audits for each in _reached(name))
        for name in sorted(_asked_for())
        if name in known and any(known[each].opens for each in _reached(name))
    }


def _reached(name: str) -> frozenset[str]:
    known, found, waiting = _functions(), set[str](), [name]
    while waiting:
        here = waiting.pop()
        if here in known and here not in found:
            found.add(here)
            waiting += known[here].calls
    return frozenset(found)


@cache
def _functions() -> dict[str, UseCase]:
    found = {}
    for path in sorted((PACKAGE / "services").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = dict(_imported(tree)) | {
            each.name: f"{path.stem}.{each.name}" for each in _definitions(tree)
        }
        for each in _definitions(tree):
            case = _use_case(f"{path.stem}.{each.name}", each, names)
            found[case.name] = case
    return found


def _definitions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    for each in tree.body:
        if isinstance(each, ast.FunctionDef | ast.ClassDef):
            yield each


def _imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """What a module calls another service's function, and its name here."""
    for each in ast.walk(tree):
        if isinstance(each, ast.ImportFrom) and (each.module or "").startswith(SERVICES):
            module = (each.module or "").removeprefix(SERVICES)
            for alias in each.names:
                yield alias.asname or alias.name, f"{module}.{alias.name}"


def _use_case(name: str, body: ast.FunctionDef | ast.ClassDef, names: dict[str, str]) -> UseCase:
    attributes = {each.attr for each in ast.walk(body) if isinstance(each, ast.Attribute)}
    used = {each.id for each in ast.walk(body) if isinstance(each, ast.Name)}
    return UseCase(
        name,
        opens=bool(attributes & OPENS),
        audits=bool(attributes & LEAVES),
        calls=frozenset(names[each] for each in used if each in names and not each[0].isupper()),
    )


def _asked_for() -> set[str]:
    """Every function of the services that the other rooms import."""
    found = set[str]()
    for path in PACKAGE.rglob("*.py"):
        if path.parent.name != "services":
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found |= {name for _, name in _imported(tree) if name.split(".")[1].islower()}
    return found
