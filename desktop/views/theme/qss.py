"""The one style sheet, made from tokens: fields, bars, lists and menus that Qt itself paints."""

from desktop.views.theme.metrics import Metrics
from desktop.views.theme.tokens import Shape, Space, Tokens

_SHEET = """
QToolTip {{ background: {t.surface}; color: {t.text}; border: {edge}px solid {t.border};
  padding: {xs}px {s}px; }}
QFrame[surface="canvas"] {{ background: {t.canvas}; border: 0; }}
QFrame[surface="plain"] {{ background: {t.surface}; border: 0; }}
QFrame[surface="sunken"] {{ background: {t.sunken}; border: 0; }}
QFrame[surface="panel"] {{ background: {t.surface}; border: {edge}px solid {t.line};
  border-radius: {panel}px; }}
QFrame[surface="desk"] {{ background: {t.sunken}; border: {edge}px solid {t.line};
  border-radius: {panel}px; }}
QFrame[surface="well"] {{ background: {t.sunken}; border: 0; border-radius: {radius}px; }}
QFrame[surface="card"] {{ background: {t.surface}; border: {edge}px solid {t.border};
  border-radius: {panel}px; }}
QFrame[surface="danger"] {{ background: {t.surface}; border: {edge}px solid {t.danger};
  border-left: {bar}px solid {t.danger}; border-radius: {panel}px; }}
QFrame[surface="chosen"] {{ background: {t.surface}; border: {chosen}px solid {t.accent};
  border-radius: {panel}px; }}
QFrame[rule="true"] {{ background: {t.line}; border: 0; }}
QGroupBox {{ border: 0; margin: 0; padding: 0; }}
QScrollArea, QScrollArea > QWidget > QWidget[page="true"] {{ background: transparent; border: 0; }}
QLineEdit, QPlainTextEdit, QComboBox {{ background: {t.surface}; color: {t.text};
  border: {edge}px solid {t.border}; border-radius: {radius}px; padding: 0 {pad}px;
  min-height: {inner}px; selection-background-color: {t.accent};
  selection-color: {t.on_accent}; }}
QPlainTextEdit {{ padding: {s}px {s}px; }}
QLineEdit:read-only, QPlainTextEdit[readOnly="true"] {{ border: {edge}px dashed {t.border};
  background: transparent; color: {t.text_muted}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ border: {edge}px dashed
  {t.border}; background: transparent; color: {t.text_muted}; }}
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"] {{
  border: {chosen}px solid {t.danger}; padding: 0 {pad_less}px; min-height: {inner_less}px; }}
QComboBox {{ padding-right: {arrow}px; }}
QComboBox::drop-down {{ border: 0; width: {arrow}px; }}
QComboBox::down-arrow {{ image: none; width: 0; height: 0; }}
QComboBox QAbstractItemView, QMenu {{ background: {t.surface}; color: {t.text};
  border: {edge}px solid {t.border}; selection-background-color: {t.accent_soft};
  selection-color: {t.text}; outline: 0; }}
QComboBox QAbstractItemView::item {{ min-height: {target}px; padding: 0 {pad}px; }}
QMenu::item {{ min-height: {target}px; padding: 0 {l}px 0 {m}px; }}
QMenu::item:selected {{ background: {t.accent_soft}; color: {t.text};
  border-left: {bar}px solid {t.accent}; }}
QMenu::item:disabled {{ color: {t.text_muted}; }}
QCalendarWidget QToolButton {{ min-height: {target}px; min-width: {target}px; color: {t.text};
  background: {t.surface}; border: 0; }}
QCalendarWidget QToolButton:hover {{ background: {t.hover}; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {t.sunken}; }}
QCalendarWidget QAbstractItemView {{ selection-background-color: {t.accent};
  selection-color: {t.on_accent}; }}
QProgressBar {{ background: {t.sunken}; border: {edge}px solid {t.border}; color: {t.text};
  border-radius: {xs}px; max-height: {s}px; min-height: {s}px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: {xs}px; }}
QScrollBar:vertical {{ background: transparent; width: {l}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {l}px; margin: 0; }}
QScrollBar::handle {{ background: {t.border}; border-radius: {xs}px; margin: {xs}px; }}
QScrollBar::handle:vertical {{ min-height: {target}px; }}
QScrollBar::handle:horizontal {{ min-width: {target}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def style_sheet(tokens: Tokens, metrics: Metrics) -> str:
    """The sheet for one theme and one text scale."""
    inner = metrics.target - 2 * Shape.EDGE
    return _SHEET.format(
        t=tokens,
        edge=int(Shape.EDGE),
        chosen=int(Shape.EDGE_CHOSEN),
        bar=int(Shape.BAR),
        radius=int(Shape.RADIUS),
        panel=int(Shape.RADIUS_PANEL),
        xs=int(Space.XS),
        s=int(Space.S),
        m=int(Space.M),
        l=int(Space.L),
        pad=Space.M - Shape.EDGE,
        pad_less=Space.M - Shape.EDGE_CHOSEN,
        inner=inner,
        inner_less=inner - 2 * (Shape.EDGE_CHOSEN - Shape.EDGE),
        target=metrics.target,
        arrow=metrics.icon_small + 2 * Space.M,
    )
