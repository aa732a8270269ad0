"""The schema: committed and current, described to the last field, and never broken for those who built on it."""

from __future__ import annotations

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLUnionType,
    build_schema,
    find_breaking_changes,
)

from api.schema.build import SDL_FILE, sdl
from api.schema.described import meaning_of
from api.schema.problems import problem_of
from ontology import errors
from ontology.errors import SchemaInvalid

RELEASED = SDL_FILE.with_name("schema.released.graphql")
"""What clients may have built on. Change it only with a release, and then on purpose."""


def test_the_committed_schema_is_the_schema() -> None:
    assert SDL_FILE.read_text("utf-8") == sdl(), "run `python -m api.schema.build`"


def test_nothing_that_was_released_is_broken() -> None:
    assert find_breaking_changes(build_schema(RELEASED.read_text("utf-8")), build_schema(sdl())) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  hits: [SearchHit!]!", "  found: [SearchHit!]!"),
        ("  coverage: Float\n", "  coverage: String\n"),
        ("union EdgeResult = Edge | NotInGraph |", "union EdgeResult = Edge |"),
        ("  targetRole: ID!\n", "  targetRole: ID!\n  budget: Float!\n"),
        ("  MISSING\n", ""),
    ],
)
def test_a_planted_break_is_found(before: str, after: str) -> None:
    assert before in sdl()
    assert find_breaking_changes(build_schema(sdl()), build_schema(sdl().replace(before, after, 1)))


def test_an_addition_is_no_break() -> None:
    added = sdl().replace("  coverage: Float\n", "  coverage: Float\n  more: Int\n", 1)
    assert find_breaking_changes(build_schema(sdl()), build_schema(added)) == []


def test_every_type_field_argument_and_input_is_described() -> None:
    schema = build_schema(sdl())
    bare = []
    for name, kind in schema.type_map.items():
        if name.startswith("__") or name in ("String", "Int", "Float", "Boolean", "ID"):
            continue
        if not kind.description:
            bare.append(name)
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
            bare += [f"{name}.{field}" for field, spec in kind.fields.items() if not spec.description]
        if isinstance(kind, GraphQLObjectType):
            arguments = ((field, spec.args) for field, spec in kind.fields.items())
            bare += [
                f"{name}.{field}({one})"
                for field, given in arguments
                for one, arg in given.items()
                if not arg.description
            ]
    assert bare == []


def test_results_are_unions_with_every_problem() -> None:
    schema = build_schema(sdl())
    problems = {"NotInGraph", "Forbidden", "ConsentMissing", "BadInput", "NeedsReview", "Unavailable"}
    for name in ("CareerPathResult", "SkillGapResult", "MentorMatchResult", "SearchResult", "EdgeResult"):
        union = schema.type_map[name]
        assert isinstance(union, GraphQLUnionType)
        members = {one.name for one in union.types}
        assert members > problems
        assert len(members) == len(problems) + 1


def test_enums_have_values() -> None:
    enums = [kind for kind in build_schema(sdl()).type_map.values() if isinstance(kind, GraphQLEnumType)]
    assert {kind.name for kind in enums} >= {"StepKind", "GapStatus", "SearchKind", "CounterReason", "MatchKind"}
    assert all(kind.values for kind in enums)


def test_a_renamed_property_is_noticed() -> None:
    assert meaning_of("HAS_SKILL", "level").startswith("Proficiency")
    with pytest.raises(SchemaInvalid):
        meaning_of("Role", "nmae")


@pytest.mark.parametrize(
    ("error", "member"),
    [
        (errors.UnknownNode("m"), "NotInGraph"),
        (errors.BadInput("m"), "BadInput"),
        (errors.ConsentMissing("m"), "ConsentMissing"),
        (errors.NeedsReview("m"), "NeedsReview"),
        (errors.AccessDenied("m"), "Forbidden"),
        (errors.Unauthenticated("m"), "Forbidden"),
        (errors.StoreUnavailable("m"), "Unavailable"),
        (errors.StoreTimeout("m"), "Unavailable"),
        (errors.StaleSnapshot("m"), "Unavailable"),
        (errors.SchemaInvalid("m"), "NoneType"),
        (errors.MissingExtra("m"), "NoneType"),
    ],
)
def test_which_member_an_error_becomes(error: errors.CairnError, member: str) -> None:
    problem = problem_of(error)
    assert type(problem).__name__ == member
    if problem is not None:
        assert (problem.code, problem.message) == (error.code, "m")
