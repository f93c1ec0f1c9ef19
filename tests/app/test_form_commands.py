"""form check and form fill: exit codes, sentences, and machine output on standard output only."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop.resource_files import resources_dir
from tests.app.commands import Terminal

CORE = resources_dir() / "instruments" / "bedside-core.json"

QUESTIONNAIRE: dict[str, Any] = {
    "resourceType": "Questionnaire",
    "url": "https://forms.example/two-questions",
    "version": "1",
    "status": "active",
    "title": "Two questions",
    "item": [
        {"linkId": "meal", "type": "boolean", "text": "Did you eat?", "required": True},
        {"linkId": "word", "type": "string", "text": "Anything else?", "maxLength": 5},
    ],
}


def written(path: Path, value: object) -> Path:
    """A JSON file."""
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def response(**answers: dict[str, Any]) -> dict[str, Any]:
    """A QuestionnaireResponse."""
    items = [{"linkId": key, "answer": [value]} for key, value in answers.items()]
    return {"resourceType": "QuestionnaireResponse", "status": "in-progress", "item": items}


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A small form in a file."""
    return written(tmp_path / "two.json", QUESTIONNAIRE)


def test_our_own_form_has_no_problems(terminal: Terminal) -> None:
    ran = terminal.run("form", "check", CORE)

    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "bedside-core.json: no problems found.\n"


def test_the_problems_of_a_form_are_named_item_by_item(terminal: Terminal, tmp_path: Path) -> None:
    broken = json.loads(json.dumps(QUESTIONNAIRE))
    broken["item"][1]["enableWhen"] = [
        {"question": "nowhere", "operator": "exists", "answerBoolean": True}
    ]
    file = written(tmp_path / "broken.json", broken)

    ran = terminal.run("form", "check", "--json", file, CORE)

    assert ran.code == 1
    assert "broken.json: word: " in ran.err
    first, second = ran.json
    assert (first["status"], second["status"]) == ("problems", "ok")
    assert first["problems"][0]["linkId"] == "word"
    assert first["problems"][0]["message"]


def test_notices_are_said_and_leave_the_exit_code_at_zero(
    terminal: Terminal, tmp_path: Path
) -> None:
    draft = written(tmp_path / "d.json", QUESTIONNAIRE | {"status": "draft", "copyright": "Held"})

    ran = terminal.run("form", "check", "--json", draft)

    assert (ran.code, ran.json[0]["status"], ran.json[0]["problems"]) == (0, "ok", [])
    assert [one["code"] for one in ran.json[0]["notices"]] == ["status-draft"]
    assert ran.err.splitlines() == [
        'd.json: "Two questions", version 1, 2 items, 2 of them questions, languages: en',
        "d.json: note: The form is a draft.",
        "d.json: copyright: Held",
        "d.json: no problems found.",
    ]


def test_the_report_says_what_the_form_is(terminal: Terminal, form: Path) -> None:
    facts = terminal.run("form", "check", "--json", form).json[0]["form"]

    assert (facts["title"], facts["version"], facts["items"]) == ("Two questions", "1", 2)
    assert facts["languages"] == ["en"]
    assert facts["sections"][0] == {"linkId": "meal", "label": "Did you eat?"}


def test_value_sets_given_beside_a_form_are_used(terminal: Terminal, tmp_path: Path) -> None:
    url = "https://forms.example/yes-no"
    choice = {"linkId": "c", "type": "choice", "text": "Well?", "answerValueSet": url}
    form = written(tmp_path / "f.json", QUESTIONNAIRE | {"item": [choice]})
    include = {"system": "https://forms.example/codes", "concept": [{"code": "y"}]}
    terms = written(
        tmp_path / "v.json",
        {"resourceType": "ValueSet", "url": url, "compose": {"include": [include]}},
    )

    alone = terminal.run("form", "check", "--json", form)
    together = terminal.run("form", "check", "--json", form, terms)

    assert alone.json[0]["problems"][0]["code"] == "remote-value-set"
    assert [one["status"] for one in together.json] == ["ok", "ok"]
    assert together.json[0]["joined"] == ["v.json"]
    assert together.err.splitlines() == [
        "f.json: taken in from v.json.",
        "f.json: no problems found.",
        "v.json: value sets and codes, used for the forms beside it.",
    ]


