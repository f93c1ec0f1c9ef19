"""A process that leaks the word it is told in every way that a trace must show, and no file stays.

The word comes by standard input; as an argument it would be in the trace before it is leaked.
"""

import base64
import socket
import sys
import tempfile
from pathlib import Path


def leak(word: str) -> None:
    """Into files that are gone afterwards, a socket, a name; and a document into a file."""
    for form in (word.encode(), word.encode("utf-16-le"), b"%PDF-1.7 and more"):
        with tempfile.NamedTemporaryFile("wb", buffering=0) as gone:
            gone.write(form)
    one, other = socket.socketpair()
    one.send(base64.b64encode(b"v" + word.encode() + b"tail"))
    one.close()
    other.close()
    named = Path(tempfile.gettempdir()) / word
    named.touch()
    named.unlink()


if __name__ == "__main__":
    leak(sys.stdin.readline().strip())
