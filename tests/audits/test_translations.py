"""The interface translations: complete, current, and what people see when Spanish is chosen.

After a change of words in the views: see resources/i18n/README.md for the two commands.
"""

import ast
import os
import re
import shutil
import string
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.resource_files import resources_dir
from desktop.views.shell.translations import Translations
from desktop.views.widgets.message_bar import MessageBar
from tests.journeys.test_journey_3_review import sent_visit
from tests.services.bench import NADIA, ROSA
from tests.services.filling import ENDING_LIFE
from tests.support.journey import make_journey_station
from tests.support.window_parts import OpenedWindow, Workstation

ROOT = resources_dir().parent
I18N = resources_dir() / "i18n"
LANGUAGES = ("en", "es")
PLURAL_FORMS = 2
"""Of English and of Spanish, as Qt counts them: one, and any other number."""

SAME_IN_BOTH = {
    "Alias",
    "Firstlight {version}",
    "HH:MM",
    "Hospital",
    "Hospital: {hospital}",
    "No",
    "Normal 12 pt",
    "PIN",
    "{language}, {points} pt, {pages}",
    "30 min",
    "1 h",
    "4 h",
    "{size} KB",
    "{size} MB",
}
"""Cognates, units and formats that read alike in Spanish."""
NAMED_IN_ITSELF = {"English"}
"""A language on a switch, for those who look for it, and not the word of a sentence."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of a catalogue; ``state`` is "" when it is finished and in use."""

    context: str
    source: str
    is_plural: bool
    forms: tuple[str, ...]
    state: str

    @property
    def key(self) -> tuple[str, str]:
        """What Qt looks it up by."""
        return self.context, self.source


def read_catalogue(file: Path) -> list[Entry]:
    """The messages of a .ts file."""
    return [
        _entry(context.findtext("name", ""), message)
        for context in ElementTree.parse(file).getroot().iter("context")
        for message in context.iter("message")
    ]


def _entry(context: str, message: ElementTree.Element) -> Entry:
    translation = message.find("translation")
    assert translation is not None
    is_plural = message.get("numerus") == "yes"
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return Entry(
        context,
        message.findtext("source", ""),
        is_plural,
        tuple(forms) if is_plural else (translation.text or "",),
        translation.get("type", ""),
    )


def run_tool(name: str, *words: str) -> None:
    """Run one of Qt's translation tools."""
    tool = Path(sys.executable).with_name(name + (".exe" if os.name == "nt" else ""))
    subprocess.run([str(tool), *words], cwd=ROOT, check=True, capture_output=True)


@pytest.fixture(scope="module")
def renewed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Entry]]:
    """Both catalogues as a fresh lupdate of the views would leave them, by language."""
    folder = tmp_path_factory.mktemp("i18n")
    sources = sorted(file.relative_to(ROOT).as_posix() for file in (ROOT / "desktop").rglob("*.py"))
    listed = folder / "sources.lst"  # so many are too long a command for Windows
    listed.write_text("\n".join(sources), encoding="utf-8")
    found = {}
    for language in LANGUAGES:
        copy = folder / f"firstlight_{language}.ts"
        shutil.copy(I18N / copy.name, copy)
        only = ("-pluralonly",) if language == "en" else ()
        run_tool("pyside6-lupdate", "-locations", "none", *only, f"@{listed}", "-ts", str(copy))
        found[language] = read_catalogue(copy)
    return found


@pytest.fixture(scope="module")
def compiled() -> None:
    """The .qm files that the app loads, made when they are missing or older than their .ts."""
    for source in sorted(I18N.glob("*.ts")):
        target = source.with_suffix(".qm")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            run_tool("pyside6-lrelease", "-silent", str(source), "-qm", str(target))


