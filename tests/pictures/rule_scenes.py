"""The desk of the rules of the site."""

from desktop.views.rules.rules_view import RulesView
from tests.journeys import ways_of_desks as ways
from tests.pictures.desk_scenes import desk
from tests.pictures.scene import Scene
from tests.services.bench import ADMIN
from tests.support.journey import Traveller


def route(at: Traveller) -> None:
    """What staff are told about a pathway, in the words of the site."""
    ways.rules(at)
    at.press("rules-cancel")
    view = at.opened.window.findChild(RulesView)
    assert view is not None
    view.route_opened.emit("partner-violence")
    at.opened.until(lambda: at.hands.sees("route-text-kind-own"))
    at.press("route-text-kind-own")


def rule_changed(at: Traveller) -> None:
    """A rule was changed: it may be taken back."""
    ways.rules(at)
    at.press("rules-cancel")
    at.press("rules-paper-listing-limit-days")
    at.write("rule-number", "45")
    at.press("rules-do")
    at.opened.until(lambda: at.hands.sees("rules-notice-undo"))


RULES: tuple[Scene, ...] = (
    Scene(desk(ADMIN, "rules"), ("RulesView",)),
    Scene(route, ("RoutePanel",)),
    Scene(ways.rules, ("RulePanel",), "rule"),
    Scene(desk(ADMIN, "rules", "rules-consent-"), ("RulePanel",), "rule of consents"),
    Scene(desk(ADMIN, "rules", "rules-safety-"), ("RulePanel",), "rule of off-site visits"),
    Scene(rule_changed, ("RulesView", "UndoNotice"), "rule changed"),
)
