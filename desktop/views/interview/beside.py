"""The words that stand right at the field: its unit, and the ends of its scale."""

from desktop.views.editors.editor import Beside
from desktop.views.editors.language_mode import one_text
from desktop.views.interview.asides import AsideKind
from desktop.views.interview.interview_state import CardState


def beside_of(state: CardState) -> Beside:
    """Unit, lower and upper end, each "" where the form brings none."""
    texts = {one.kind: one_text(one.text, state.mode) for one in state.asides}
    return Beside(
        texts.get(AsideKind.UNIT, ""),
        texts.get(AsideKind.LOWER, ""),
        texts.get(AsideKind.UPPER, ""),
    )
