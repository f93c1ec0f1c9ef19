"""Reading directory files in HSDS 3.0 JSON."""

import json
from datetime import date
from pathlib import Path

import pytest

from desktop.directory.directory import Directory
from desktop.directory.hsds_json import read_directory
from desktop.directory.listing import Hours, Phone, ServiceStatus
from desktop.errors import KnownError
from desktop.messages import LANGUAGES, sentence
from desktop.resource_files import resources_dir

JsonObject = dict[str, object]


def service(**changes: object) -> JsonObject:
    return {"id": "s1", "name": "Pantry", "status": "active"} | changes


def read(*services: JsonObject, **organization: object) -> Directory:
    whole = {"id": "o1", "name": "Sparrow Lane", "services": list(services)} | organization
    return read_directory(json.dumps([whole]).encode(), "directory.json")


def test_a_full_service_is_read_with_all_that_a_person_needs() -> None:
    row = service(
        description="Food for a week.",
        minimum_age=18,
        maximum_age="24",
        assured_date="2026-03-01",
        eligibility_description="Everybody.",
        phones=[{"number": "860-555-0112", "extension": 4, "description": "Front desk"}],
        languages=[{"code": "en"}, {"code": "es"}],
        schedules=[{"freq": "WEEKLY", "byday": "TH,TU", "opens_at": "10:00", "closes_at": "14:00"}],
        service_at_locations=[
            {
                "location": {
                    "addresses": [
                        {
                            "address_1": "3 Sample Lane",
                            "city": "Exampleton",
                            "state_province": "CT",
                            "postal_code": "00000",
                            "address_type": "physical",
                        }
                    ]
                }
            }
        ],
        attributes=[
            {"taxonomy_term": {"code": "food-insecurity"}},
            {"link_type": "description_es", "value": "Comida para una semana."},
        ],
    )

    (found,) = read(row).listings

    assert (found.organization, found.name, found.status) == (
        "Sparrow Lane",
        "Pantry",
        ServiceStatus.ACTIVE,
    )
    assert found.description == {"en": "Food for a week.", "es": "Comida para una semana."}
    assert found.phones == (Phone("860-555-0112 x4", "Front desk"),)
    assert found.hours == (Hours(("TU", "TH"), "10:00", "14:00"),)
    assert found.address == "3 Sample Lane, Exampleton, CT 00000"
    assert (found.minimum_age, found.maximum_age) == (18, 24)
    assert found.languages == ("en", "es")
    assert found.categories == {"food-insecurity"}
    assert found.assured_on == date(2026, 3, 1)


def test_a_service_without_phones_takes_its_organizations() -> None:
    (found,) = read(service(), phones=[{"number": "860-555-0199"}]).listings

    assert found.phones == (Phone("860-555-0199"),)


@pytest.mark.parametrize(
    "schedule",
    [
        {"byday": "MO", "opens_at": "14:00Z", "closes_at": "18:00Z", "description": "Mondays"},
        {"byday": "1MO", "opens_at": "09:00", "closes_at": "10:00", "description": "Mondays"},
        {"freq": "MONTHLY", "byday": "MO", "opens_at": "09:00", "closes_at": "10:00"},
        {"interval": 2, "byday": "MO", "opens_at": "09:00", "closes_at": "10:00"},
        {"byday": "MO", "opens_at": "soon", "closes_at": "10:00"},
    ],
)
def test_hours_that_are_not_the_same_each_week_stay_words(schedule: JsonObject) -> None:
    (found,) = read(service(schedules=[schedule])).listings

    assert found.hours == ()
    assert found.schedule.get("en", "") == schedule.get("description", "")