@pytest.fixture
def translations(compiled: None, qapp: QApplication) -> Iterator[Translations]:
    """What puts the app into a language; it leaves no language behind."""
    made = Translations(qapp)
    yield made
    made.remove()
    made.deleteLater()
    QLocale.setDefault(QLocale("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_holds_what_the_views_say_and_nothing_else(
    renewed: dict[str, list[Entry]], language: str
) -> None:
    kept = {entry.key for entry in read_catalogue(I18N / f"firstlight_{language}.ts")}

    fresh = {entry.key for entry in renewed[language] if entry.state != "vanished"}

    assert {"new in the views": fresh - kept, "gone from the views": kept - fresh} == {
        "new in the views": set(),
        "gone from the views": set(),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_unfinished(renewed: dict[str, list[Entry]], language: str) -> None:
    unfinished = [
        entry
        for entry in renewed[language]
        if entry.state or not all(form.strip() for form in entry.forms)
    ]

    assert unfinished == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_and_numbers_survive_the_translation(language: str) -> None:
    wrong = [
        (entry.source, form)
        for entry in read_catalogue(I18N / f"firstlight_{language}.ts")
        for form in entry.forms
        if _places(form) != _places(entry.source)
    ]

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_plural_forms_are_there(language: str) -> None:
    plurals = [e for e in read_catalogue(I18N / f"firstlight_{language}.ts") if e.is_plural]

    assert plurals
    assert [e.source for e in plurals if len(e.forms) != PLURAL_FORMS] == []
    assert [form for e in plurals for form in e.forms if "(s)" in form] == []


def test_the_english_file_holds_the_plurals_alone() -> None:
    english = read_catalogue(I18N / "firstlight_en.ts")
    spanish = read_catalogue(I18N / "firstlight_es.ts")

    assert {e.key for e in english} == {e.key for e in spanish if e.is_plural}


def test_only_listed_cognates_read_alike_in_both_languages() -> None:
    same = {
        entry.source
        for entry in read_catalogue(I18N / "firstlight_es.ts")
        if entry.forms[0] == entry.source and _has_words(entry.source)
    }

    assert same <= SAME_IN_BOTH


def test_spanish_questions_open_and_nothing_shouts() -> None:
    forms = [f for e in read_catalogue(I18N / "firstlight_es.ts") for f in e.forms]

    assert [form for form in forms if form.count("?") != form.count("¿")] == []
    assert [form for form in forms if "!" in form or "¡" in form] == []


def test_each_context_is_a_class_or_named_in_a_call() -> None:
    classes, named = set(), set()
    for tree in _view_trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                classes.add(node.name)
            elif isinstance(node, ast.Call) and _called(node) in ("translate", "QT_TRANSLATE_NOOP"):
                named |= {a.value for a in node.args[:1] if isinstance(a, ast.Constant)}

    contexts = {entry.context for entry in read_catalogue(I18N / "firstlight_es.ts")}

    assert contexts - classes - named == set()


def test_no_class_that_counts_has_a_subclass() -> None:
    """tr() asks for a plural in the runtime class alone: a subclass would show "comment(s)"."""
    counting = {e.context for e in read_catalogue(I18N / "firstlight_es.ts") if e.is_plural}

    inherited = {
        ast.unparse(base)
        for tree in _view_trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for base in node.bases
    }

    assert counting & inherited == set()


def test_a_subclass_finds_the_words_of_its_parent(translations: Translations, qtbot: QtBot) -> None:
    class OwnBar(MessageBar):
        """A bar of another screen."""

    translations.use("es")
    bar = OwnBar(name="own-bar")
    qtbot.addWidget(bar)

    assert bar.tr("Close this message") == "Cerrar este mensaje"


@pytest.mark.parametrize(
    ("language", "count", "words"),
    [
        ("en", 0, "0 comments open"),
        ("en", 1, "1 comment open"),
        ("en", 2, "2 comments open"),
        ("es", 0, "0 comentarios abiertos"),
        ("es", 1, "1 comentario abierto"),
        ("es", 2, "2 comentarios abiertos"),
    ],
)
def test_counted_things_agree_with_their_number(
    translations: Translations, language: str, count: int, words: str
) -> None:
    translations.use(language)

    shown = QCoreApplication.translate("SignPanel", "%n comment(s) open", None, count)

    assert shown == words


def test_the_search_for_english_sees_it_alone_and_inside_of_a_sentence() -> None:
    shown = "Entrar\nSign in\nED 7, Without contact, Not private\nSaved 14:05\nNo"

    assert english_in(shown) == ["Not private", "Saved 14:05", "Sign in"]


@pytest.fixture
def station(compiled: None, tmp_path: Path) -> Iterator[Workstation]:
    """A workstation with a visit that waits for review, a flag in it."""
    made = make_journey_station(tmp_path)
    sent_visit(made, ROSA, **{ENDING_LIFE: "yes"})
    yield made
    made.close()


@pytest.fixture
def spanish(station: Workstation, qtbot: QtBot, qapp: QApplication) -> OpenedWindow:
    """The window at its sign-in page, in Spanish."""
    opened = station.open_window(qtbot, qapp)
    opened.window.use_language("es")
    opened.until_idle()
    return opened


def test_the_first_page_is_spanish_throughout(spanish: OpenedWindow) -> None:
    shown = spanish.shown_words()

    assert "No puedo entrar" in shown
    assert english_in(shown) == []


def test_the_worklist_is_spanish_throughout(spanish: OpenedWindow) -> None:
    spanish.sign_in(ROSA)

    shown = spanish.shown_words()

    assert "Lista de trabajo" in shown
    assert english_in(shown) == []


def test_the_review_desk_is_spanish_throughout(spanish: OpenedWindow) -> None:
    spanish.sign_in(NADIA)
    row = next(iter(spanish.signed_in.shell.screen.view.queue.queue.rows()))
    row.click()
    spanish.until(lambda: "Antes de firmar" in spanish.shown_words())

    assert english_in(spanish.shown_words()) == []


def english_in(shown: str) -> list[str]:
    """The parts of what is shown that are an English text of the interface."""
    sources = {
        entry.source: entry.forms
        for entry in read_catalogue(I18N / "firstlight_es.ts")
        if _has_words(entry.source) and entry.source not in SAME_IN_BOTH
    }
    patterns = [_pattern(source) for source in sources]
    spanish_texts = {form for forms in sources.values() for form in forms}
    parts = {part.strip() for part in re.split(r"\n|, |\. ", shown)} | set(shown.splitlines())
    return sorted(
        part
        for part in parts - spanish_texts - NAMED_IN_ITSELF
        if any(pattern.fullmatch(part) for pattern in patterns)
    )


def _pattern(source: str) -> re.Pattern[str]:
    """A text of the interface with anything in its gaps."""
    fixed = re.split(r"\{\w+\}|%n", source)
    return re.compile(".+".join(re.escape(part) for part in fixed))


def _places(text: str) -> list[str]:
    named = [name for _, name, _, _ in string.Formatter().parse(text) if name]
    return sorted([*named, *re.findall(r"%n", text)])


def _has_words(text: str) -> bool:
    return bool(re.search(r"[A-Za-z]{2}", re.sub(r"\{\w+\}|%n", "", text)))


def _view_trees() -> list[ast.Module]:
    files = sorted((ROOT / "desktop" / "views").rglob("*.py"))
    return [ast.parse(file.read_text(encoding="utf-8")) for file in files]


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
