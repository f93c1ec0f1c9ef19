"""The picture shows sky, sun and ridges, whole window or small frame."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.views.theme.tokens import LIGHT
from desktop.views.widgets.landscape import Landscape


@pytest.mark.parametrize("is_framed", [True, False])
def test_sky_sun_and_ridges_are_all_there(qtbot: QtBot, is_framed: bool) -> None:
    picture = Landscape(is_framed=is_framed)
    qtbot.addWidget(picture)
    picture.resize(210, 126)

    image = picture.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(0, 210, 5) for y in range(2, 124, 4)}

    tones = (LIGHT.sky, LIGHT.dawn, LIGHT.ridge_far, LIGHT.ridge_mid, LIGHT.ridge_near)
    assert {QColor(tone).name() for tone in tones} <= seen