@pytest.mark.parametrize(
    ("row", "message_id"),
    [
        ({"name": "Pantry", "status": "active"}, "directory.row.missing"),
        ({"id": "s1", "status": "active"}, "directory.row.missing"),
        ({"id": "s1", "name": "Pantry"}, "directory.row.missing"),
        ({"id": "s1", "name": "Pantry", "status": "open"}, "directory.row.status"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_and_the_others_stay(
    row: JsonObject, message_id: str
) -> None:
    found = read(row, service(id="s2"))

    assert [one.service_id for one in found.listings] == ["s2"]
    (problem,) = found.problems
    assert (problem.where, problem.message_id, problem.refused) == (
        "organization 1, service 1",
        message_id,
        True,
    )


@pytest.mark.parametrize(
    ("changes", "message_id"),
    [
        ({"assured_date": "yesterday"}, "directory.row.date"),
        ({"minimum_age": -1}, "directory.row.age"),
        ({"maximum_age": "old"}, "directory.row.age"),
        ({"minimum_age": 30, "maximum_age": 20}, "directory.row.age"),
        ({"phones": [{"number": "call us"}]}, "directory.row.phone"),
    ],
)
def test_a_row_with_one_bad_field_is_taken_without_it(changes: JsonObject, message_id: str) -> None:
    found = read(service(**changes))

    (listing,) = found.listings
    (problem,) = found.problems
    assert (listing.assured_on, listing.minimum_age, listing.phones) == (None, None, ())
    assert (problem.message_id, problem.refused) == (message_id, False)


def test_the_same_service_twice_is_taken_once() -> None:
    found = read(service(), service(name="Other"))

    assert [one.name for one in found.listings] == ["Pantry"]
    assert found.problems[0].message_id == "directory.row.twice"


def test_every_row_problem_has_a_sentence_in_each_language() -> None:
    found = read(
        service(status="open"), service(id=""), service(minimum_age=-1, assured_date="x"), service()
    )

    for problem in found.problems:
        for language in LANGUAGES:
            assert sentence(problem.message_id, language, **problem.params)


@pytest.mark.parametrize("data", [b"", b"not json", b"\xff\xfe\x00", b"[" * 100_000])
def test_what_is_not_json_is_refused_by_the_files_name(data: bytes) -> None:
    with pytest.raises(KnownError) as refused:
        read_directory(data, "directory.json")

    assert refused.value.message_id == "directory.not-json"
    assert refused.value.params == {"file": "directory.json"}


@pytest.mark.parametrize("data", [b"3", b'"text"', b'{"a": 1}', b"[1]", b'[{"a": 1}]', b"null"])
def test_json_that_is_no_directory_is_refused(data: bytes) -> None:
    with pytest.raises(KnownError) as refused:
        read_directory(data, "directory.json")

    assert refused.value.message_id == "directory.not-hsds"


def test_one_organization_and_a_page_of_them_read_like_a_list() -> None:
    whole = {"id": "o1", "name": "Sparrow Lane", "services": [service()]}

    for shape in (whole, {"contents": [whole]}, {"organizations": [whole]}):
        assert len(read_directory(json.dumps(shape).encode(), "d.json").listings) == 1


@pytest.mark.parametrize("name", ["seed.json", "demo.json"])
def test_our_own_directories_have_no_problems_and_both_languages(name: str) -> None:
    data = (resources_dir() / "directory" / name).read_bytes()

    found = read_directory(data, name)

    assert found.listings
    assert found.problems == ()
    assert all({"en", "es"} <= one.description.keys() for one in found.listings)


def test_the_example_of_the_specification_is_read(corpus: Path) -> None:
    path = corpus / "hsds" / "specification-examples" / "organization_full.json"

    (found,) = read_directory(path.read_bytes(), path.name).listings

    assert found.name == "Community Counselling"
    assert found.hours == (Hours(("TH", "FR"), "10:00", "18:00"),)


def test_joined_directories_keep_the_first_of_the_same_service() -> None:
    one, other = read(service()), read(service(name="Other"), service(id="s2"))

    joined = one.joined(other)

    assert [listing.name for listing in joined.listings] == ["Pantry", "Pantry"]
    assert joined.find("s2") is not None
    assert joined.find("s3") is None
