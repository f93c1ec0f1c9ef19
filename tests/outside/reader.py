"""A reader outside of the app, as a screen reader is: sees and drives it through AT-SPI alone.

Runs under the system's own Python, which has the bindings of AT-SPI. Each line on standard input
is JSON: ``do``, and what that needs; each line on standard output is its JSON answer.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version must be said before

LOOK_EVERY_MS = 50
PATIENCE_S = 240.0
DEEPEST = 40
APP = "firstlight"


class Reader:
    """Looks only at what is shown; ``heard`` holds every announcement since the start."""

    def __init__(self) -> None:
        self._context = GLib.MainContext.default()
        self._heard: list[str] = []
        self._listener = Atspi.EventListener.new(self._hear)
        self._listener.register("object:announcement")

    def _hear(self, event: Atspi.Event) -> None:
        self._heard.append(str(event.any_data))

    def answer(self, asked: dict[str, str]) -> object:
        """Do one thing."""
        role, name, inside = (asked.get(each, "") for each in ("role", "name", "inside"))
        match asked["do"]:
            case "names":
                return [each.get_name() for each in self._shown(role) if name in each.get_name()]
            case "wait":
                return self._waited(role, name, inside).get_name()
            case "write":
                return self._write(self._waited(role, name, inside), asked["text"])
            case "act":
                return self._act(self._waited(role, name, inside), asked["action"])
            case "is checked":
                return self._has(self._waited(role, name, inside), Atspi.StateType.CHECKED)
            case "hear":
                self._until(lambda: any(asked["text"] in each for each in self._heard))
                return self._heard
            case other:
                raise ValueError(other)

    def _shown(self, role: str = "", inside: str = "") -> list[Atspi.Accessible]:
        desktop = Atspi.get_desktop(0)
        apps = [desktop.get_child_at_index(each) for each in range(desktop.get_child_count())]
        roots = [app for app in apps if app is not None and app.get_name() == APP]
        if inside:
            roots = [each for each in self._shown("panel") if each.get_name() == inside]
        found = [each for root in roots for each in self._below(root, DEEPEST)]
        return [each for each in found if role in ("", each.get_role_name())]

    def _below(self, parent: Atspi.Accessible, levels: int) -> Iterator[Atspi.Accessible]:
        for index in range(parent.get_child_count()):
            child = parent.get_child_at_index(index)
            if child is not None and levels and self._has(child, Atspi.StateType.SHOWING):
                yield child
                yield from self._below(child, levels - 1)

    def _has(self, one: Atspi.Accessible, state: Atspi.StateType) -> bool:
        return bool(one.get_state_set().contains(state))

    def _waited(self, role: str, name: str, inside: str) -> Atspi.Accessible:
        found: list[Atspi.Accessible] = []

        def is_there() -> bool:
            found[:] = [each for each in self._shown(role, inside) if self._is(each, name)]
            return bool(found)

        self._until(is_there)
        return found[0]

    def _is(self, one: Atspi.Accessible, name: str) -> bool:
        return name in one.get_name() and self._has(one, Atspi.StateType.ENABLED)

    def _until(self, is_so: Callable[[], bool]) -> None:
        """Let events in until it is so. TimeoutError when that takes too long."""
        deadline = time.monotonic() + PATIENCE_S
        bell = GLib.timeout_add(LOOK_EVERY_MS, lambda: True)
        while not self._looked(is_so):
            if time.monotonic() > deadline:
                raise TimeoutError
            self._context.iteration(True)
        GLib.source_remove(bell)

    def _looked(self, is_so: Callable[[], bool]) -> bool:
        try:
            return is_so()
        except GLib.Error:
            return False  # what was looked at went away meanwhile: look again

    def _write(self, field: Atspi.Accessible, text: str) -> str:
        Atspi.EditableText.set_text_contents(field, text)
        return str(Atspi.Text.get_text(field, 0, -1))

    def _act(self, one: Atspi.Accessible, action: str) -> bool:
        count = Atspi.Action.get_n_actions(one)
        names = [Atspi.Action.get_action_name(one, each) for each in range(count)]
        return bool(Atspi.Action.do_action(one, names.index(action)))


def main() -> None:
    """Answer until standard input ends."""
    reader = Reader()
    for line in sys.stdin:
        sys.stdout.write(json.dumps(reader.answer(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
