"""What every test gets: the offscreen platform, the --long switch, the corpus folder."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from PySide6.QtWidgets import QApplication

from desktop.quick_enums import make_enums_quick
from desktop.safe_overrides import make_overrides_safe
from tests.support.made_up_aliases import alias_apart
from tests.support.patient_bot import PatientBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
make_enums_quick()  # as the app does
# Before any class of a view is made: a mistake in a paint event fails its test, not the run.
make_overrides_safe()

YOUNG_OBJECTS = 20_000
WHOLE_AFTER = 40

settings.register_profile("firstlight", deadline=None)
settings.load_profile("firstlight")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch for the long runs."""
    parser.addoption("--long", action="store_true", help="also run the long tests")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long tests out unless they are asked for."""
    if config.getoption("--long"):
        return
    long_only = pytest.mark.skip(reason="long: runs with --long")
    for item in items:
        if "long" in item.keywords:
            item.add_marker(long_only)


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of forms and directories made by others; the test is skipped without it."""
    folder = os.environ.get("FIRSTLIGHT_CORPUS")
    if not folder:
        pytest.skip("FIRSTLIGHT_CORPUS is not set")
    return Path(folder)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """The hands of pytest-qt, patient with a busy machine."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _made_up_aliases_meet_no_chosen_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """In this process; a child that a journey drives draws from all of them, as the app does."""
    monkeypatch.setattr("desktop.records.alias.choice", alias_apart)


@pytest.fixture(autouse=True)
def _garbage_is_collected_on_this_thread() -> Iterator[None]:
    """As in the app: a widget freed on the storage worker would crash Qt."""
    gc.disable()
    yield
    # Young objects only, as a rule: a whole collection costs more than most tests.
    if gc.get_count()[0] > YOUNG_OBJECTS:
        gc.collect(2 if gc.get_count()[2] > WHOLE_AFTER else 1)
