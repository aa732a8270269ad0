"""How many rows the arguments of a field ask for, written out or in variables. It knows names, no types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from graphql import IntValueNode, ListValueNode, ObjectValueNode, OperationDefinitionNode, ValueNode, VariableNode

PAGE_ARGUMENTS = frozenset({"first", "last", "limit", "alternatives", "ids", "ways"})
PAGE_CAP = 100


@dataclass(frozen=True, slots=True, order=True)
class Rows:
    """How many rows a value asks for: as the value of a page argument, and by the page arguments within it."""

    page: int = 1
    within: int = 1

    def under(self, name: str) -> int:
        """As the value of an argument or field of that name."""
        return self.page if name in PAGE_ARGUMENTS else self.within


ONE = Rows()
RowsByName: TypeAlias = Mapping[str, Rows]


def rows_of(value: ValueNode, variables: RowsByName) -> Rows:
    """The rows of a value as it stands in a document."""
    if isinstance(value, VariableNode):
        return variables.get(value.name.value, ONE)
    if isinstance(value, IntValueNode):
        return Rows(page=min(max(int(value.value), 1), PAGE_CAP) if len(value.value) < 10 else 1)
    if isinstance(value, ListValueNode):
        within = max((rows_of(each, variables).within for each in value.values), default=1)
        return Rows(min(max(len(value.values), 1), PAGE_CAP), within)
    if isinstance(value, ObjectValueNode):
        return Rows(
            within=max((rows_of(one.value, variables).under(one.name.value) for one in value.fields), default=1)
        )
    return ONE


def rows_in(value: object) -> Rows:
    """The rows of a variable as it came in JSON."""
    if isinstance(value, int) and not isinstance(value, bool):
        return Rows(page=min(max(value, 1), PAGE_CAP) if value < 10**9 else 1)
    if isinstance(value, list):
        return Rows(min(max(len(value), 1), PAGE_CAP), max((rows_in(each).within for each in value), default=1))
    if isinstance(value, dict):
        return Rows(within=max((rows_in(each).under(str(name)) for name, each in value.items()), default=1))
    return ONE


def rows_by_variable(node: OperationDefinitionNode, variables: Mapping[str, object]) -> RowsByName:
    """The rows of each variable of an operation, as given or else by its default; those of one row are left out."""
    rows = {}
    for one in node.variable_definitions or ():
        name = one.variable.name.value
        if name in variables:
            rows[name] = rows_in(variables[name])
        elif one.default_value is not None:
            rows[name] = rows_of(one.default_value, {})
    return {name: found for name, found in rows.items() if found != ONE}
