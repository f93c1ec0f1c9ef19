"""Everything there is to see, in the order of the work."""

from tests.pictures.care_scenes import CARE
from tests.pictures.course_scenes import COURSE
from tests.pictures.desk_scenes import DESKS
from tests.pictures.empty_scenes import EMPTY
from tests.pictures.entry_scenes import ENTRY
from tests.pictures.known_scenes import KNOWN
from tests.pictures.outing_scenes import OUTINGS
from tests.pictures.plan_scenes import PLANS
from tests.pictures.reaching_scenes import REACHING
from tests.pictures.rule_scenes import RULES
from tests.pictures.scene import Scene

SCENES: tuple[Scene, ...] = (
    *ENTRY,
    *CARE,
    *COURSE,
    *PLANS,
    *OUTINGS,
    *REACHING,
    *DESKS,
    *RULES,
    *KNOWN,
    *EMPTY,
)
