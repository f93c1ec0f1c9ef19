"""The full QPalette from tokens, and tokens from a system palette for high contrast."""

from PySide6.QtGui import QColor, QPalette

from desktop.views.theme.tokens import LIGHT, Tokens

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


def palette_for(tokens: Tokens) -> QPalette:
    """Every role that a stock widget may read."""
    palette = QPalette()
    active = {
        _Role.Window: tokens.canvas,
        _Role.WindowText: tokens.text,
        _Role.Base: tokens.surface,
        _Role.AlternateBase: tokens.sunken,
        _Role.Text: tokens.text,
        _Role.PlaceholderText: tokens.text_muted,
        _Role.Button: tokens.surface,
        _Role.ButtonText: tokens.text,
        _Role.BrightText: tokens.danger,
        _Role.Highlight: tokens.accent,
        _Role.HighlightedText: tokens.on_accent,
        _Role.Accent: tokens.accent,
        _Role.Link: tokens.accent,
        _Role.LinkVisited: tokens.private,
        _Role.ToolTipBase: tokens.surface,
        _Role.ToolTipText: tokens.text,
        _Role.Light: tokens.surface,
        _Role.Midlight: tokens.hover,
        _Role.Mid: tokens.line,
        _Role.Dark: tokens.border,
        _Role.Shadow: tokens.border,
    }
    for role, color in active.items():
        palette.setColor(role, QColor(color))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(_Group.Disabled, role, QColor(tokens.text_muted))
    palette.setColor(_Group.Disabled, _Role.Highlight, QColor(tokens.sunken))
    palette.setColor(_Group.Disabled, _Role.HighlightedText, QColor(tokens.text_muted))
    return palette


def system_tokens(palette: QPalette) -> Tokens:
    """Tokens that say only what the system's high-contrast palette says: no fills, no tones."""
    window = palette.color(_Role.Window).name()
    base = palette.color(_Role.Base).name()
    words = palette.color(_Role.WindowText).name()
    highlight = palette.color(_Role.Highlight).name()
    tones = ("danger", "warning", "success", "private")
    every = dict.fromkeys(Tokens._fields, words)
    every |= dict.fromkeys(("canvas", "sunken", "sky"), window)
    every |= dict.fromkeys(("surface", "hover"), base)
    every |= {f"{tone}_soft": base for tone in tones}
    every |= {"accent": highlight, "accent_soft": base}
    every |= {"on_accent": palette.color(_Role.HighlightedText).name()}
    every |= {name: getattr(LIGHT, name) for name in ("paper", "ink", "ink_muted")}
    return Tokens(**every)
