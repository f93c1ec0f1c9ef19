"""A step's number in a circle, drawn beside the paragraph that follows it."""

from reportlab.platypus import Flowable

from desktop.rendering.fonts import BOLD
from desktop.rendering.paper_style import INK, PaperStyle


class NumberMark(Flowable):
    """Takes no room: the next paragraph's indent leaves the place for it."""

    def __init__(self, number: int, style: PaperStyle) -> None:
        super().__init__()
        self._number = str(number)
        self._radius = style.base * 1.15
        self._points = style.base * 1.3
        self._centre_y = -style.step.leading / 2

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """Width and height in points: none."""
        return (0.0, 0.0)

    def draw(self) -> None:
        """The circle's middle is level with the middle of the line that follows."""
        canvas = self.canv
        canvas.saveState()
        canvas.setStrokeColor(INK)
        canvas.setFillColor(INK)
        canvas.setLineWidth(1.4)
        canvas.circle(self._radius, self._centre_y, self._radius, stroke=1, fill=0)
        canvas.setFont(BOLD, self._points)
        baseline = self._centre_y - self._points * 0.34
        canvas.drawCentredString(self._radius, baseline, self._number)
        canvas.restoreState()
