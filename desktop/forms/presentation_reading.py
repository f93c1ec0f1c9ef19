"""Reads how an item asks to be shown: the rendering extensions, kept as they came."""

from collections.abc import Iterator
from decimal import Decimal

from desktop.forms import extensions as ext
from desktop.forms.json_input import JsonObject, a_text, a_whole, an_object, objects
from desktop.forms.local_texts import local_text
from desktop.forms.presentation import DisabledDisplay, Fold, Link, Media, Presentation
from desktop.forms.wording import Styling

_PLAIN = Presentation()
_UNSTYLED = Styling()
_SPEAKS = ("extension", "disabledDisplay", "_text", "_prefix")
"""Where an item says how it wants to be shown; most say nothing."""


def read_presentation(raw: JsonObject) -> Presentation:
    """The presentation of an item; what is not understood is left out."""
    if not any(name in raw for name in _SPEAKS):
        return _PLAIN
    disabled = a_text(raw, "disabledDisplay") or ext.extension_text(
        raw, ext.DISABLED_DISPLAY, "valueCode"
    )
    return Presentation(
        controls=tuple(_codes_on(raw, ext.ITEM_CONTROL)),
        category=next(_codes_on(raw, ext.DISPLAY_CATEGORY), None),
        orientation=ext.extension_text(raw, ext.CHOICE_ORIENTATION, "valueCode") or None,
        column_count=_positive(ext.extension(raw, ext.COLUMN_COUNT)),
        entry_format=local_text(ext.extension(raw, ext.ENTRY_FORMAT), "valueString"),
        open_label=local_text(ext.extension(raw, ext.OPEN_LABEL), "valueString"),
        fold=_fold(ext.extension_text(raw, ext.COLLAPSIBLE, "valueCode")),
        slider_step=_step(ext.extension(raw, ext.SLIDER_STEP)),
        width=read_width(an_object(ext.extension(raw, ext.WIDTH), "valueQuantity")),
        disabled_display=(
            DisabledDisplay.PROTECTED if disabled == "protected" else DisabledDisplay.HIDDEN
        ),
        usage=ext.extension_text(raw, ext.USAGE_MODE, "valueCode") or None,
        keyboard=next(_codes_on(raw, ext.KEYBOARD), None),
        text_styling=styling_of(raw, "text"),
        prefix_styling=styling_of(raw, "prefix"),
        media=media_on(raw, ext.ITEM_MEDIA),
        links=tuple(_links(raw)),
    )


def styling_of(element: JsonObject, name: str) -> Styling:
    """What ``_name`` says of the text ``name``."""
    beside = an_object(element, f"_{name}")
    if not beside:
        return _UNSTYLED
    return Styling(
        ext.extension_text(beside, ext.RENDERING_XHTML, "valueString"),
        ext.extension_text(beside, ext.RENDERING_MARKDOWN, "valueMarkdown", "valueString"),
        ext.extension_text(beside, ext.RENDERING_STYLE, "valueString"),
    )


def media_on(element: JsonObject, url: str) -> Media | None:
    """The attachment of this extension; None without one."""
    found = an_object(ext.extension(element, url), "valueAttachment")
    if not found:
        return None
    return Media(
        a_text(found, "contentType"),
        a_text(found, "data"),
        a_text(found, "url"),
        local_text(found, "title"),
    )


def _codes_on(raw: JsonObject, url: str) -> Iterator[str]:
    for found in ext.extensions(raw, url):
        if a_text(found, "valueCode"):
            yield a_text(found, "valueCode")
        alone = an_object(found, "valueCoding")
        for coding in (alone, *objects(an_object(found, "valueCodeableConcept"), "coding")):
            if a_text(coding, "code"):
                yield a_text(coding, "code")


def _fold(code: str) -> Fold | None:
    return Fold(code) if code in set(Fold) else None


def _positive(found: JsonObject) -> int | None:
    number = a_whole(found, "valuePositiveInt") or a_whole(found, "valueInteger")
    return number if number is not None and number > 0 else None


def _step(found: JsonObject) -> Decimal | None:
    value = found.get("valueInteger", found.get("valueDecimal"))
    is_number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    return Decimal(value) if is_number and value > 0 else None


def read_width(quantity: JsonObject) -> tuple[Decimal, str] | None:
    """Number and unit of a width above nothing."""
    value = quantity.get("value")
    if not isinstance(value, int | Decimal) or isinstance(value, bool) or value <= 0:
        return None
    return Decimal(value), a_text(quantity, "code") or a_text(quantity, "unit")


def _links(raw: JsonObject) -> Iterator[Link]:
    for url in ext.SUPPORT_LINKS:
        for found in ext.extensions(raw, url):
            address = a_text(found, "valueUri") or a_text(ext.extension(found, "link"), "valueUri")
            label = a_text(ext.extension(found, "label"), "valueString")
            if address:
                yield Link(address, label)
