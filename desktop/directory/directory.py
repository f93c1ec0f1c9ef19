"""A whole directory as read from a file, with what was wrong in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.directory.listing import Listing


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Something wrong at ``where`` ("organization 2, service 1"): left out, or taken with a repair.

    ``message_id`` and ``params`` name a sentence in the message catalogues.
    """

    where: str
    message_id: str
    params: Mapping[str, str | int] = field(default_factory=dict)
    refused: bool = True


@dataclass(frozen=True, slots=True)
class Directory:
    """Listings in the order of the file, the problems met, and how many organizations were read."""

    listings: tuple[Listing, ...]
    problems: tuple[RowProblem, ...] = ()
    organizations: int = 0

    def find(self, service_id: str) -> Listing | None:
        """The listing with this id, or None when the directory does not have it."""
        return next((one for one in self.listings if one.service_id == service_id), None)

    def joined(self, other: "Directory") -> "Directory":
        """Both directories as one; where both have a service, this one's listing stays."""
        known = {one.service_id for one in self.listings}
        more = tuple(one for one in other.listings if one.service_id not in known)
        return Directory(
            self.listings + more,
            self.problems + other.problems,
            self.organizations + other.organizations,
        )
