"""Loaded forms in the real window: opening to the first painted page, one answer to its repaint.

The generated form stands in pages of ten and all on one page; where the corpus is, the largest real
form is opened too, and told how much memory it takes. Everything goes the way of the app: imported
and made current by the administrator, begun by the specialist, answers kept in the sealed store.
"""

import gc
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.disk import real_folder
from benchmarks.figure import Figure, percentile
from benchmarks.form_engine import CORPUS, ELSEWHERE, LARGEST, LHC_ANSWER_MS, LHC_OPEN_MS
from benchmarks.generated_form import generated_form, link_id, option_code

SIZES = (30, 300, 1_000, 3_000)
ON_ONE_PAGE = 1_000
ANSWERS = 24
LAPS = 8
"""How often each option of the first page of the real form is pressed."""


def figures() -> Iterator[Figure]:
    """Each size in pages of ten, 1,000 on one page, then the largest real form."""
    with real_folder() as folder:
        bench = _Bench.made(folder)
        for size in SIZES:
            yield from _generated(bench, size, 10, f"form of {size} in pages")
        yield from _generated(bench, ON_ONE_PAGE, ON_ONE_PAGE, f"form of {ON_ONE_PAGE} on one page")
        if os.environ.get(CORPUS):
            yield from _largest(bench, Path(os.environ[CORPUS]) / LARGEST)
        bench.close()


