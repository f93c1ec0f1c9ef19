"""Icons come from the gathered file as from the package, and never depend on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import BugError
from desktop.views.theme import lucide
from desktop.views.theme.icons import Icon
from desktop.views.theme.lucide import drawing_of, gather


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation of its own, in which nothing is gathered yet."""
    file = tmp_path / "icons" / "lucide.txt"
    monkeypatch.setattr(lucide, "gathered_file", lambda: file)
    return file


def _forget() -> None:
    """As in the next start."""
    drawing_of.cache_clear()
    lucide._gathered.cache_clear()


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Nothing is remembered from another test or left to one."""
    _forget()
    yield
    _forget()


def _words(svg: str) -> list[str]:
    return svg.split()


def test_every_gathered_icon_is_that_of_the_package(file: Path) -> None:
    from_package = {icon: drawing_of(icon) for icon in Icon}
    gather(Icon, file)
    _forget()

    gathered = {icon: drawing_of(icon) for icon in Icon}

    assert list(lucide._gathered(file)) == sorted(Icon)
    assert {i: _words(s) for i, s in gathered.items()} == {
        i: _words(s) for i, s in from_package.items()
    }


def test_what_is_gathered_is_not_looked_up_in_the_package(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('eye\t<svg id="ours"></svg>\n', encoding="utf-8")

    assert drawing_of(Icon.EYE) == '<svg id="ours"></svg>'


@pytest.mark.parametrize(
    "content", [b"", b"eye", b"eye\t", b"eye\t<svg", b"\xff\xfe\x00", b"eye-off\t<svg></svg>\n"]
)
def test_an_icon_that_was_not_gathered_whole_comes_from_the_package(
    file: Path, content: bytes
) -> None:
    file.parent.mkdir()
    file.write_bytes(content)

    assert '<circle cx="12" cy="12" r="3" />' in drawing_of(Icon.EYE)


def test_an_icon_that_does_not_exist_is_a_mistake_of_ours(file: Path) -> None:
    with pytest.raises(BugError):
        drawing_of("no-such-icon")
