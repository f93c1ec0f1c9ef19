"""What a form says of itself: standing, identity, scores and bands, languages, critical marks."""

from datetime import date
from decimal import Decimal

import pytest

from desktop.forms import extensions as ext
from desktop.forms.checking import FormStatus, check_questionnaire
from desktop.forms.form_parts import ScoreBand, band_of
from desktop.forms.wording import LocalText
from tests.forms.form_makers import (
    calculated,
    choice,
    coding,
    expression,
    form,
    form_bytes,
    group,
    item,
    ours,
    spanish,
)

TODAY = date(2026, 3, 14)
TOTAL = calculated("%resource.item.where(linkId='c').answer.value.where(code='yes').count()")
THEIRS = {"url": "https://forms.example/form"}


def checked(*items, **fields):
    return check_questionnaire(form_bytes(*items, **fields), "test.json", TODAY)


def codes(findings):
    return [one.code for one in findings]


@pytest.mark.parametrize(
    ("fields", "problems", "notices"),
    [
        ({}, [], []),
        ({"status": "draft"}, [], ["status-draft"]),
        ({"status": "retired"}, ["status-retired"], []),
        ({"status": None}, [], ["status-missing"]),
        ({"url": ""}, [], ["no-identity"]),
        ({"effectivePeriod": {"start": "2026", "end": "2026-03"}}, [], []),
        ({"effectivePeriod": {"start": "2026-03-14T10:00:00Z", "end": "2026-03-14"}}, [], []),
        ({"effectivePeriod": {"start": "2026-03-15"}}, ["not-yet-effective"], []),
        ({"effectivePeriod": {"end": "2026-02"}}, ["no-longer-effective"], []),
        ({"effectivePeriod": {"start": "2027", "end": "2026"}}, ["period-reversed"], []),
    ],
)
def test_whether_a_form_may_be_used_now_is_said(fields, problems, notices):
    report = checked(item("a", "string"), **fields)

    assert (codes(report.problems), codes(report.notices)) == (problems, notices)


def test_the_period_is_not_judged_without_a_day():
    data = form_bytes(item("a", "string"), effectivePeriod={"end": "2001"})

    assert check_questionnaire(data, "x").status is FormStatus.OK


def test_the_report_carries_what_an_import_screen_shows():
    about = checked(
        group("s", choice("c", "yes"), text="First"),
        item("t", "integer", TOTAL, text="Total"),
        publisher="A clinic",
        copyright="Held by a clinic",
        effectivePeriod={"start": "2026"},
        **THEIRS,
    ).about

    assert about is not None
    assert (about.title, about.url, about.version) == ("Test", THEIRS["url"], "1.0.0")
    assert (about.publisher, about.copyright) == ("A clinic", "Held by a clinic")
    assert (about.period, about.languages) == (("2026", ""), ("en",))
    assert (about.items, about.questions) == (3, 2)
    assert about.sections == (("s", "First"), ("t", "Total"))
    assert about.scores == (("t", "Total"),)


def test_a_form_that_is_refused_says_nothing_of_itself():
    assert check_questionnaire(b"{", "x").about is None


@pytest.mark.parametrize("place", ["root", "item"])
@pytest.mark.parametrize(
    ("named", "status"),
    [
        (ext.HIDDEN, FormStatus.OK),
        ("https://other.example/blink", FormStatus.REFUSED),
        (ext.RENDERING_STYLE, FormStatus.REFUSED),
    ],
)
def test_what_a_form_calls_critical_is_honoured_or_refused(place, named, status):
    mark = {"modifierExtension": [{"url": ext.CRITICAL_EXTENSION, "valueCanonical": named}]}
    root, below = (mark, {}) if place == "root" else ({}, mark)

    assert checked(item("a", "string", **below), **root).status is status


def band(label, **ends):
    parts = [{"url": end.rstrip("_"), "valueDecimal": number} for end, number in ends.items()]
    return ours("score-band", *parts, {"url": "label", "valueString": label})


def scored(*bands, kind="integer"):
    return (choice("c", "yes", "no"), item("t", kind, TOTAL, *bands))


@pytest.mark.parametrize(
    ("bands", "kind", "found"),
    [
        ([band("low", to=4), band("high", from_=5)], "integer", []),
        ([band("high", from_=5), band("low", to=4)], "integer", []),
        ([band("low", to=4), band("high", from_=4)], "integer", ["bands-overlap"]),
        ([band("low", to=4), band("high", from_=6)], "integer", ["bands-gap"]),
        ([band("low", to=4), band("high", from_=4)], "decimal", []),
        ([band("low", to=4), band("high", from_=4.5)], "decimal", ["bands-gap"]),
        ([band("low"), band("high", from_=4)], "decimal", ["bands-overlap"]),
        ([band("low", from_=5, to=4)], "integer", ["band-reversed"]),
        ([band("", from_=0)], "integer", ["band-no-label"]),
    ],
)
def test_score_bands_leave_no_gap_and_no_doubt(bands, kind, found):
    assert codes(checked(*scored(*bands, kind=kind), **THEIRS).problems) == found


