"""Turns a form's XHTML, Markdown or CSS into the few marks that are shown, or into none at all.

An allow-list on the standard parser: anything that could run, load or reach elsewhere makes the
whole text fall back to its plain words (as LHC-Forms does with invalid tags).
"""

import re
from functools import lru_cache
from html import escape
from html.parser import HTMLParser

from desktop.forms.wording import Styling

MOST_CHARACTERS = 20_000
MOST_DEPTH = 40

_KEPT = {
    "b": "b", "strong": "b", "i": "i", "em": "i", "u": "u", "ins": "u", "s": "s", "del": "s",
    "sub": "sub", "sup": "sup", "p": "p", "div": "p", "ul": "ul", "ol": "ol", "li": "li",
    "table": "table", "tr": "tr", "td": "td", "th": "th", "blockquote": "p", "pre": "p",
    "h1": "h4", "h2": "h4", "h3": "h4", "h4": "h4", "h5": "h4", "h6": "h4",
}  # fmt: skip
"""What a tag becomes; headings stay below the question in rank."""
_UNWRAPPED = frozenset(
    ("span", "font", "a", "code", "small", "big", "tbody", "thead", "tfoot", "section", "article",
     "label", "abbr", "cite", "q", "dfn", "tt", "center", "address", "caption", "body", "html")
)  # fmt: skip
"""Tags whose words are kept and nothing else of them."""
_SINGLE = frozenset(("br", "hr", "img", "col", "wbr"))
_BOLD = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00)")
_ITALIC = re.compile(r"font-style\s*:\s*(italic|oblique)")
_UNDERLINED = re.compile(r"text-decoration[a-z-]*\s*:[^;]*underline")
_TAG_IN_MARKDOWN = re.compile(r"<\s*/?\s*[A-Za-z!]")
_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)


class _NotAllowed(Exception):
    """The text holds something that is not shown in any form."""


@lru_cache(maxsize=512)
def rich_html(styling: Styling, plain: str) -> str:
    """The text in the marks that are shown, "" where its plain words are to be shown.

    XHTML wins over Markdown, both over CSS (FHIR core extensions rendering-xhtml, -markdown,
    -style).
    """
    if not styling:
        return ""
    if styling.xhtml:
        return sanitised(styling.xhtml)
    if styling.markdown:
        return _from_markdown(styling.markdown)
    opened, closed = _marks_of(styling.css)
    return f"{opened}{escape(plain)}{closed}" if opened else ""


_INSIDE_LINE = re.compile(r"</?(?!(?:b|i|u|s|sub|sup)>)[a-z][^>]*>")


def line_html(styling: Styling, plain: str) -> str:
    """The same for a few words inside a line, such as a prefix: no paragraphs, lists or tables."""
    return " ".join(_INSIDE_LINE.sub(" ", rich_html(styling, plain)).split())


def sanitised(source: str) -> str:
    """``source`` with only the tags of the list and no attributes; "" where one is not allowed."""
    if len(source) > MOST_CHARACTERS:
        return ""
    cleaner = _Cleaner()
    try:
        cleaner.feed(source)
        cleaner.close()
        return cleaner.result()
    except _NotAllowed:
        return ""


def _from_markdown(source: str) -> str:
    if len(source) > MOST_CHARACTERS or _TAG_IN_MARKDOWN.search(source):
        return ""
    from PySide6.QtGui import QTextDocument

    document = QTextDocument()
    flags = QTextDocument.MarkdownFeature
    document.setMarkdown(source, flags.MarkdownDialectGitHub | flags.MarkdownNoHTML)
    found = _BODY.search(document.toHtml())
    return sanitised(found.group(1)) if found is not None else ""


def _marks_of(css: str) -> tuple[str, str]:
    css = css.lower()
    tests = ((_BOLD, "b"), (_ITALIC, "i"), (_UNDERLINED, "u"))
    tags = [tag for pattern, tag in tests if pattern.search(css)]
    opened = "".join(f"<{tag}>" for tag in tags)
    return opened, "".join(f"</{tag}>" for tag in reversed(tags))


class _Cleaner(HTMLParser):
    """Writes what is allowed; remembers for each open tag what closes it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._written: list[str] = []
        self._open: list[tuple[str, str]] = []

    def result(self) -> str:
        """Everything written, once each tag is closed."""
        if self._open:
            raise _NotAllowed
        written = "".join(self._written)
        return written if written.strip() else ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open what is allowed."""
        given = {name.lower(): value or "" for name, value in attrs}
        if any(name.startswith("on") for name in given) or len(self._open) >= MOST_DEPTH:
            raise _NotAllowed
        if tag in _SINGLE:
            self._single(tag, given)
        elif tag in _KEPT or tag in _UNWRAPPED:
            self._open_tag(tag, given)
        else:
            raise _NotAllowed

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """``<br/>``, or an empty pair."""
        self.handle_starttag(tag, attrs)
        if tag not in _SINGLE:
            self.handle_endtag(tag)

    def _single(self, tag: str, given: dict[str, str]) -> None:
        if tag in ("br", "hr"):
            self._written.append("<br>")
        elif tag == "img" and given.get("alt"):
            # A picture is never loaded; its words stand for it.
            self._written.append(f"[{escape(given['alt'])}]")

    def _open_tag(self, tag: str, given: dict[str, str]) -> None:
        opened, closed = _marks_of(given.get("style", ""))
        kept = _KEPT.get(tag, "")
        start = _START.get(kept, f"<{kept}>") if kept else ""
        end = f"</{kept}>" if kept else ""
        self._written.append(f"{start}{opened}")
        address = given.get("href", "")
        shown = f" ({escape(address)})" if tag == "a" and _is_web(address) else ""
        self._open.append((tag, f"{shown}{closed}{end}"))

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened last; anything else is no well-formed text."""
        if tag in _SINGLE:
            return
        if not self._open or self._open[-1][0] != tag:
            raise _NotAllowed
        self._written.append(self._open.pop()[1])

    def handle_data(self, data: str) -> None:
        """Words."""
        self._written.append(escape(data, quote=False))

    def handle_decl(self, decl: str) -> None:  # noqa: ARG002 - the parser's signature
        """No declarations."""
        raise _NotAllowed

    def unknown_decl(self, data: str) -> None:  # noqa: ARG002 - the parser's signature
        """No CDATA."""
        raise _NotAllowed

    def handle_pi(self, data: str) -> None:  # noqa: ARG002 - the parser's signature
        """No processing instructions."""
        raise _NotAllowed


_START = {"table": '<table border="1" cellspacing="0" cellpadding="4">'}


def _is_web(address: str) -> bool:
    return address.lower().startswith(("http://", "https://", "mailto:", "tel:"))
