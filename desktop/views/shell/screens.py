"""Builds the controller of a place; each screen's code is imported when it is first opened."""

from desktop.errors import BugError
from desktop.views.screen import ScreenContext, ScreenController
from desktop.views.shell.place import Desk, Place


def build_screen(place: Place, context: ScreenContext) -> ScreenController:
    """The controller of ``place``; its view is not in a window yet."""
    if place.desk is Desk.WORKLIST:
        from desktop.views.worklist.worklist_controller import WorklistController

        return WorklistController(context)
    if place.desk is Desk.REACH:
        from desktop.views.reach.reach_controller import ReachController

        return ReachController(context)
    if place.desk is Desk.REVIEW:
        from desktop.views.review.review_controller import ReviewController

        return ReviewController(context, place.visit_id)
    if place.desk is Desk.PACKETS:
        from desktop.views.packet_desk.packet_desk_controller import PacketDeskController

        return PacketDeskController(context)
    if place.desk is Desk.HELP:
        from desktop.views.help.help_controller import HelpController

        return HelpController(context)
    if place.desk is Desk.LENT:
        from desktop.views.lent_person.lent_person_controller import LentPersonController

        if place.person_id is None:
            raise BugError("the place of what was lent needs a person")
        return LentPersonController(context, place.person_id)
    of_the_site = _of_the_site(place, context)
    return of_the_site if of_the_site is not None else _of_a_person(place, context)


def _of_the_site(place: Place, context: ScreenContext) -> ScreenController | None:
    """The desks of those who run the site; None for any other place."""
    if place.desk is Desk.TEXTS:
        from desktop.views.texts.texts_controller import TextsController

        return TextsController(context)
    if place.desk is Desk.CONTACTS:
        from desktop.views.contacts.contacts_controller import ContactsController

        return ContactsController(context)
    if place.desk is Desk.RULES:
        from desktop.views.rules.rules_controller import RulesController

        return RulesController(context)
    if place.desk is Desk.BACKUPS:
        from desktop.views.backups.backups_controller import BackupsController

        return BackupsController(context)
    if place.desk is Desk.PEOPLE:
        from desktop.views.people.people_controller import PeopleController

        return PeopleController(context)
    if place.desk is Desk.WAITING:
        from desktop.views.people.waiting_controller import WaitingController

        return WaitingController(context)
    if place.desk is Desk.FORMS:
        from desktop.views.forms.forms_controller import FormsController

        return FormsController(context)
    if place.desk is Desk.AUDIT:
        from desktop.views.audit.audit_controller import AuditController

        return AuditController(context, place.about)
    if place.desk is Desk.OVERSIGHT:
        from desktop.views.oversight.oversight_controller import OversightController

        return OversightController(context)
    return None


def _of_a_person(place: Place, context: ScreenContext) -> ScreenController:
    if place.ref is None:
        raise BugError(f"the place {place.desk.value} needs a person")
    if place.desk is Desk.PERSON:
        from desktop.views.person.person_controller import PersonController

        return PersonController(context, place.ref, place.then)
    if place.desk is Desk.CONSENTS:
        from desktop.views.consent.consent_controller import ConsentController

        return ConsentController(context, place.ref, place.recipient, place.purpose)
    if place.desk is Desk.PRIVACY:
        from desktop.views.person_privacy.privacy_controller import PrivacyController

        return PrivacyController(context, place.ref)
    if place.desk is Desk.NEEDS:
        from desktop.views.needs.needs_controller import NeedsController

        return NeedsController(context, place.ref)
    if place.desk is Desk.PACKET:
        from desktop.views.packet.packet_controller import PacketController

        return PacketController(context, place.ref)
    if place.kind is None:
        raise BugError("the form place needs a kind")
    from desktop.views.interview.interview_controller import InterviewController

    return InterviewController(context, place.ref, place.kind, place.at, place.record_id)
