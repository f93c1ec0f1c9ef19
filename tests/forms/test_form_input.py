"""One import: a Bundle, files beside a form, and parts that are put together."""

import hashlib
import json

import pytest

from desktop.errors import KnownError
from desktop.forms import extensions as ext
from desktop.forms.form_input import joined_files
from desktop.forms.reading import read_questionnaire
from tests.forms.form_makers import (
    choice,
    coding,
    expression,
    form_bytes,
    group,
    item,
    when,
)
from tests.forms.terms_makers import YES_NO, bundle, code_system, listed, value_set

PART = "https://forms.example/part"


def questionnaire(*items, **fields):
    return json.loads(form_bytes(*items, **fields))


def place(link_id, url=PART, *extensions, **fields):
    named = {"url": ext.SUB_QUESTIONNAIRE, "valueCanonical": url}
    return item(link_id, "display", named, *extensions, **fields)


def part(*items, url=PART, **fields):
    return questionnaire(*items, url=url, **fields)


def read(*resources):
    return read_questionnaire(bundle(*resources), "test.json")


def refusal(*resources):
    with pytest.raises(KnownError) as refused:
        read(*resources)
    return refused.value.message_id


def test_a_bundle_of_a_form_and_its_value_set_is_read():
    form = questionnaire(item("a", "choice", answerValueSet=YES_NO))

    found = read(value_set("yes-no", listed("yes", "no")), form)

    assert len(found.item("a").options) == 2
    assert found.title.base == "Test"


def test_a_bundle_in_a_bundle_is_opened():
    inner = json.loads(bundle(value_set("yes-no", listed("yes"))))

    found = read(questionnaire(item("a", "choice", answerValueSet=YES_NO)), inner)

    assert len(found.item("a").options) == 1


@pytest.mark.parametrize(
    ("resources", "message_id"),
    [
        ((), "form-not-questionnaire"),
        ((value_set("v", listed("a")),), "form-not-questionnaire"),
        ((questionnaire(), questionnaire(url="https://forms.example/2")), "form-bundle-several"),
        (tuple({"resourceType": "Basic"} for _ in range(2_001)), "form-too-many-parts"),
    ],
)
def test_a_bundle_without_exactly_one_form_is_refused(resources, message_id):
    assert refusal(*resources) == message_id


def test_parts_are_put_where_their_place_was():
    whole = questionnaire(group("g", place("p"), item("z", "string")))

    found = read(whole, part(item("a", "string"), item("b", "string")))

    assert list(found.by_link_id) == ["g", "a", "b", "z"]
    assert found.item("a").section == "g"


def test_a_part_brings_its_variables_contexts_and_value_sets():
    sets = [value_set("v", listed("red"))]
    first = part(
        item("a", "choice", answerValueSet="#v"),
        extension=[expression(ext.VARIABLE, "1", "one")],
        contained=sets,
    )
    other = part(
        item("b", "choice", answerValueSet="#v"),
        url="https://forms.example/other",
        contained=[value_set("v", listed("blue"))],
    )

    found = read(questionnaire(place("p"), place("q", other["url"])), first, other)

    assert [one.name for one in found.variables] == ["one"]
    assert found.item("a").options[0].value.code == "red"
    assert found.item("b").options[0].value.code == "blue"


def test_a_literal_prefix_keeps_two_copies_of_a_part_apart():
    def prefixed(link_id, prefix):
        return place(link_id, PART, expression(ext.VARIABLE, f"'{prefix}'", "linkIdPrefix"))

    asked = item("b", "string", enableWhen=[when("a", "=", answerCoding=coding("yes"))])
    found = read(
        questionnaire(prefixed("p", "one-"), prefixed("q", "two-")), part(choice("a", "yes"), asked)
    )

    assert list(found.by_link_id) == ["one-a", "one-b", "two-a", "two-b"]
    assert found.item("two-b").enable_when[0].question == "two-a"
    assert [one.name for one in found.item("one-a").variables] == ["linkIdPrefix"]


def test_the_condition_of_a_place_stands_around_its_part():
    condition = when("first", "exists", answerBoolean=True)
    whole = questionnaire(item("first", "string"), place("p", enableWhen=[condition]))

    found = read(whole, part(item("a", "string")))

    assert found.item("p").enable_when[0].question == "first"
    assert found.item("a").parent == "p"


def test_parts_that_contain_each_other_are_refused():
    first = part(place("q", "https://forms.example/other"))
    second = part(place("r"), url="https://forms.example/other")

    assert refusal(questionnaire(place("p")), first, second) == "form-part-loop"


def test_two_copies_without_a_prefix_repeat_a_link_id():
    whole = questionnaire(place("p"), place("q"))

    assert refusal(whole, part(item("a", "string"))) == "form-duplicate-link-id"


def test_a_modifier_of_a_part_is_refused():
    changed = part(item("a", "string"), modifierExtension=[{"url": "u"}])

    assert refusal(questionnaire(place("p")), changed) == "form-modifier-extension"


def test_a_part_of_another_version_is_not_taken():
    found = read(questionnaire(place("p", f"{PART}|9")))

    assert list(found.by_link_id) == ["p"]


def test_files_of_one_import_serve_the_form_that_names_them():
    form = form_bytes(item("a", "choice", answerValueSet=YES_NO))
    terms = json.dumps(value_set("yes-no", {"system": listed()["system"]})).encode()
    system = b"\xef\xbb\xbf" + json.dumps(code_system({"code": "x"})).encode()
    other = json.dumps(value_set("other", listed("b"))).encode()

    files = joined_files([("f", form), ("v", terms), ("s", system), ("o", other)])

    assert [one.is_form for one in files] == [True, False, False, False]
    assert files[0].joined == ("v", "s")
    assert len(read_questionnaire(files[0].data, "f").item("a").options) == 1


def test_a_form_that_needs_nothing_keeps_its_bytes_and_hash():
    form = form_bytes(item("a", "string"))
    terms = json.dumps(value_set("yes-no", listed("b"))).encode()

    found = joined_files([("f", form), ("v", terms)])[0]

    assert (found.data, found.joined) == (form, ())
    assert read_questionnaire(found.data, "f").content_hash == hashlib.sha256(form).hexdigest()


def test_numbers_of_a_joined_form_stay_as_they_were_written():
    form = form_bytes(item("a", "choice", answerValueSet=YES_NO)).replace(
        b'"title": "Test"', b'"title": "Test", "x": 1.10'
    )
    terms = json.dumps(value_set("yes-no", listed("b"))).encode()

    assert b"1.10" in joined_files([("f", form), ("v", terms)])[0].data


def test_without_a_form_every_file_stands_alone():
    terms = json.dumps(value_set("yes-no", listed("b"))).encode()

    assert [one.is_form for one in joined_files([("v", terms), ("x", b"{")])] == [True, True]


def test_an_extension_of_a_part_without_a_proper_url_is_left_behind():
    odd = part(item("a", "string"), extension=[{"url": {"not": "a text"}}])

    assert list(read(questionnaire(place("p")), odd).by_link_id) == ["a"]


def test_what_two_parts_bring_alike_is_kept_once():
    context = {
        "url": ext.LAUNCH_CONTEXT,
        "extension": [{"url": "name", "valueCoding": {"code": "patient"}}],
    }
    first = part(item("a", "string"), extension=[context])
    other = part(item("b", "string"), url="https://forms.example/other", extension=[context])

    found = read(questionnaire(place("p"), place("q", other["url"])), first, other)

    assert found.launch_contexts == ("patient",)
