"""One thing to see: how it is reached, and which classes of widgets its picture shows."""

from dataclasses import dataclass

from tests.journeys.ways_of_care import Way


@dataclass(frozen=True)
class Scene:
    """``shows`` names classes of ``desktop.views`` that must be visible in the picture."""

    way: Way
    shows: tuple[str, ...] = ()
    name: str = ""
    is_english: bool = False
    """Whether what is read is English in either window: a form that has no other language, the
    consent of somebody who reads English."""
    is_first_day: bool = False
    """Whether nobody has worked with the store yet."""

    @property
    def title(self) -> str:
        """The name of the file, without number, language and look."""
        return (self.name or self.way.__name__).replace("_", "-").replace(" ", "-")
