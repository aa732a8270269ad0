"""The schema reader refuses every fault that would make the graph, its access rules or its RDF wrong."""

from __future__ import annotations

import pytest

from ontology.errors import SchemaInvalid
from ontology.model import PURPOSES, load_ontology
from tests.ontology.conftest import Plant

HIRED = (
    "      hired_on: {type: date, meaning: First day of employment., class: personal,"
    ' purposes: [career_path, analytics], retention: employment+1y, maps_to: "cairn:hiredOn"}'
)


def changed(old: str, new: str) -> tuple[str, str]:
    assert old in HIRED
    return HIRED, HIRED.replace(old, new)


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("person.yaml", *changed(", class: personal", ""), "Person.hired_on has no sensitivity class"),
        ("person.yaml", *changed("class: personal", "class: secret"), "Person.hired_on has no sensitivity class"),
        ("person.yaml", *changed(", purposes: [career_path, analytics]", ""), "names no lawful purpose"),
        ("person.yaml", *changed("[career_path, analytics]", "[curiosity]"), "names an unknown purpose"),
        ("person.yaml", *changed("[career_path, analytics]", "[public]"), "is about a person and cannot be public"),
        ("person.yaml", *changed(" retention: employment+1y,", ""), "does not say how long it is kept"),
        ("person.yaml", *changed("type: date", "type: day"), "has no known type"),
        ("person.yaml", *changed("meaning: First day of employment., ", ""), "lacks its meaning"),
        ("person.yaml", *changed(', maps_to: "cairn:hiredOn"', ""), "lacks its meaning or the standard term"),
        ("person.yaml", *changed("cairn:hiredOn", "foaf:hired"), "Person.hired_on maps to foaf:hired, whose prefix"),
        (
            "person.yaml",
            *changed("cairn:hiredOn", "cairn:leftOn"),
            "left_on and Person.hired_on both map to cairn:leftOn",
        ),
        ("person.yaml", *changed("hired_on", "hiredOn"), "is not in snake_case"),
        ("person.yaml", *changed("First day of", "First, day of"), "has the unknown attribute 'day of employment.'"),
        ("person.yaml", "ends: [[Person, Skill]]", "ends: [[Person, Talent]]", "has no node type Talent"),
        ("person.yaml", "    subject: start\n", "", "starts at a person but names no subject end"),
        ("person.yaml", "qualifier: valid_from", "qualifier: since", "is qualified by an unknown property"),
        ("person.yaml", "caption: pseudonym", "caption: nickname", "has an unknown property as its caption"),
        ("person.yaml", "    caption: has skill\n", "", "lacks the key 'caption'"),
        ("skill.yaml", 'maps_to: "esco:Skill"', 'maps_to: "escoo:Skill"', "maps to escoo:Skill"),
    ],
)
def test_a_fault_in_the_schema_is_refused_by_name(plant: Plant, file: str, old: str, new: str, says: str) -> None:
    with pytest.raises(SchemaInvalid, match=says.replace("(", r"\(")):
        plant(file, old, new)


def test_the_schema_as_it_stands_is_accepted_and_complete() -> None:
    ontology = load_ontology()
    assert len(ontology.nodes) >= 21
    assert len(ontology.relationships) >= 24
    assert {node.name for node in ontology.content_nodes()} >= {
        "Person",
        "Role",
        "Skill",
        "Course",
        "Source",
        "ConsentGrant",
    }


def test_every_personal_field_names_a_purpose_a_person_can_consent_to_or_governance() -> None:
    ontology = load_ontology()
    fields = [field for owner in ontology.owners() for field in owner.properties.values()]
    personal = [field for field in fields if field.sensitivity in ("personal", "identifier")]
    assert len(personal) > 20
    assert all(set(field.purposes) <= {*PURPOSES, "governance"} - {"public"} for field in personal)


def test_a_field_of_an_edge_or_node_wins_over_the_block() -> None:
    ontology = load_ontology()
    assert ontology.node_fields("Assertion")["source_id"].required is True
    assert ontology.node_block["source_id"].required is False
    assert "scopes" in ontology.node_fields("Person")
    assert "scopes" not in ontology.node_fields("Skill")


def test_the_attributes_that_others_compute_with_are_as_decided() -> None:
    ontology = load_ontology()
    assert ontology.edge_block["confidence"].quantum == 0.004
    assert ontology.relationship("HAS_SKILL").properties["level"].quantum == 0.02
    assert ontology.relationship("REQUIRES_SKILL").properties["weight"].quantum == 0.004


def test_variants_choose_by_value_or_start() -> None:
    requires = load_ontology().relationship("REQUIRES_SKILL").variants
    fits = [variant.maps_to for variant in requires if variant.fits({"essential": False}, "Role")]
    assert fits == ["esco:relatedOptionalSkill"]
    assert [variant.maps_to for variant in requires if variant.fits({"essential": True}, "JobPosting")] == [
        "schema:skills",
        "esco:relatedEssentialSkill",
    ]
