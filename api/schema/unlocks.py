"""Unlocks in GraphQL: types, input, and their making from what the use case returns."""

from __future__ import annotations

import strawberry

from api.schema import answers, edges
from api.schema.present_answers import Presenter
from api.schema.recency import DESCRIPTION, recency_rules
from api.use_cases.answered import Answered
from api.use_cases.unlocks import UnlockQuestion
from reasoning import unlocks as found_unlocks


@strawberry.input(description="For whom, by how many skills at once, and what counts as an open role.")
class UnlocksInput:
    """Input of unlocks."""

    person: strawberry.ID | None = strawberry.field(
        default=None, description="Whose: a global id or the identifier of the HR system. Without it, you."
    )
    skills: int = strawberry.field(default=1, description="How many skills at once: 1 or 2.")
    coverage: float = strawberry.field(
        default=1.0,
        description="Share by weight of the essential requirements that makes a role open (1: all of them).",
    )
    scheme: str | None = strawberry.field(
        default="company", description="Roles of this scheme: company, esco or onet; null for all."
    )
    first: int = strawberry.field(default=10, description="How many unlocks at most (1 to 50).")
    recency: bool = strawberry.field(default=True, description="Whether levels fade by the declared rules.")

    def question(self) -> UnlockQuestion:
        """As the use case takes it."""
        return UnlockQuestion(self.person, self.skills, self.coverage, self.scheme, self.first, self.recency)


@strawberry.type(description="A skill to learn.")
class LearnedSkill:
    """Part of an unlock."""

    skill: edges.NodeRef = strawberry.field(description="The skill.")
    level: float | None = strawberry.field(description="Level to reach; null where any level will do.")
    held_level: float = strawberry.field(description="Level that counts today, 0-5.")


@strawberry.type(description="A role that opens.")
class OpenedRole:
    """Part of an unlock."""

    role: edges.NodeRef = strawberry.field(description="The role.")
    met: int = strawberry.field(description="Requirements met today.")
    total: int = strawberry.field(description="Requirements in all.")
    evidence: list[edges.Edge] = strawberry.field(
        description="The edges this rests on, read back from the store for this answer."
    )
    sentences: list[answers.Sentence] = strawberry.field(
        description="The same in sentences; each cites the edges it rests on and was verified against them."
    )


@strawberry.type(description="One or two skills, and the roles that open once they are held at the level asked for.")
class Unlock:
    """An unlock."""

    skills: list[LearnedSkill] = strawberry.field(description="What to learn.")
    count: int = strawberry.field(description="How many roles open.")
    roles: list[OpenedRole] = strawberry.field(description="The first ten of them: those that lack least first.")


@strawberry.type(description="Which skills would open most roles to a person: true counterfactual counts.")
class UnlocksAnswer(answers.Answer):
    """Answer to unlocks."""

    subject: edges.NodeRef = strawberry.field(description="Whose.")
    coverage: float = strawberry.field(description="Share of the essential requirements that makes a role open.")
    considered: int = strawberry.field(description="How many roles were looked at.")
    open_now: int = strawberry.field(description="How many of them are open already.")
    unlocks: list[Unlock] = strawberry.field(description="Most roles first, then the fewest levels to gain.")
    recency: list[answers.RecencyRule] = strawberry.field(description=DESCRIPTION)


def unlocks(answered: Answered[found_unlocks.UnlockAnswer]) -> UnlocksAnswer:
    """The answer to unlocks."""
    show, found = Presenter(answered), answered.answer
    return UnlocksAnswer(
        **show.common(),
        subject=show.ref(found.subject),
        coverage=found.coverage,
        considered=found.considered,
        open_now=found.open_now,
        unlocks=[_unlock(show, one) for one in found.unlocks],
        recency=recency_rules(found.recency),
    )


def _unlock(show: Presenter, one: found_unlocks.Unlock) -> Unlock:
    return Unlock(
        skills=[
            LearnedSkill(skill=show.ref(skill.skill), level=skill.level, held_level=skill.held_level)
            for skill in one.skills
        ],
        count=one.count,
        roles=[
            OpenedRole(
                role=show.ref(role.role),
                met=role.met,
                total=role.total,
                evidence=show.evidence(role.evidence),
                sentences=show.sentences(role.claims),
            )
            for role in one.roles
        ],
    )
