"""The registry of the HR feeds: name, contract, key and what a row becomes in the graph. Data only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from graph.keys import digest
from ingestion.contracts.consents import ConsentRecord
from ingestion.contracts.courses import CourseRecord, CourseSkillRecord
from ingestion.contracts.identities import IdentityRecord
from ingestion.contracts.learning import AssessmentRecord, CompletionRecord
from ingestion.contracts.organisation import OrgUnitRecord
from ingestion.contracts.people import EmploymentRecord, PersonRecord
from ingestion.contracts.postings import PostingRecord, PostingSkillRecord
from ingestion.contracts.roles import RoleRecord, RoleSkillRecord, TransitionRecord
from ingestion.contracts.skills import SkillRecord, SkillRelationRecord
from ingestion.contracts.talent import InterestRecord, KeptApartRecord, MentorOfferRecord, PersonSkillRecord
from ingestion.contracts.values import did_you_mean
from ingestion.rules import EdgeRule, End, Feed, NodeRule
from ontology.errors import SettingInvalid

_PERSON = End("Person", "person_id")
_SKILL = End("Skill", "skill_id", "any")
_ROLE = End("Role", "role_id", "any")


def _company(_: object) -> str:
    return "company"


def _weight(row: RoleSkillRecord | PostingSkillRecord) -> float | None:
    """As ESCO's essential and optional are weighed, unless the row says otherwise."""
    if row.weight is not None or row.essential is None:
        return row.weight
    return 1.0 if row.essential else 0.5


def _match(label: str, own: str, other: str, match: str) -> EdgeRule:
    return EdgeRule(
        "EQUIVALENT_TO",
        End(label, own),
        End(label, other, "shared"),
        computed={"match_type": lambda row: str(getattr(row, match))},
        confidence="match_confidence",
        apart=other,
    )


def _relation(rel_type: str, *kinds: str) -> EdgeRule:
    return EdgeRule(
        rel_type,
        End("Skill", "skill_id"),
        End("Skill", "other_skill_id", "any"),
        computed={"kind": lambda row: str(row.relation)} if rel_type == "RELATED_TO" else {},
        when=lambda row: row.relation in kinds,
    )


def _consent_id(row: ConsentRecord) -> str:
    said = ("|".join(sorted(row.purposes)), row.status, row.given_at.isoformat())
    return row.consent_id or digest(row.person_id, *said)


_CATALOGUE = (
    Feed(
        "skills",
        SkillRecord,
        ("skill_id",),
        "hris",
        nodes=(NodeRule("Skill", "skill_id", {"scheme": _company}),),
        edges=(
            _match("Skill", "skill_id", "esco_uri", "esco_match"),
            _match("Skill", "skill_id", "onet_element_id", "onet_match"),
        ),
        replaces=True,
    ),
    Feed(
        "skill_relations",
        SkillRelationRecord,
        ("skill_id", "relation", "other_skill_id"),
        "hris",
        edges=(_relation("BROADER", "broader"), _relation("RELATED_TO", "related", "essential", "optional")),
    ),
    Feed(
        "roles",
        RoleRecord,
        ("role_id",),
        "hris",
        nodes=(NodeRule("Role", "role_id", {"scheme": _company}),),
        edges=(
            _match("Role", "role_id", "esco_uri", "esco_match"),
            _match("Role", "role_id", "onet_soc_code", "onet_match"),
        ),
        replaces=True,
    ),
    Feed(
        "role_skills",
        RoleSkillRecord,
        ("role_id", "skill_id"),
        "hris",
        edges=(EdgeRule("REQUIRES_SKILL", End("Role", "role_id"), _SKILL, {"weight": _weight}),),
    ),
    Feed(
        "transitions",
        TransitionRecord,
        ("from_role_id", "to_role_id"),
        "hris",
        edges=(EdgeRule("TRANSITIONS_TO", End("Role", "from_role_id"), End("Role", "to_role_id", "any")),),
    ),
    Feed(
        "courses",
        CourseRecord,
        ("course_id",),
        "lms",
        nodes=(NodeRule("Course", "course_id"),),
        edges=(EdgeRule("HAS_PREREQUISITE", End("Course", "course_id"), End("Course", "prerequisites")),),
        replaces=True,
    ),
    Feed(
        "course_skills",
        CourseSkillRecord,
        ("course_id", "skill_id"),
        "lms",
        edges=(EdgeRule("TEACHES_SKILL", End("Course", "course_id"), _SKILL),),
    ),
)

_POSTINGS = (
    Feed(
        "postings",
        PostingRecord,
        ("posting_id",),
        "ats",
        nodes=(NodeRule("JobPosting", "posting_id"),),
        edges=(
            EdgeRule("ADVERTISES", End("JobPosting", "posting_id"), _ROLE),
            EdgeRule("POSTED_BY", End("JobPosting", "posting_id"), End("OrgUnit", "org_unit_id")),
        ),
        replaces=True,
    ),
    Feed(
        "posting_skills",
        PostingSkillRecord,
        ("posting_id", "skill_id"),
        "ats",
        edges=(EdgeRule("REQUIRES_SKILL", End("JobPosting", "posting_id"), _SKILL, {"weight": _weight}),),
    ),
)

