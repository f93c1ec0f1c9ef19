"""House rules that no linter knows: sizes, first lines, literals, forbidden calls, slow imports."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import desktop

ROOT = Path(desktop.__file__).resolve().parent.parent
PACKAGE = ROOT / "desktop"
MOST_LINES, MOST_TEST_LINES, MOST_FUNCTION_LINES = 300, 400, 45

SLOW_IMPORTS = (
    "sqlalchemy",
    "reportlab",
    "keyring",
    "cryptography",
    "fhirpathpy",
    "pypdfium2",
    "msgspec",
    "re2",
)
"""What the first page must not wait for: storage, and paper; fhirpathpy only tests use."""

COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b(?=[\"'; ])|\brgba?\(")
FORBIDDEN = {
    "QMessageBox": "a message bar says it",
    "QTableWidget": "a model shows it",
    "processEvents": "work goes to the runner",
    "NotImplementedError": "a Protocol says what is wanted",
}
FORBIDDEN_CALLS = {
    "print": "the command line has say()",
    "exec": "a dialog is opened, not run",
    "sleep": "wait for a signal",
}
PAPER_THEME = PACKAGE / "rendering" / "paper_style.py"
"""Paper has colours of its own: it is always light."""

MAY_EXEC = frozenset({"start_window.py", "play.py"})
"""Where the event loop itself is started."""

MACHINE_PATH = re.compile(r"/home/[a-z]|/Users/[A-Za-z]|/root/|/work/|[A-Z]:\\\\Users")


def files_in(*folders: str) -> list[Path]:
    """The modules of these folders, by name, the compiled and the invisible left out."""
    return sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py"))


def all_files() -> list[Path]:
    """Everything that is ours."""
    return [*files_in("desktop", "tests", "benchmarks"), ROOT / "dev.py"]


def short(file: Path) -> str:
    """The name to show."""
    return str(file.relative_to(ROOT))


def tree(file: Path) -> ast.Module:
    """The parsed file."""
    return ast.parse(file.read_text(encoding="utf-8"))


def functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of the file."""
    for node in ast.walk(tree(file)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from ``def`` to the end, the docstring left out."""
    first = function.body[0]
    is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    words = (first.end_lineno or 0) - first.lineno + 1 if is_docstring else 0
    return (function.end_lineno or 0) - function.lineno + 1 - words


def line_count(file: Path) -> int:
    """Lines of the file."""
    return len(file.read_text(encoding="utf-8").splitlines())


def test_no_file_is_too_long() -> None:
    app = [short(f) for f in [*files_in("desktop"), ROOT / "dev.py"] if line_count(f) >= MOST_LINES]
    tests = [short(f) for f in files_in("tests", "benchmarks") if line_count(f) >= MOST_TEST_LINES]

    assert app + tests == []


def test_no_function_is_too_long() -> None:
    long = [
        f"{short(file)}:{function.lineno} {function.name}"
        for file in files_in("desktop")
        for function in functions(file)
        if lines_of(function) >= MOST_FUNCTION_LINES
    ]

    assert long == []


def test_the_first_line_of_every_module_says_what_it_is_for() -> None:
    silent = []
    for file in all_files():
        if file.name == "__init__.py" and not file.read_text(encoding="utf-8").strip():
            continue
        first = (ast.get_docstring(tree(file)) or "").partition("\n")[0]
        starts_there = file.read_text(encoding="utf-8").startswith('"""')
        if not starts_there or len(first) < 10 or first[-1] not in ".:":
            silent.append(short(file))

    assert silent == []


def test_every_public_thing_of_the_app_has_a_docstring() -> None:
    silent = []
    for file in files_in("desktop"):
        for node in ast.walk(tree(file)):
            if not isinstance(node, (ast.Module, ast.ClassDef)):
                continue
            if getattr(node, "name", "").startswith("_"):
                continue
            for member in node.body:
                is_thing = isinstance(member, (ast.FunctionDef, ast.ClassDef))
                if not is_thing or member.name.startswith("_") or _is_only_named(member):
                    continue
                if not ast.get_docstring(member):
                    silent.append(f"{short(file)}:{member.lineno} {member.name}")

    assert silent == []


def _is_only_named(member: ast.FunctionDef | ast.ClassDef) -> bool:
    """A member of a protocol whose body is ``...`` says enough by its name and types."""
    only = member.body[0]
    is_dots = isinstance(only, ast.Expr) and isinstance(only.value, ast.Constant)
    return len(member.body) == 1 and is_dots and only.value.value is Ellipsis


def test_colours_are_written_in_the_theme_only() -> None:
    found = [
        f"{short(file)}: {node.value[:40]!r}"
        for file in files_in("desktop")
        if PACKAGE / "views" / "theme" not in file.parents and file != PAPER_THEME
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and COLOUR.search(node.value)
    ]

    assert found == []


def test_forbidden_names_are_not_in_the_app() -> None:
    found = [
        f"{short(file)}: {name} ({instead})"
        for file in files_in("desktop")
        for name, instead in FORBIDDEN.items()
        if re.search(rf"\b{name}\b", file.read_text(encoding="utf-8"))
    ]

    assert found == []


def test_forbidden_calls_are_not_in_the_app() -> None:
    found = []
    for file in files_in("desktop"):
        for node in ast.walk(tree(file)):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in FORBIDDEN_CALLS and not (name == "exec" and file.name in MAY_EXEC):
                found.append(f"{short(file)}:{node.lineno} {name}: {FORBIDDEN_CALLS[name]}")

    assert found == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    found = [
        f"{short(file)}: {match.group()}"
        for file in all_files()
        if file != Path(__file__).resolve()
        and (match := MACHINE_PATH.search(file.read_text(encoding="utf-8")))
    ]

    assert found == []


def test_nothing_is_left_to_do_or_silenced_without_a_reason() -> None:
    mark = re.compile(r"#\s*(TODO|FIXME|XXX|HACK)\b")
    silenced = re.compile(r"#\s*(type: ignore|noqa)(\[[a-z-]+\]|: [A-Z]+[0-9]+)?\s*$")
    found = [
        f"{short(file)}:{number} {line.strip()}"
        for file in all_files()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if mark.search(line) or silenced.search(line)
    ]

    assert found == []


@pytest.mark.parametrize(
    "modules",
    ["desktop.cli", "desktop.app", "desktop.cli, desktop.app, desktop.views.shell.main_window"],
    ids=["command line", "composition", "first page"],
)
def test_the_first_page_waits_for_nothing_it_does_not_show(modules: str) -> None:
    program = f"import sys, {modules}; print('\\n'.join(sys.modules))"
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    loaded = {name.partition(".")[0] for name in ran.stdout.splitlines()}

    assert sorted(loaded & set(SLOW_IMPORTS)) == []


def test_the_command_line_does_not_load_qt() -> None:
    program = "import sys, desktop.cli, desktop.app; sys.exit('PySide6' in sys.modules)"

    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False, timeout=60)

    assert ran.returncode == 0
