"""Reading a page into its parts looks at each question once, however deep its groups are."""

from collections import Counter
from dataclasses import dataclass, field

from desktop.forms.session import FormSession, ItemKey
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.interview.interview_state import CardState
from desktop.views.interview.layouts.page_place import PagePlace
from desktop.views.interview.layouts.part_reader import PartReader
from desktop.views.interview.running import Running
from desktop.views.interview.sections import Section, sections_of
from tests.forms.form_makers import NOON, Json, form, group, item

DEPTH = 6


@dataclass
class Shown:
    """A page that is looked at."""

    session: FormSession
    section: Section
    mode: LanguageMode = LanguageMode.ENGLISH
    place: PagePlace = field(default_factory=PagePlace)
    running: Running = field(default_factory=Running)


def nested(depth: int) -> Json:
    """Groups inside one another, each with a question."""
    inside = [nested(depth - 1)] if depth else []
    return group(f"g{depth}", item(f"q{depth}", "string"), *inside)


def test_each_question_of_nested_groups_is_read_once() -> None:
    asked = form(nested(DEPTH))
    session = FormSession(asked, now=lambda: NOON)
    read: Counter[str] = Counter()

    def card(key: ItemKey) -> CardState:
        read[key] += 1
        return CardState(session.state(key), "", LanguageMode.ENGLISH)

    PartReader(Shown(session, sections_of(asked)[0]), card, lambda _key: "").parts()

    assert {key: count for key, count in read.items() if key.startswith("q")} == {
        f"q{depth}": 1 for depth in range(DEPTH + 1)
    }