_PEOPLE = (
    Feed(
        "org_units",
        OrgUnitRecord,
        ("org_unit_id",),
        "hris",
        nodes=(NodeRule("OrgUnit", "org_unit_id"),),
        edges=(EdgeRule("PART_OF", End("OrgUnit", "org_unit_id"), End("OrgUnit", "parent_id")),),
        replaces=True,
    ),
    Feed("people", PersonRecord, ("person_id",), "hris", nodes=(NodeRule("Person", "person_id"),)),
    Feed(
        "identities",
        IdentityRecord,
        ("person_id", "same_as", "method"),
        "hris",
        edges=(
            EdgeRule("SAME_PERSON_AS", _PERSON, End("Person", "same_as"), confidence="confidence"),
            # Two who are different people are so whichever of them was named first.
            EdgeRule(
                "SAME_PERSON_AS",
                End("Person", "same_as"),
                _PERSON,
                when=lambda row: row.state == "separate",
                confidence="confidence",
            ),
        ),
    ),
    Feed(
        "employment",
        EmploymentRecord,
        ("person_id", "role_id", "start_date"),
        "hris",
        edges=(
            EdgeRule(
                "HOLDS_ROLE", _PERSON, _ROLE, qualifier="start_date", valid_from="start_date", valid_to="end_date"
            ),
            EdgeRule(
                "MEMBER_OF",
                _PERSON,
                End("OrgUnit", "org_unit_id"),
                qualifier="start_date",
                valid_from="start_date",
                valid_to="end_date",
            ),
            EdgeRule(
                "REPORTS_TO",
                _PERSON,
                End("Person", "manager_id"),
                qualifier="start_date",
                valid_from="start_date",
                valid_to="end_date",
            ),
        ),
        replaces=True,
        identified_by="employment_id",
    ),
    Feed(
        "person_skills",
        PersonSkillRecord,
        ("person_id", "skill_id", "method"),
        "hris",
        edges=(EdgeRule("HAS_SKILL", _PERSON, _SKILL, confidence="confidence"),),
    ),
    Feed(
        "interests",
        InterestRecord,
        ("person_id", "role_id", "skill_id"),
        "hris",
        edges=(
            EdgeRule("INTERESTED_IN", _PERSON, _ROLE, method="self_declared"),
            EdgeRule("INTERESTED_IN", _PERSON, _SKILL, method="self_declared"),
        ),
    ),
    Feed(
        "mentor_offers",
        MentorOfferRecord,
        ("person_id", "skill_id"),
        "hris",
        edges=(
            EdgeRule(
                "OFFERS_MENTORING",
                _PERSON,
                _SKILL,
                valid_from="valid_from",
                valid_to="valid_to",
                method="self_declared",
            ),
        ),
    ),
    Feed(
        "kept_apart",
        KeptApartRecord,
        ("person_id", "other_id"),
        "hris",
        edges=(EdgeRule("KEPT_APART", _PERSON, End("Person", "other_id")),),
    ),
    Feed(
        "completions",
        CompletionRecord,
        ("person_id", "course_id", "completed_on"),
        "lms",
        edges=(
            EdgeRule(
                "COMPLETED",
                _PERSON,
                End("Course", "course_id"),
                qualifier="completed_on",
                valid_from="completed_on",
                valid_to="expires_on",
            ),
            EdgeRule(
                "HAS_SKILL",
                _PERSON,
                _SKILL,
                {"level": lambda row: row.level_gained, "last_used": lambda row: row.completed_on},
                when=lambda row: row.passed,
                method="inferred",
                event_day="completed_on",
            ),
        ),
        replaces=True,
    ),
    Feed(
        "assessments",
        AssessmentRecord,
        ("assessment_id", "person_id", "skill_id"),
        "lms",
        edges=(
            EdgeRule(
                "ASSESSED",
                _PERSON,
                _SKILL,
                {"assessment": lambda row: row.assessment_id, "level": lambda row: row.measured_level},
                qualifier="assessment_id",
                valid_from="taken_on",
                valid_to="expires_on",
                method="assessment",
            ),
            EdgeRule(
                "HAS_SKILL",
                _PERSON,
                _SKILL,
                {"level": lambda row: row.measured_level, "last_used": lambda row: row.taken_on},
                method="assessment",
                event_day="taken_on",
            ),
        ),
        replaces=True,
    ),
    Feed(
        "consents",
        ConsentRecord,
        ("person_id", "status", "given_at", "purposes"),
        "hris",
        nodes=(NodeRule("ConsentGrant", _consent_id, {"purposes": lambda row: sorted(row.purposes)}),),
        edges=(EdgeRule("GRANTED", _PERSON, End("ConsentGrant", "")),),
        moment="given_at",
        identified_by="consent_id",
    ),
)

FEEDS: Mapping[str, Feed] = MappingProxyType({feed.name: feed for feed in (*_CATALOGUE, *_PEOPLE, *_POSTINGS)})
"""All feeds in the order in which loading them leaves the fewest records waiting."""


def feed_named(name: str) -> Feed:
    """The feed, or ``SettingInvalid`` with the nearest name."""
    try:
        return FEEDS[name]
    except KeyError:
        hint = did_you_mean(name, FEEDS)
        raise SettingInvalid(
            f"There is no feed {name[:60]!r}.{hint}", remedy=f"Use one of {', '.join(FEEDS)}."
        ) from None