def test_a_file_of_a_gigabyte_is_refused_without_being_read(
    terminal: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "huge.json"
    with file.open("wb") as huge:
        huge.truncate(1 << 30)

    ran = terminal.run("form", "check", "--json", file)

    assert (ran.code, ran.json[0]["problems"][0]["code"]) == (1, "too-large")
    assert terminal.run("form", "fill", file, "--response", file).code == 2


@pytest.mark.parametrize(
    "content",
    [b"", b"not json", b"[1, 2]", b'{"resourceType": "Patient"}', b"\xff\xfe\x00", b"[" * 50_000],
    ids=["empty", "text", "list", "patient", "bytes", "deep"],
)
def test_what_is_no_questionnaire_is_reported_as_such(
    terminal: Terminal, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "other.json"
    file.write_bytes(content)

    checked = terminal.run("form", "check", "--json", file)
    filled = terminal.run("form", "fill", file, "--response", file)

    assert checked.code == 1
    assert checked.json[0]["status"] == "refused"
    assert "other.json" in checked.err
    assert (filled.code, filled.out) == (2, "")
    assert "other.json" in filled.err


@pytest.mark.parametrize("act", ["check", "fill", "show"])
def test_a_missing_file_is_told_with_code_2(
    terminal: Terminal, tmp_path: Path, form: Path, act: str
) -> None:
    more = {"check": (), "fill": ("--response", form), "show": ("--png", tmp_path / "a.png")}

    ran = terminal.run("form", act, tmp_path / "gone.json", *more[act])

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("gone.json cannot be read.")


def test_one_missing_file_leaves_the_report_of_the_others(
    terminal: Terminal, tmp_path: Path, form: Path
) -> None:
    ran = terminal.run("form", "check", "--json", tmp_path / "gone.json", form)

    first, second = ran.json
    assert ran.code == 1
    assert (first["status"], second["status"]) == ("refused", "ok")
    assert first["problems"][0]["code"] == "cannot-read"
    assert "gone.json cannot be read." in ran.err
    assert "two.json: no problems found." in ran.err


def test_when_no_file_can_be_read_there_is_no_report(terminal: Terminal, tmp_path: Path) -> None:
    ran = terminal.run("form", "check", "--json", tmp_path / "gone.json", tmp_path)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("cannot be read.") == 2


def test_a_problem_of_the_whole_form_names_no_item(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "other.json"
    file.write_bytes(b"not json")

    ran = terminal.run("form", "check", file)

    assert ran.err.startswith("other.json is not valid JSON (line 1).")


def test_a_folder_in_place_of_a_file_is_told_with_code_2(
    terminal: Terminal, tmp_path: Path
) -> None:
    ran = terminal.run("form", "check", tmp_path)

    assert (ran.code, ran.out) == (2, "")
    assert f"{tmp_path.name} cannot be read." in ran.err


def test_a_full_response_comes_out_whole(terminal: Terminal, form: Path, tmp_path: Path) -> None:
    answers = written(tmp_path / "r.json", response(meal={"valueBoolean": True}))

    ran = terminal.run("form", "fill", form, "--response", answers)

    assert (ran.code, ran.err) == (0, "")
    assert ran.json["response"]["resourceType"] == "QuestionnaireResponse"
    assert ran.json["missing"] == []


def test_what_is_missing_or_wrong_is_named(terminal: Terminal, form: Path, tmp_path: Path) -> None:
    answers = written(tmp_path / "r.json", response(word={"valueString": "too long"}))

    ran = terminal.run("form", "fill", form, "--response", answers, "--json")

    assert ran.code == 1
    assert ran.json["missing"] == ["meal"]
    assert [one["linkId"] for one in ran.json["invalid"]] == ["word"]
    assert ran.json["invalid"][0]["message"]
    assert "meal: required and not answered." in ran.err


@pytest.mark.parametrize("content", ["not json", "[]", '"text"', '{"resourceType": "Patient"}'])
def test_a_response_that_is_none_is_told_with_code_2(
    terminal: Terminal, form: Path, tmp_path: Path, content: str
) -> None:
    file = tmp_path / "answers.json"
    file.write_text(content)

    ran = terminal.run("form", "fill", form, "--response", file)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1


def test_the_highest_answers_of_a_known_form_make_27(
    terminal: Terminal, corpus: Path, tmp_path: Path
) -> None:
    file = corpus / "questionnaires" / "lforms" / "phq9.json"
    form = json.loads(file.read_text(encoding="utf-8"))
    chosen = {
        item["linkId"]: {"valueCoding": item["answerOption"][-1]["valueCoding"]}
        for item in form["item"]
        if item["type"] == "choice"
    }
    answers = written(tmp_path / "highest.json", response(**chosen))

    ran = terminal.run("form", "fill", file, "--response", answers)

    assert 27 in [value for value in ran.json["scores"].values() if value is not None]


def test_half_a_surrogate_pair_does_not_stop_the_output(
    terminal: Terminal, form: Path, tmp_path: Path
) -> None:
    answers = response(meal={"valueBoolean": True}, word={"valueString": "a\ud800b"})

    ran = terminal.run("form", "fill", form, "--response", written(tmp_path / "r.json", answers))

    assert ran.code in (0, 1)
    assert ran.json["response"]


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
def test_machine_output_is_utf_8_whatever_the_terminal_speaks(
    tmp_path: Path, encoding: str
) -> None:
    form = json.loads(json.dumps(QUESTIONNAIRE))
    form["item"][0]["text"] = "¿Comió hoy? ≥ 1"
    file = written(tmp_path / "f.json", form)
    answers = written(
        tmp_path / "r.json", response(meal={"valueBoolean": True}, word={"valueString": "sí ≥"})
    )

    ran = subprocess.run(
        [sys.executable, "-m", "desktop", "form", "fill", file, "--response", answers],
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert ran.returncode == 0
    assert "sí ≥" in ran.stdout.decode("utf-8")
    assert json.loads(ran.stdout)["missing"] == []


def test_fill_also_makes_observations_of_what_is_complete(
    terminal: Terminal, form: Path, tmp_path: Path
) -> None:
    coded = json.loads(json.dumps(QUESTIONNAIRE))
    coded["item"][0]["code"] = [{"system": "http://loinc.org", "code": "1"}]
    coded["extension"] = [
        {
            "url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/"
            "sdc-questionnaire-observationExtract",
            "valueBoolean": True,
        }
    ]
    file = written(tmp_path / "coded.json", coded)
    done = response(meal={"valueBoolean": True}) | {"status": "completed"}
    whole = written(tmp_path / "whole.json", done)
    open_still = written(tmp_path / "open.json", response(meal={"valueBoolean": True}))
    part = written(tmp_path / "part.json", response(word={"valueString": "tea"}))

    begun = terminal.run("form", "fill", file, "--response", open_still, "--extract")
    full = terminal.run("form", "fill", file, "--response", whole, "--extract")
    missing = terminal.run("form", "fill", file, "--response", part, "--extract")

    [entry] = json.loads(full.out)["extracted"]["entry"]
    assert entry["resource"]["valueBoolean"] is True
    assert json.loads(missing.out)["extracted"] is None
    assert (full.code, missing.code, begun.code) == (0, 1, 0)
    assert json.loads(begun.out)["extracted"] is None
    assert "is not completed" in begun.err
    plain = terminal.run("form", "fill", file, "--response", whole)
    assert "extracted" not in json.loads(plain.out)
