"""The invented people who can sign in to the demo store. Public on purpose: no one is real."""

from desktop.records.roles import Role
from desktop.records.site_contact import SiteContact
from desktop.services.ports import NewStaff

DEMO_PASSPHRASE = "invented people only"  # noqa: S105  (shown on the sign-in screen)
DEMO_PIN = "246802"
DEMO_HOSPITAL = "Mockingbird General Hospital"
DEMO_WORKSTATION = "ED-CART-04"

DEMO_STAFF = (
    NewStaff("ivo.specimen", "Ivo Specimen", Role.ADMINISTRATOR),
    NewStaff("rosa.sample", "Rosa Sample", Role.SPECIALIST),
    NewStaff("nadia.example", "Nadia Example", Role.NURSE_MANAGER),
    NewStaff("theo.placeholder", "Theo Placeholder", Role.PACKET_DESK),
    NewStaff("paz.pattern", "Paz Pattern", Role.PRIVACY_OFFICER),
)

DEMO_CONTACTS = (
    SiteContact("Dr. P. Example", "psychiatry on call", "555-0148", frozenset({"suicide-concern"})),
    SiteContact("Charge nurse", "emergency department", "555-0110"),
    SiteContact("Security desk", "", "555-0199", frozenset({"danger-now"})),
)
"""Whom the demo hospital wants told about an alert."""
