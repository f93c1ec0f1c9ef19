"""From the press of an answer to the repainted interview page, on a real store."""

from benchmarks.disk import real_folder
from benchmarks.figure import Figure, percentile

ROUNDS = 150
QUESTIONS = ("housing", "food", "rides", "money", "medicine", "work-school", "legal")
ANSWERS = ("yes", "no", "not-sure")


def figures() -> list[Figure]:
    """Median and 99th percentile over a section page of seven questions.

    The processor time of the drawing thread stands beside: it does not grow with what else the
    machine is doing.
    """
    from desktop.app import Composition
    from desktop.app_paths import app_paths
    from desktop.background.gui_collector import GuiCollector
    from desktop.start_window import make_application, make_parts, wait_for_pauses
    from desktop.views.shell.shell import Shell
    from desktop.views.shell.shell_window import ShellWindow

    with real_folder() as folder:
        app = make_application()
        collector = GuiCollector(app)  # as the app does
        collector.start()
        wait_for_pauses(collector)
        composition = Composition()
        gate = composition.open_gate(folder / "store")
        composition.make_demo(gate)
        parts = make_parts(composition, app, app_paths(folder), prefer_demo=False)
        taken = _measure(app, composition, gate, parts, ShellWindow(), Shell)
        gate.close()
    aim = "p99 under 16 ms"
    walls, processor = [wall for wall, _, _ in taken], [busy for _, busy, _ in taken]
    whole = [wall + panels for wall, _, panels in taken]
    return [
        Figure("answer to repaint, median", percentile(walls, 0.5), "plain time", None, aim),
        Figure("answer to repaint, p99", percentile(walls, 0.99), "plain time", None, aim),
        Figure("  of it drawing, median", percentile(processor, 0.5), "CPU time", None, aim),
        Figure("  of it drawing, p99", percentile(processor, 0.99), "CPU time", None, aim),
        Figure(
            "  until the panels too, median", percentile(whole, 0.5), "plain time", None, "told"
        ),
        Figure("  until the panels too, p99", percentile(whole, 0.99), "plain time", None, "told"),
    ]


def _measure(
    app, composition, gate, parts, window, shell_class
) -> list[tuple[float, float, float]]:
    from benchmarks.pressing import come_to_rest, panels_ms, press_to_repaint_ms
    from desktop.forms.instances import ItemKey
    from desktop.records.form_record import FormKind
    from desktop.services.demo_people import DEMO_PASSPHRASE
    from desktop.services.read_worklist import read_worklist
    from desktop.views.walkthrough.hands import Hands

    session = gate.sign_in("rosa.sample", DEMO_PASSPHRASE)
    work = composition.work_for(session)
    window.resize(1366, 768)
    window.show()
    shell = shell_class(parts, window, work, "en")
    ref = read_worklist(work).drafts[0].ref
    shell.open_form(ref, FormKind.ASSESSMENT, ItemKey("what-you-need.housing"))
    hands = Hands(window)
    while not (parts.runner.is_idle and hands.sees("answer-what-you-need.housing-yes")):
        app.processEvents()
    taken = []
    for at in range(ROUNDS):
        question = QUESTIONS[at % len(QUESTIONS)]
        answer = ANSWERS[(at // len(QUESTIONS)) % len(ANSWERS)]
        name = f"answer-what-you-need.{question}-{answer}"
        hands.look_at(name)
        come_to_rest(parts.runner)
        taken.append((*press_to_repaint_ms(hands.find(name)), panels_ms()))
    come_to_rest(parts.runner)
    shell.flush()
    parts.runner.close()
    session.close()
    return taken
