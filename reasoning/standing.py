"""Where a person stands in the organisation: the role they hold now, the roles they held, their reporting line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.snapshot import Adjacency, Snapshot


@dataclass(frozen=True, slots=True, order=True)
class Post:
    """A role held: first day (since 1970; -1 when unknown), the role, the position of the edge, and the last day."""

    since: int
    role: int
    position: int
    until: int | None


def posts(snapshot: Snapshot, person: int, today: int) -> list[Post]:
    """The roles the person holds or held up to today, oldest first."""
    edges = snapshot.edges("HOLDS_ROLE")
    span = edges.out(person)
    found = []
    for position in range(span.start, span.stop):
        since, until = _days(edges, position)
        if since is None or since <= today:
            found.append(Post(-1 if since is None else since, edges.dst.item(position), position, until))
    return sorted(found) if len(found) > 1 else found


def current_post(snapshot: Snapshot, person: int, today: int) -> Post | None:
    """The role the person holds today; of several, the one begun last (then the one with the larger id)."""
    held = [post for post in posts(snapshot, person, today) if post.until is None or post.until >= today]
    return held[-1] if held else None


def reporting_line(snapshot: Snapshot, person: int, today: int) -> set[int]:
    """Everyone above and below the person in today's reporting structure, at any distance."""
    edges = snapshot.edges("REPORTS_TO")

    def above(current: int) -> Iterator[int]:
        span = edges.out(current)
        return (edges.dst.item(at) for at in range(span.start, span.stop) if _holds(edges, at, today))

    def below(current: int) -> Iterator[int]:
        span = edges.into(current)
        pairs = zip(edges.in_src[span].tolist(), edges.in_edge[span].tolist(), strict=True)
        return (source for source, at in pairs if _holds(edges, at, today))

    line: set[int] = set()
    for step in (above, below):
        seen = {person}
        queue = [person]
        for current in queue:
            for other in step(current):
                if other not in seen:
                    seen.add(other)
                    queue.append(other)
        line |= seen
    return line - {person}


def kept_apart(snapshot: Snapshot, person: int) -> set[int]:
    """Those with whom the person must not be matched. It is never said of anybody in an answer."""
    edges = snapshot.edges("KEPT_APART")
    return {*edges.targets(person).tolist(), *edges.sources(person).tolist()}


def _holds(edges: Adjacency, position: int, today: int) -> bool:
    since, until = _days(edges, position)
    return (since is None or since <= today) and (until is None or until >= today)


def _days(edges: Adjacency, position: int) -> tuple[int | None, int | None]:
    since, until = edges.columns["valid_from"], edges.columns["valid_to"]
    first, last = since.raw.item(position), until.raw.item(position)
    return (None if first == since.absent else first, None if last == until.absent else last)
