"""The signatures of a visit under its answers: a small picture, who, when, and under what."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.signature_lines import SignatureLine
from desktop.views.interview.signature_words import SignatureWords
from desktop.views.theme.holder import current_theme
from desktop.views.theme.tokens import Height, Space, TextStyle, Tone
from desktop.views.widgets.signature_canvas import SignatureCanvas
from desktop.views.widgets.surface import Ground, Rule, Surface
from desktop.views.widgets.wrap_label import WrapLabel


class SignatureList(Surface):
    """Read-only: what is signed is signed."""

    def __init__(self, lines: Sequence[SignatureLine], language: str, parent: QWidget) -> None:
        super().__init__(Ground.PANEL, parent)
        self.setObjectName("review-signatures")
        self._language = language
        self._words = SignatureWords(self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for at, line in enumerate(lines):
            if at:
                rows.addWidget(Rule(self))
            rows.addLayout(self._row(line, f"review-signature-{at + 1}"))

    def _row(self, line: SignatureLine, name: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        row.setSpacing(Space.M)
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        signed = line.signature
        part = WrapLabel(line.part.in_language(self._language), self, style=TextStyle.BODY_STRONG)
        said = WrapLabel(self._words.signed_by(signed), self, style=TextStyle.ROW)
        said.setObjectName(name)
        words.addWidget(part)
        words.addWidget(said)
        role = self._words.role(signed.role)
        if role:
            signs_as = self.tr("Signed as: {role}").format(role=role)
            words.addWidget(WrapLabel(signs_as, self, tone=Tone.MUTED))
        taken = self.tr("Taken by {staff}, {workstation}")
        taken = taken.format(staff=line.taken_by, workstation=signed.workstation)
        words.addWidget(WrapLabel(taken, self, tone=Tone.MUTED))
        words.addStretch(1)
        row.addLayout(words, 1)
        if signed.signature is not None:
            row.addWidget(self._picture(line, name), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _picture(self, line: SignatureLine, name: str) -> SignatureCanvas:
        signed = line.signature
        canvas = SignatureCanvas(self, name=f"{name}-picture")
        canvas.setAccessibleName(self.tr("Signature of {name}").format(name=signed.printed_name))
        canvas.setAccessibleDescription("")
        canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        strokes = signed.signature.strokes if signed.signature is not None else ()
        canvas.show_strokes(strokes, is_read_only=True)
        step = current_theme().metrics.scaled(Height.STEP)
        canvas.setFixedSize(2 * step, step)
        return canvas
