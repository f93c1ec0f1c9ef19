"""Reads a directory file in Open Referral HSDS 3.0 JSON (organizations with their services).

Source of the shape: Open Referral Human Services Data Specification 3.0,
https://docs.openreferral.org/en/3.0/hsds/schema_reference.html
"""

import json
from collections.abc import Mapping

from desktop.directory.directory import Directory, RowProblem
from desktop.directory.hsds_service import read_service
from desktop.directory.json_values import objects, text
from desktop.directory.listing import Listing
from desktop.errors import KnownError


def read_directory(data: bytes, name: str) -> Directory:
    """The directory in ``data``; ``name`` is the file's name for the user's sentence.

    Takes a list of organizations, one organization, or a page of them under ``contents``. A row
    that cannot be used is left out and named in ``problems``; the others are kept. Raises
    KnownError ``directory.not-json`` and ``directory.not-hsds``.
    """
    organizations = _organizations(_parse(data, name), name)
    listings: dict[str, Listing] = {}
    problems: list[RowProblem] = []
    for index, organization in enumerate(organizations, start=1):
        where = f"organization {index}"
        if not text(organization.get("name")):
            problems.append(RowProblem(where, "directory.row.missing", {"field": "name"}))
            continue
        for number, service in enumerate(objects(organization.get("services")), start=1):
            place = f"{where}, service {number}"
            listing, found = read_service(service, organization, place)
            problems += found
            if listing is None:
                continue
            if listing.service_id in listings:
                problems.append(RowProblem(place, "directory.row.twice", {"field": "id"}))
                continue
            listings[listing.service_id] = listing
    return Directory(tuple(listings.values()), tuple(problems), len(organizations))


def _parse(data: bytes, name: str) -> object:
    try:
        parsed: object = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise KnownError("directory.not-json", file=name) from None
    return parsed


def _organizations(parsed: object, name: str) -> tuple[Mapping[str, object], ...]:
    if isinstance(parsed, dict):
        page = next((parsed[key] for key in ("contents", "organizations") if key in parsed), None)
        parsed = [parsed] if page is None else page
    found = tuple(objects(parsed))
    if not isinstance(parsed, list) or not all("services" in one or "name" in one for one in found):
        raise KnownError("directory.not-hsds", file=name)
    if len(found) != len(parsed):
        raise KnownError("directory.not-hsds", file=name)
    return found
