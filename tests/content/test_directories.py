"""The shipped directories are HSDS 3.0, Spanish too, and keep invented and real numbers apart."""

import re
from datetime import date
from typing import Any

import pytest

from tests.content import shipped

NAMES = ("seed", "demo")


def _services(name: str) -> list[shipped.Json]:
    return [one for organization in shipped.directory(name) for one in organization["services"]]


def _attribute(service: shipped.Json, key: str) -> str:
    values = [one["value"] for one in service["attributes"] if one["link_type"] == key]
    return str(values[0]) if values else ""


def _objects(value: Any) -> list[shipped.Json]:
    if isinstance(value, list):
        return [one for member in value for one in _objects(member)]
    if isinstance(value, dict):
        return [value, *(one for member in value.values() for one in _objects(member))]
    return []


@pytest.mark.parametrize("name", NAMES)
def test_required_fields_are_there(name: str) -> None:
    """Required: HSDS 3.0, schema/organization.json, service.json, phone.json, address.json."""
    for organization in shipped.directory(name):
        assert {"id", "name", "description"} <= set(organization)
        for location in organization.get("locations", []):
            assert location["location_type"] == "physical"
            for address in location["addresses"]:
                assert {"address_1", "city", "state_province", "postal_code"} <= set(address)
                assert {"id", "country", "address_type"} <= set(address)
    for service in _services(name):
        assert {"id", "name", "status"} <= set(service)
        assert service["status"] in ("active", "inactive", "defunct", "temporarily closed")
        assert all({"id", "number"} <= set(phone) for phone in service["phones"])
        assert service["phones"]


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_uuids_and_name_one_thing(name: str) -> None:
    seen: dict[str, shipped.Json] = {}
    for found in (one for one in _objects(shipped.directory(name)) if "id" in one):
        assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", found["id"])
        assert seen.setdefault(found["id"], found) == found


@pytest.mark.parametrize("name", NAMES)
def test_every_service_has_spanish_words(name: str) -> None:
    for service in _services(name):
        for field in ("name", "description", "eligibility_description"):
            assert bool(service.get(field)) == bool(_attribute(service, f"{field}_es"))


def test_the_seed_holds_real_lines_to_verify_before_use() -> None:
    for service in _services("seed"):
        assert service["alert"] == "Verify before use"
        assert "assured_date" not in service
        assert not any("555" in phone["number"] for phone in service["phones"])


def test_the_demo_holds_only_numbers_and_places_that_cannot_exist() -> None:
    for organization in shipped.directory("demo"):
        assert organization["description"].startswith("Invented")
        for site in re.findall(r"https?://[^/]+", str(organization.get("website", ""))):
            assert site.endswith(".example")
    for service in _services("demo"):
        numbers = [phone["number"] for phone in service["phones"]]
        assert all(re.fullmatch(r"860-555-01\d\d", number) for number in numbers)


def test_the_demo_holds_fresh_and_stale_listings() -> None:
    assured = sorted(date.fromisoformat(one["assured_date"]) for one in _services("demo"))

    assert assured[0] < date(2026, 5, 1)
    assert assured[-1] > date(2026, 10, 1)


def test_every_need_of_the_bedside_core_has_a_demo_listing() -> None:
    core = shipped.instrument("bedside-core")
    needs = {
        category
        for item in shipped.walk(core["item"])
        for need in shipped.extensions(item, "need")
        for category in shipped.codes(need, "category")
    }

    offered = {
        one["taxonomy_term"]["code"]
        for service in _services("demo")
        for one in service["attributes"]
        if one["link_type"] == "need" and service["status"] == "active"
    }

    assert needs <= offered
