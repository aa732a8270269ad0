"""Limits on documents: one walk, memoised per fragment, so that its time is linear in the text. It validates nothing.

Only the cost depends on variables: the pages they ask for count as if they stood in the text.

Fragments count as if they stood where they are spread, so a bomb of nested fragments is measured, not expanded.
Cyclic fragments count once; validation refuses them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from graphql import (
    ArgumentNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

from api.page_rows import RowsByName, rows_of

QUESTION_WEIGHT = 50
QUESTIONS = frozenset(
    {"careerPath", "skillGap", "learningPlan", "unlocks", "mentorMatch", "cohortMatch", "transition", "adjacentRoles"}
    | {"whyNot", "pathSensitivity", "whatIf", "reachableRoles", "whoCouldReach", "workforceReadiness"}
    | {"documents", "plays", "themes", "explain"}
    | {"verifyAnswer", "replay", "staleAnswers", "lineage", "answersToReview", "reviewAnswer"}
)
"""Root fields that compute: each counts as much as fifty plain fields."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds. ``repeats``: how often one response name may stand in one selection (validation is quadratic)."""

    body_bytes: int = 65_536
    tokens: int = 2_000
    depth: int = 14
    aliases: int = 30
    directives: int = 16
    fields: int = 500
    root_fields: int = 10
    repeats: int = 20
    cost: int = 5_000
    json_depth: int = 32

    def doubled(self) -> Limits:
        """The bounds for introspection, whose standard query is large and harmless."""
        return replace(self, depth=self.depth * 2, fields=self.fields * 2, cost=self.cost * 2, aliases=self.aliases * 2)


@dataclass(frozen=True, slots=True)
class Size:
    """What a selection measures, fragments inlined."""

    depth: int = 0
    aliases: int = 0
    directives: int = 0
    fields: int = 0
    root_fields: int = 0
    repeats: int = 0
    cost: int = 0

    def beside(self, other: Size) -> Size:
        """Both in one selection."""
        return Size(
            max(self.depth, other.depth),
            self.aliases + other.aliases,
            self.directives + other.directives,
            self.fields + other.fields,
            self.root_fields + other.root_fields,
            max(self.repeats, other.repeats),
            self.cost + other.cost,
        )


class _Walk:
    """Measures the selections of one document."""

    def __init__(self, document: DocumentNode, variables: RowsByName) -> None:
        self._variables = variables
        self._fragments = {
            node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
        }
        self._measured: dict[str, Size] = {}
        self._open: set[str] = set()

    def selection(self, node: SelectionSetNode | None) -> Size:
        size = Size()
        if node is None:
            return size
        names: dict[str, int] = {}
        for part in node.selections:
            if isinstance(part, FieldNode):
                name = (part.alias or part.name).value
                names[name] = names.get(name, 0) + 1
                size = size.beside(self._field(part))
            elif isinstance(part, InlineFragmentNode):
                size = size.beside(_with_directives(self.selection(part.selection_set), part))
            elif isinstance(part, FragmentSpreadNode):
                size = size.beside(_with_directives(self._fragment(part.name.value), part))
        return replace(size, repeats=max(size.repeats, *names.values())) if names else size

    def _field(self, node: FieldNode) -> Size:
        below = self.selection(node.selection_set)
        weight = QUESTION_WEIGHT if node.name.value in QUESTIONS else 1
        return Size(
            depth=below.depth + 1,
            aliases=below.aliases + (node.alias is not None),
            directives=below.directives + len(node.directives or ()),
            fields=below.fields + 1,
            root_fields=1,
            repeats=below.repeats,
            cost=weight + self._page(node.arguments or ()) * below.cost,
        )

    def _page(self, arguments: tuple[ArgumentNode, ...]) -> int:
        """How many rows the arguments ask for: the largest page argument, however deep in input objects."""
        rows = (rows_of(one.value, self._variables).under(one.name.value) for one in arguments)
        return max(rows, default=1)

    def _fragment(self, name: str) -> Size:
        if name in self._open or name not in self._fragments:
            return Size()
        if name not in self._measured:
            self._open.add(name)
            fragment = self._fragments[name]
            self._measured[name] = _with_directives(self.selection(fragment.selection_set), fragment)
            self._open.discard(name)
        return self._measured[name]


def _with_directives(size: Size, node: InlineFragmentNode | FragmentSpreadNode | FragmentDefinitionNode) -> Size:
    return replace(size, directives=size.directives + len(node.directives or ()))


def operation_in(document: DocumentNode, name: str | None) -> OperationDefinitionNode | None:
    """The operation of that name; without a name the first."""
    named = (node for node in document.definitions if isinstance(node, OperationDefinitionNode))
    return next((node for node in named if name is None or (node.name and node.name.value == name)), None)


def too_dear(document: DocumentNode, operation: OperationDefinitionNode, rows: RowsByName, limits: Limits) -> bool:
    """Whether the operation costs more than the bound with variables that ask for so many rows."""
    bounds = limits.doubled() if _introspects(operation) else limits
    return _Walk(document, rows).selection(operation.selection_set).cost > bounds.cost


def exceeded(document: DocumentNode, limits: Limits) -> str | None:
    """The name of the first bound that an operation of the document exceeds whatever its variables, or None.

    Raises ``RecursionError`` for documents nested beyond what the interpreter can walk.
    """
    walk = _Walk(document, {})
    for node in document.definitions:
        if isinstance(node, OperationDefinitionNode):
            size = _with_operation(walk.selection(node.selection_set), node)
            bounds = limits.doubled() if _introspects(node) else limits
            for name in ("depth", "aliases", "directives", "fields", "root_fields", "repeats", "cost"):
                if getattr(size, name) > getattr(bounds, name):
                    return name
    return None


def _with_operation(size: Size, node: OperationDefinitionNode) -> Size:
    return replace(size, directives=size.directives + len(node.directives or ()))


def _introspects(node: OperationDefinitionNode) -> bool:
    parts = node.selection_set.selections
    return all(isinstance(part, FieldNode) and part.name.value.startswith("__") for part in parts)
