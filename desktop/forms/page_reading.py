"""Says which groups are a page of their own: top-level ones, tabs, and pages inside one."""

from desktop.forms import extensions as ext
from desktop.forms.json_input import JsonObject, a_flag, a_text, an_object, objects

_TABS = "tab-container"
_PAGE = "page"


def is_own_page(raw: JsonObject, above: JsonObject) -> bool:
    """Whether a group right below the top-level group ``above`` is shown as a page.

    Source: SDC itemControl ``tab-container`` (each group in it is a tab) and ``page``.
    """
    if a_text(raw, "type") != "group" or a_flag(above, "repeats"):
        return False
    return _TABS in _controls(above) or _PAGE in _controls(raw)


def _controls(raw: JsonObject) -> set[str]:
    return {
        a_text(coding, "code")
        for found in ext.extensions(raw, ext.ITEM_CONTROL)
        for coding in objects(an_object(found, "valueCodeableConcept"), "coding")
    }