def _generated(bench: "_Bench", size: int, per_page: int, name: str) -> Iterator[Figure]:
    digest = bench.load(f"{name}.json", generated_form(size, per_page))
    opened = bench.open(digest, f"answer-{link_id(1)}")
    yield _beside(f"{name}, opened and painted", opened, LHC_OPEN_MS.get(size))
    questions = range(1, min(size, per_page), 2)
    step = max(1, len(questions) // ANSWERS)
    taken = []
    for number in questions[::step]:
        bench.go_to(link_id(number))
        taken.append(bench.press(f"answer-{link_id(number)}-{option_code(number, 2)}"))
    walls, busy = [wall for wall, _ in taken], [drawing for _, drawing in taken]
    yield _beside(f"{name}, answer to repaint", _median(walls), LHC_ANSWER_MS.get(size))
    yield Figure("  of it drawing", _median(busy), "CPU time, median", None, "flat")
    bench.leave()


def _largest(bench: "_Bench", path: Path) -> Iterator[Figure]:
    before = _resident_mb()
    digest = bench.load(path.name, path.read_bytes())
    first = bench.open(digest, "answer-")
    yield Figure("real form of 808 items, painted first", first, "plain time", None, "1,500 ms")
    memory = _resident_mb() - before
    yield Figure("  memory it takes (MB, not ms)", memory, "plain number", None, "under 150")
    bench.leave()
    again = bench.open(digest, "answer-")
    yield Figure("the same again", again, "plain time", None, "under 500 ms")
    rows = bench.option_rows()
    # Some answers take other questions away.
    taken = [bench.press(name) for _ in range(LAPS) for name in rows if bench.sees(name)]
    walls, busy = [wall for wall, _ in taken], [drawing for _, drawing in taken]
    aim = "p99 under 16 ms"
    yield Figure("  an answer in it, median", _median(walls), "plain time", None, aim)
    yield Figure("  an answer in it, p99", percentile(walls, 0.99), "plain time", None, aim)
    yield Figure("  of it drawing, p99", percentile(busy, 0.99), "CPU time", None, aim)
    bench.leave()


def _beside(name: str, ours: float, theirs: float | None) -> Figure:
    return Figure(name, ours, ELSEWHERE if theirs else "plain time", theirs, "at least 10 x faster")


def _median(taken: list[float]) -> float:
    return percentile(taken, 0.5)


def _resident_mb() -> float:
    """Memory of this process in MB, 0 where the system does not tell it so."""
    status = Path("/proc/self/statm")
    if not status.exists():
        return 0.0
    return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1_048_576


@dataclass
class _Bench:
    """The app on a demo store, with the specialist's window."""

    app: object
    composition: object
    gate: object
    parts: object
    window: object
    session: object
    work: object
    shell: object

    @classmethod
    def made(cls, folder: Path) -> "_Bench":
        from desktop.app import Composition
        from desktop.app_paths import app_paths
        from desktop.background.gui_collector import GuiCollector
        from desktop.services.demo_people import DEMO_PASSPHRASE
        from desktop.start_window import make_application, make_parts, wait_for_pauses
        from desktop.views.shell.shell import Shell
        from desktop.views.shell.shell_window import ShellWindow

        app = make_application()
        collector = GuiCollector(app)  # as the app does
        collector.start()
        wait_for_pauses(collector)
        composition = Composition()
        gate = composition.open_gate(folder / "store")
        composition.make_demo(gate)
        parts = make_parts(composition, app, app_paths(folder), prefer_demo=False)
        session = gate.sign_in("rosa.sample", DEMO_PASSPHRASE)
        work = composition.work_for(session)
        window = ShellWindow()
        window.resize(1366, 768)
        window.show()
        return cls(
            app, composition, gate, parts, window, session, work, Shell(parts, window, work, "en")
        )

    def load(self, name: str, data: bytes) -> str:
        """Imported and made current by the administrator; its content hash."""
        from desktop.services.demo_people import DEMO_PASSPHRASE
        from desktop.services.import_form import import_form
        from desktop.services.make_form_current import make_form_current

        session = self.gate.sign_in("ivo.specimen", DEMO_PASSPHRASE)
        work = self.composition.work_for(session)
        card = import_form(work, name, data, confirmed_by="Ivo Specimen")
        make_form_current(work, card.form.content_hash)
        session.close()
        return card.form.content_hash

    def open(self, digest: str, until: str) -> float:
        """From the wish to the painted page that shows something called ``until``, in ms."""
        from PySide6.QtWidgets import QWidget

        from desktop.records.form_record import FormKind
        from desktop.services.read_worklist import read_worklist
        from desktop.services.start_loaded_form import start_loaded_draft

        ref = read_worklist(self.work).drafts[0].ref
        began = time.perf_counter()
        draft = start_loaded_draft(self.work, ref, digest)
        self.shell.open_form(ref, FormKind.LOADED, None, draft.record_id)

        def shown() -> bool:
            return any(
                one.objectName().startswith(until) and one.isVisible()
                for one in self.window.findChildren(QWidget)
            )

        while not (self.parts.runner.is_idle and shown()):
            self.app.processEvents()
        self.app.processEvents()  # everything has its place
        self.window.grab()
        return (time.perf_counter() - began) * 1000

    def press(self, name: str) -> tuple[float, float]:
        """One press to its repaint, and the drawing thread's part, in ms; at rest around it."""
        from benchmarks.pressing import press_to_repaint_ms
        from desktop.views.walkthrough.hands import Hands

        hands = Hands(self.window)
        hands.look_at(name)
        self._rest()
        taken = press_to_repaint_ms(hands.find(name))
        self._rest()
        return taken

    def sees(self, name: str) -> bool:
        """Whether a control of that name can be pressed now."""
        from desktop.views.walkthrough.hands import Hands

        return Hands(self.window).sees(name)

    def option_rows(self) -> list[str]:
        """The names of all options on the page that is open, read to its end."""
        from PySide6.QtWidgets import QRadioButton

        page = self._page()
        bar = page.verticalScrollBar()
        while bar.value() < bar.maximum():
            bar.setValue(bar.value() + bar.pageStep())
            self._rest()
        names = [one.objectName() for one in page.findChildren(QRadioButton)]
        return [name for name in names if name.startswith("answer-")]

    def _page(self) -> object:
        from desktop.views.interview.section_page import SectionPage

        # A page that was left may not be gone yet.
        return next(one for one in self.window.findChildren(SectionPage) if one.isVisible())

    def go_to(self, key: str) -> None:
        """To a question, as the list of what is missing does: what is far is made only then."""
        self._page().focus_question(key)
        self._rest()

    def leave(self) -> None:
        """Back to the worklist, everything stored."""
        self.shell.flush()
        self.shell.open_home()
        self._rest()
        gc.collect()  # as in the app while the hands rest

    def _rest(self) -> None:
        from benchmarks.pressing import come_to_rest

        come_to_rest(self.parts.runner)

    def close(self) -> None:
        """Everything stored and closed."""
        self.shell.flush()
        self._rest()
        self.parts.runner.close()
        self.session.close()
        self.gate.close()
