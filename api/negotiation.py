"""Content negotiation of GraphQL over HTTP: which media type to answer in, and whether a body can be read."""

from __future__ import annotations

GRAPHQL_JSON = "application/graphql-response+json"
PLAIN_JSON = "application/json"
MAX_HEADER = 4_096


def response_type(accept: str | None) -> str | None:
    """The media type to answer in, None when the client accepts neither.

    No header, an empty one and wildcards give the specification's own type.
    """
    if accept is None or not accept.strip():
        return GRAPHQL_JSON
    ranges = [_media(part) for part in accept[:MAX_HEADER].split(",")]
    wishes = [(_wish(ranges, offered), offered) for offered in (GRAPHQL_JSON, PLAIN_JSON)]
    (quality, _), chosen = max(wishes, key=lambda wish: wish[0])
    return chosen if quality > 0 else None


def _wish(ranges: list[tuple[str, float]], offered: str) -> tuple[float, int]:
    """Quality of the most specific range that covers the type, and how early it stands (larger is earlier)."""
    best, found = -1, (0.0, 0)
    for position, (media, quality) in enumerate(ranges):
        specific = _matches(media, offered)
        if specific is not None and specific > best:
            best, found = specific, (quality, -position)
    return found


def _media(part: str) -> tuple[str, float]:
    media, *parameters = (piece.strip().lower() for piece in part.split(";"))
    quality = 1.0
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                quality = min(max(float(value), 0.0), 1.0)
            except ValueError:
                quality = 0.0
        elif name.strip() == "charset" and value.strip(' "') not in ("utf-8", "utf8"):
            quality = 0.0
    return media, quality


def _matches(media: str, offered: str) -> int | None:
    """How specifically the range covers the type (2 exact, 1 subtype wildcard, 0 any), None when it does not."""
    if media == offered:
        return 2
    return {"application/*": 1, "*/*": 0}.get(media)


def readable_body(content_type: str | None, content_encoding: str | None) -> bool:
    """Whether a POST body of this type is JSON in UTF-8 that is not compressed."""
    if content_encoding not in (None, "", "identity"):
        return False
    media, quality = _media((content_type or "")[:MAX_HEADER])
    return media == PLAIN_JSON and quality > 0
