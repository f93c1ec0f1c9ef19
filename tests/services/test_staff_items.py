"""What a form marks for staff, and all below it, is staff's alone."""

from desktop.forms.session import ItemKey
from desktop.services.staff_items import is_for_staff
from tests.forms.form_makers import group, item, ours, session


def test_what_has_the_role_staff_is_never_put_before_the_person() -> None:
    staff = ours("role", valueCode="staff")
    found = session(
        group("chart", group("inner", item("a", "string")), extension=[staff]),
        group("talk", item("b", "string"), item("c", "string", staff)),
        group("other", item("d", "string"), extension=[ours("role", valueCode="subscale")]),
    )

    kept = {
        str(key)
        for key in found.tree.by_key
        if is_for_staff(found.questionnaire, found.tree.by_key[ItemKey(key)])
    }

    assert kept == {"chart", "inner", "a", "c"}
