"""The lines of the table in docs/security.md: requirement, what the app does, what shows it."""

from tests.storage.security_lines.access import ACCESS
from tests.storage.security_lines.audit import AUDIT
from tests.storage.security_lines.integrity import INTEGRITY
from tests.storage.security_lines.person import PERSON
from tests.storage.security_lines.transmission import TRANSMISSION

SECTIONS = {
    "Access, 45 CFR 164.312(a)": ACCESS,
    "Audit, (b)": AUDIT,
    "Integrity, (c), and availability": INTEGRITY,
    "Who it is, (d)": PERSON,
    "What leaves, (e), and what is left behind": TRANSMISSION,
}
