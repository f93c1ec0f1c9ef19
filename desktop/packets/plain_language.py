"""How hard a packet is to read, over the sentences that we and the directory wrote."""

from itertools import pairwise

from desktop.packets.packet import (
    AppointmentsSection,
    LetterSection,
    Packet,
    PlanSection,
    ResourcesSection,
    StepsSection,
)
from desktop.packets.readability import count_words, fernandez_huerta, flesch_kincaid_grade

MOST_GRADE = 6.0
"""Paper for patients is written at or below this United States school grade."""

_EASE_TO_GRADE = ((105.0, 3.0), (95.0, 4.0), (85.0, 5.0), (75.0, 6.0), (65.0, 7.5), (55.0, 10.5))
"""Middle of each band of Fernández Huerta's ease and its school grade (Fernández Huerta 1959, read
with the bands of Flesch, J Appl Psychol 1948;32:221-233)."""


def prose(packet: Packet) -> tuple[str, ...]:
    """Whole sentences on the paper: no names, numbers and dates, not the person's own words."""
    pieces: list[str] = []
    for section in packet.sections:
        match section:
            case StepsSection():
                pieces += [step.text for step in section.steps]
            case AppointmentsSection():
                pieces.append(section.note)
            case ResourcesSection():
                pieces.append(section.note)
                for entry in section.entries:
                    pieces += [entry.description, entry.call_first]
            case PlanSection():
                pieces.append(section.note)
            case LetterSection():
                pieces += section.paragraphs
    if packet.card is not None:
        pieces.append(packet.card.note)
    return tuple(piece for piece in pieces if piece)


def grade(packet: Packet) -> float:
    """School grade of the packet's sentences, from 0.0; a packet without sentences has 0.0.

    English by Flesch-Kincaid; Spanish by Fernández Huerta's ease, turned into a grade. Below about
    100 words the figure swings with single words.
    """
    text = "\n\n".join(prose(packet))
    if not count_words(text):
        return 0.0
    if packet.language == "es":
        return ease_to_grade(fernandez_huerta(text))
    return max(0.0, flesch_kincaid_grade(text))


def ease_to_grade(ease: float) -> float:
    """School grade of a Fernández Huerta ease, straight lines between the middles of the bands."""
    highest, lowest = _EASE_TO_GRADE[0], _EASE_TO_GRADE[-1]
    if ease >= highest[0]:
        return highest[1]
    for (upper, low_grade), (lower, high_grade) in pairwise(_EASE_TO_GRADE):
        if ease >= lower:
            return low_grade + (upper - ease) / (upper - lower) * (high_grade - low_grade)
    return lowest[1]
