"""Options from value sets, offline: expansion, compose, references, supplements, ours."""

import pytest

from desktop.errors import KnownError
from desktop.forms import extensions as ext
from desktop.forms.answers import Coding
from desktop.forms.terms import bundled_terms, terms_of
from desktop.forms.value_sets import MAX_OPTIONS, ValueSets
from tests.forms.form_makers import form, item
from tests.forms.terms_makers import COLOURS, code_system, concept, expanded, listed, value_set

WEIGHT = {"url": ext.WEIGHTS[0], "valueDecimal": 3}


def url(name):
    return f"https://terms.example/ValueSet/{name}"


def codes(*contained, of="v", beside=()):
    options = ValueSets(terms_of(contained, beside), "x").options(f"#{of}")
    return None if options is None else [one.value.code for one in options]


def test_an_expansion_counts_before_the_composition():
    both = value_set("v", listed("red")) | {"expansion": expanded("v", "blue")["expansion"]}

    assert codes(both) == ["blue"]


def test_includes_are_joined_in_order_and_excludes_taken_out():
    composed = value_set(
        "v", listed("red", "blue"), listed("green", "red"), exclude=(listed("blue"),)
    )

    assert codes(composed) == ["red", "green"]


def test_an_exclude_that_cannot_be_worked_out_leaves_the_set_unknown():
    elsewhere = {"valueSet": ["https://elsewhere.example/vs"]}

    assert codes(value_set("v", listed("red"), exclude=(elsewhere,))) is None


def test_value_sets_named_together_leave_what_all_of_them_have():
    parts = (value_set("a", listed("red", "blue")), value_set("b", listed("blue", "green")))
    named = {"valueSet": [url("a"), f"{url('b')}|1"]}

    assert codes(value_set("v", named), *parts) == ["blue"]
    assert codes(value_set("v", listed("blue", "red") | named), *parts) == ["blue"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ([], ["warm", "red", "pink", "cold"]),
        ([{"property": "concept", "op": "is-a", "value": "red"}], ["red", "pink"]),
        ([{"property": "concept", "op": "descendent-of", "value": "warm"}], ["red", "pink"]),
        ([{"property": "code", "op": "in", "value": "cold, red"}], ["cold", "red"]),
        ([{"property": "concept", "op": "is-a", "value": "nothing"}], []),
        ([{"property": "constraint", "op": "=", "value": "<< 1"}], None),
    ],
)
def test_a_whole_code_system_is_taken_or_filtered_by_its_nesting(filters, expected):
    system = code_system(concept("warm", concept("red", concept("pink"))), concept("cold"))
    include = {"system": COLOURS} | ({"filter": filters} if filters else {})

    assert codes(value_set("v", include), system) == expected


def test_an_abstract_code_is_no_option():
    contains = [{"code": "x", "abstract": True, "contains": [{"code": "y"}]}]

    assert codes(expanded("v") | {"expansion": {"contains": contains}}) == ["y"]


@pytest.mark.parametrize("content", ["not-present", "supplement"])
def test_a_code_system_without_its_codes_is_not_here(content):
    assert codes(value_set("v", {"system": COLOURS}), code_system(content=content)) is None


def test_words_and_weights_come_from_the_code_system_and_its_supplements():
    german = {"language": "de", "value": "Rot"}
    system = code_system(concept("red", designation=[german]))
    supplement = code_system(
        {
            "code": "red",
            "extension": [WEIGHT],
            "designation": [{"language": "es", "value": "Rojo"}],
        },
        content="supplement",
        supplements=COLOURS,
        url="https://terms.example/CodeSystem/words",
    )
    plain = value_set("v", {"system": COLOURS, "concept": [{"code": "red"}]})

    option = ValueSets(terms_of((plain, system, supplement)), "x").options("#v")[0]

    assert option.value == Coding("red", COLOURS, "RED")
    assert option.weight == 3
    assert [option.label.in_language(one) for one in ("de", "es-MX", "fr")] == [
        "Rot",
        "Rojo",
        "RED",
    ]