def test_bands_are_read_with_their_translations_and_find_a_score():
    low, high = band("low", to=4), band("high", from_=5)
    for one, words in ((low, "low (es)"), (high, "high (es)")):
        one["extension"][-1]["_valueString"] = spanish(words)
    bands = form(*scored(low, high)).item("t").bands

    assert bands[0] == ScoreBand(LocalText("low", bands[0].label.translations), None, Decimal(4))
    found = [band_of(bands, Decimal(score)) for score in (-1, 4, 5, 99)]
    assert [one.label.in_language("es") for one in found if one] == [
        *["low (es)"] * 2,
        *["high (es)"] * 2,
    ]
    assert band_of((), Decimal(1)) is None


def test_a_border_that_two_bands_share_belongs_to_the_higher():
    low, high = ScoreBand(LocalText("l"), None, Decimal(4)), ScoreBand(LocalText("h"), Decimal(4))

    assert band_of((high, low), Decimal(4)) is high
    assert band_of((low, high), Decimal(4)) is high


def test_a_score_of_ours_without_a_worked_example_is_a_problem():
    role = ours("role", valueCode="subscale")
    questions = (choice("c", "yes"), item("t", "integer", TOTAL, role))

    assert codes(checked(*questions).problems) == ["no-test-vector"]
    assert codes(checked(*questions, **THEIRS).problems) == []


def test_a_worked_example_outside_every_band_is_a_problem():
    part = {"url": "linkId", "valueString": "t"}
    expected = {"url": "expect-score", "extension": [part, {"url": "value", "valueInteger": 1}]}
    answer = [{"url": "linkId", "valueString": "c"}, {"url": "code", "valueCode": "yes"}]
    example = ours("test-vector", {"url": "answer", "extension": answer}, expected)

    found = checked(*scored(band("none", to=0)), extension=[example])

    assert codes(found.problems) == ["band-missing"]


def missing(*items, **fields):
    found = checked(*items, _title=spanish("T"), **THEIRS, **fields).problems
    return [(one.link_id, one.message_id.removeprefix("form-check-incomplete-")) for one in found]


def translated(link_id, kind="string", *extensions, **fields):
    return item(link_id, kind, *extensions, _text=spanish("x"), **fields)


def test_every_text_that_a_person_reads_is_missed_by_its_kind():
    half = coding("a") | {"_display": spanish("A")}
    media = {"url": ext.ITEM_MEDIA, "valueAttachment": {"title": "A hand"}}
    human = [
        {"url": "key", "valueId": "k"},
        {"url": "expression", "valueString": "true"},
        {"url": "human", "valueString": "Wrong"},
    ]
    assert missing(
        item("plain", "string"),
        item("shown", "display", text="Read this"),
        translated("short", "string", {"url": ext.SHORT_TEXT, "valueString": "S h"}),
        translated("prefix", prefix="Part 1"),
        translated("number", prefix="1."),
        translated("letter", prefix="a)"),
        translated("roman", prefix="iv."),
        translated("hint", "string", {"url": ext.ENTRY_FORMAT, "valueString": "like this"}),
        translated("open", "open-choice", {"url": ext.OPEN_LABEL, "valueString": "Other"}),
        translated("media", "string", media),
        translated("rule", "string", {"url": ext.CONSTRAINT, "extension": human}),
        translated(
            "options", "choice", answerOption=[{"valueCoding": one} for one in (half, coding("b"))]
        ),
        translated("digits", "choice", answerOption=[{"valueString": "0 - 5"}]),
        copyright="Held by somebody",
    ) == [
        ("plain", "text"),
        ("shown", "text"),
        ("short", "short-text"),
        ("prefix", "prefix"),
        ("hint", "entry-format"),
        ("open", "open-label"),
        ("media", "media"),
        ("rule", "constraint"),
        ("options", "option"),
    ]


def english(text):
    parts = [{"url": "lang", "valueCode": "en-US"}, {"url": "content", "valueString": text}]
    return {"extension": [{"url": ext.TRANSLATION, "extension": parts}]}


def test_a_spanish_form_with_english_translations_speaks_both():
    read = form(
        item("a", "string", text="Nombre", _text=english("Name")),
        language="es-MX",
        title="Formulario",
        _title=english("Form"),
    )

    assert (read.languages, read.partial_languages) == (("es", "en"), ())
    text = read.item("a").text
    assert [text.in_language(one) for one in ("es", "en", "en-GB")] == ["Nombre", "Name", "Name"]


def test_languages_of_options_alone_are_not_those_of_the_form():
    option = coding("a") | {"_display": spanish("A")}

    assert form(item("a", "choice", answerOption=[{"valueCoding": option}])).partial_languages == ()


def test_cql_anywhere_refuses_the_form():
    dynamic = {"extension": [expression(ext.CQF_EXPRESSION, "x", language="text/cql")]}

    report = checked(item("a", "string", _text=dynamic))

    assert (report.status, codes(report.problems)) == (FormStatus.REFUSED, ["cql"])
    assert report.problems[0].link_id == "a"
