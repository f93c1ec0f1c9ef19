"""An accounting of disclosures as CSV: RFC 4180 lines, UTF-8 with a mark for spreadsheets."""

import csv
from io import StringIO

from desktop.packets.accounting import Accounting

_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet read a cell as a formula (OWASP, CSV Injection), full width too."""


def accounting_csv(accounting: Accounting) -> bytes:
    """Heads and one line for each disclosure; a formula in a cell stays text.

    A spreadsheet takes UTF-8 for granted only behind a byte order mark.
    """
    buffer = StringIO(newline="")
    writer = csv.writer(buffer, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow(accounting.heads)
    for row in accounting.rows:
        writer.writerow([harmless(cell) for cell in row.cells()])
    if accounting.warning:
        writer.writerow([harmless(accounting.warning), "", "", ""])
    return buffer.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """The cell with an apostrophe before what would be a formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_BEGINS_FORMULA) else cell
