"""The table of docs/security.md, made from the names of tests.

``python -m tests.storage.security_table`` writes it into the page again.
"""

import re
from pathlib import Path

from tests.storage.security_lines import SECTIONS

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "security.md"
BEGIN = "<!-- made by python -m tests.storage.security_table -->"
END = "<!-- end of what is made -->"


def table() -> str:
    """Everything between the two marks."""
    parts = []
    for title, lines in SECTIONS.items():
        rows = ["| Requirement | What the app does | Shown by |", "|---|---|---|"]
        for line in lines:
            shown = "<br>".join(f"`{test}`" for test in line.tests)
            rows.append(f"| {line.requirement} | {line.what} | {shown} |")
        parts.append(f"## {title}\n\n" + "\n".join(rows))
    return "\n\n".join(parts)


def page(text: str) -> str:
    """The page with its table made anew."""
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}\n\n{table()}\n\n{END}{tail}"


def missing_tests() -> list[str]:
    """What the table names and is not there."""
    named = [test for lines in SECTIONS.values() for line in lines for test in line.tests]
    missing = []
    for each in named:
        file, _, test = each.partition("::")
        path = ROOT / "tests" / file
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        if not test or not re.search(rf"^def {re.escape(test)}\(", text, re.MULTILINE):
            missing.append(each)
    return missing


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
