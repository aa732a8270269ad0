"""HTML: what a reader sees. Scripts, styles, navigation and hidden elements are no text."""

from __future__ import annotations

from html.parser import HTMLParser

from ingestion.documents.blocks import Reading, blocks_of

_UNSEEN = frozenset({"script", "style", "template", "noscript", "nav", "svg", "iframe", "object", "select", "button"})
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_BREAKS = frozenset(
    {"p", "li", "div", "tr", "section", "article", "main", "header", "footer", "blockquote", "pre", "ul", "ol"}
    | {"table", "dl", "dt", "dd", "figure", "figcaption", "body", "title"}
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def read_html(text: str) -> Reading:
    """Headings and paragraphs of the body, and what ``title``, ``lang`` and ``meta name=...`` state."""
    parser = _Visible()
    parser.feed(text)
    parser.close()
    parser.end_block()
    return Reading(blocks_of(parser.found), parser.stated)


class _Visible(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[int, str]] = []
        self.stated: dict[str, object] = {}
        self._text: list[str] = []
        self._level = 0
        self._hidden: list[str] = []
        self._title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self._meta(given)
        if tag == "html" and given.get("lang"):
            self.stated["language"] = given["lang"]
        if tag in _VOID:
            if tag == "br":
                self._text.append(" ")
            return
        if self._hidden or tag in _UNSEEN or _is_hidden(given):
            self._hidden.append(tag)
            return
        if tag in _BREAKS or tag in _HEADINGS:
            self.end_block()
            self._level = _HEADINGS.get(tag, 0)
        self._title = tag == "title"
        if tag in ("td", "th") and (before := "".join(self._text).rstrip()):
            self._text = [before, "; "]

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            if tag in self._hidden:
                while self._hidden.pop() != tag:
                    pass
            return
        if tag in _BREAKS or tag in _HEADINGS:
            self.end_block()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._text.append(data)

    def end_block(self) -> None:
        """What was gathered so far is one block."""
        text = "".join(self._text)
        if self._title:
            self.stated.setdefault("title", " ".join(text.split()))
        elif text.strip():
            self.found.append((self._level, text))
        self._text, self._level, self._title = [], 0, False

    def _meta(self, given: dict[str, str]) -> None:
        name, content = given.get("name", "").strip().lower(), given.get("content", "").strip()
        if name.startswith("cairn:") and content:
            self.stated[name.removeprefix("cairn:").replace("-", "_")] = content


def _is_hidden(given: dict[str, str]) -> bool:
    style = given.get("style", "").replace(" ", "").lower()
    unseen = "display:none" in style or "visibility:hidden" in style or "font-size:0" in style
    return unseen or "hidden" in given or given.get("aria-hidden") == "true"