@pytest.mark.parametrize("label", ext.CODE_LABELS)
def test_a_label_of_a_code_stands_before_it_like_a_prefix(label):
    beside = {"extension": [{"url": label, "valueString": "a)"}]}
    named = value_set("v", {"system": COLOURS, "concept": [{"code": "red"} | beside]})
    defined = (value_set("v", {"system": COLOURS}), code_system(concept("red") | beside))

    for contained in ((named,), defined):
        [option] = ValueSets(terms_of(contained, ()), "x").options("#v")
        assert option.prefix.base == "a)"


def test_a_weight_may_be_a_property_of_the_code():
    weighed = concept("red", property=[{"code": "itemWeight", "valueDecimal": 2}])
    sets = ValueSets(terms_of((value_set("v", {"system": COLOURS}), code_system(weighed))), "x")

    assert sets.options("#v")[0].weight == 2


def test_sets_that_name_each_other_are_unknown_and_not_a_hang():
    first = value_set("v", {"valueSet": [url("w")]})
    second = value_set("w", {"valueSet": [url("v")]})

    assert codes(first, second) is None


def test_resources_beside_the_form_are_found_by_url_only():
    beside = value_set("w", listed("red"))
    sets = ValueSets(terms_of((), (beside,)), "x")

    assert sets.options("#w") is None
    assert len(sets.options(f"{url('w')}|7")) == 1


def test_a_set_of_too_many_codes_is_refused():
    many = expanded("v", *(str(at) for at in range(MAX_OPTIONS + 1)))

    with pytest.raises(KnownError) as refused:
        codes(many)
    assert refused.value.message_id == "form-too-many-options"


def test_small_sets_that_multiply_into_many_are_refused():
    base = expanded("base", *(str(at) for at in range(1_000)))
    many = value_set("v", *({"valueSet": [url("base")]} for _ in range(500)))

    with pytest.raises(KnownError) as refused:
        codes(many, base)
    assert refused.value.message_id == "form-too-many-options"


@pytest.mark.parametrize("found", sorted(name for name in bundled_terms().value_sets))
def test_every_set_of_ours_can_be_expanded_and_speaks_spanish(found):
    options = ValueSets(terms_of(()), "x").options(found)

    assert options
    for option in options:
        assert option.value.system
        assert option.label.base
        assert option.label.has("es")


def test_a_form_may_name_a_public_set_that_it_does_not_carry():
    read = form(item("a", "choice", answerValueSet="http://hl7.org/fhir/ValueSet/yesnodontknow"))

    assert [one.value.code for one in read.item("a").options] == ["N", "Y", "asked-unknown"]
    assert read.languages == ("en",)
    assert read.partial_languages == ()


def test_what_the_form_carries_counts_before_ours():
    own = value_set("v", listed("red"), url="http://hl7.org/fhir/ValueSet/administrative-gender")
    read = form(item("a", "choice", answerValueSet=own["url"]), contained=[own])

    assert [one.value.code for one in read.item("a").options] == ["red"]


def test_units_come_from_a_value_set_and_a_remote_one_is_named():
    def unit_set(address):
        return {"url": ext.UNIT_VALUE_SET, "valueCanonical": address}

    here = value_set("v", listed("kg", system="http://unitsofmeasure.org"))
    read = form(
        item("a", "quantity", unit_set("#v")),
        item("b", "quantity", unit_set("https://elsewhere.example/units")),
        contained=[here],
    )

    assert [one.code for one in read.item("a").unit_options] == ["kg"]
    assert read.item("b").remote_units == "https://elsewhere.example/units"


@pytest.mark.parametrize(
    ("code", "is_open"),
    [("optionsOrString", True), ("optionsOrType", True), ("optionsOnly", False)],
)
def test_units_are_open_only_where_the_form_says_so(code, is_open):
    read = form(item("a", "quantity", {"url": ext.UNIT_OPEN, "valueCode": code}))

    assert read.item("a").unit_is_open is is_open
