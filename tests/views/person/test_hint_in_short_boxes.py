"""Short boxes of a case have the gentle hint too; one that asks for a name takes a name quietly."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.records.person import ContactKind
from desktop.views.consent.minor_panel import MinorPanel
from desktop.views.needs.referral_panel import ReferralPanel
from desktop.views.person.named_entry import NamedEntry
from desktop.views.person.way_panel import WayPanel
from desktop.views.widgets.evidence_hint import EvidenceHint
from desktop.views.widgets.line_field import LineField
from desktop.views.worklist.new_person_panel import NewPersonPanel

TOLD = ("He shot me outside the store", "Me dispararon en la esquina")
NAMED = "His name is Marcus"


def _place() -> QWidget:
    return NewPersonPanel("en", lambda: datetime(2026, 3, 14, 14, 5, tzinfo=UTC))


BOXES: tuple[tuple[Callable[[], QWidget], str, bool], ...] = (
    (_place, "new-person-place", False),
    (lambda: ReferralPanel("en"), "referral-who", True),
    (lambda: WayPanel(ContactKind.TRUSTED_PERSON, "en", name="way"), "way-owner", True),
    (lambda: WayPanel(ContactKind.SOCIAL, "en", name="way"), "way-service", False),
    (lambda: NamedEntry("en", name="named"), "named-relation", False),
    (lambda: MinorPanel("en"), "consent-guardian-right", False),
    (lambda: MinorPanel("en"), "consent-guardian-paper", False),
)


def shown(box: QWidget, name: str, words: str) -> bool:
    """Whether the hint is there once these words stand in the box."""
    field, hint = box.findChild(LineField, name), box.findChild(EvidenceHint, f"{name}-hint")
    assert field is not None
    assert hint is not None
    field.set_value("")
    field.setText(words)
    return not hint.isHidden()


@pytest.mark.parametrize(("make", "name", "asks_a_name"), BOXES, ids=[one[1] for one in BOXES])
def test_it_comes_with_the_story_and_goes_with_it(
    qtbot: QtBot, make: Callable[[], QWidget], name: str, asks_a_name: bool
) -> None:
    box = make()
    qtbot.addWidget(box)

    assert [shown(box, name, words) for words in TOLD] == [True, True]
    assert not shown(box, name, "Floor 6, bed 614")
    assert shown(box, name, NAMED) is not asks_a_name
