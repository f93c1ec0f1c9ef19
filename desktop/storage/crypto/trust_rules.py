"""What signed papers alone do not say: the compartments, and who holds and renews their keys."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TrustRules:
    """What the papers alone do not say: which compartments there are, and who renews their keys."""

    makers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Roles that may make a new key of each compartment."""
    holders: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Roles that may hold the key of each compartment."""
    founded: frozenset[str] = frozenset()
    """Compartments whose first key was made at set-up."""
    by_name: frozenset[str] = frozenset()
    """Compartments that only named people hold."""
