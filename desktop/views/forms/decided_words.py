"""What was decided about a loaded form, in words."""

from desktop.messages import sentence
from desktop.services.list_forms import FormCard


def decided_words(card: FormCard, language: str) -> str:
    """The instrument, ages, first day and whether its total is worked out; empty for none."""
    one, instrument = card.conditions, card.instrument
    if one is None or instrument is None:
        return ""
    lines = [sentence("form-known.is", language, name=instrument.name)]
    low, high = one.from_age, one.to_age
    if low is not None and high is not None:
        lines.append(sentence("known.ages", language, low=low, high=high))
    elif low is not None:
        lines.append(sentence("known.ages-from", language, low=low))
    elif high is not None:
        lines.append(sentence("known.ages-to", language, high=high))
    if one.first_day:
        lines.append(sentence("form-known.is-from", language, days=one.first_day))
    if one.adds_up:
        lines.append(sentence("form-known.is-added", language))
    return "\n".join(lines)
