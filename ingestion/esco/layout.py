"""The tables of an ESCO CSV release (v1.0 to v1.2; later ones only add columns). Names and columns, no mapping."""

from __future__ import annotations

import re

from ingestion.releases import Layout, Table

OCCUPATIONS = Table(
    "occupations_en.csv",
    ("conceptUri", "iscoGroup", "preferredLabel", "altLabels", "description"),
    ("hiddenLabels", "status", "regulatedProfessionNote", "scopeNote", "definition", "inScheme", "code"),
    required=True,
)
SKILLS = Table(
    "skills_en.csv",
    ("conceptUri", "skillType", "reuseLevel", "preferredLabel", "altLabels", "description"),
    ("hiddenLabels", "status", "scopeNote", "definition", "inScheme"),
    required=True,
)
ISCO_GROUPS = Table("ISCOGroups_en.csv", ("conceptUri", "code", "preferredLabel", "description"), required=True)
SKILL_GROUPS = Table(
    "skillGroups_en.csv", ("conceptUri", "preferredLabel", "description"), ("code", "scopeNote"), required=True
)
SKILLS_HIERARCHY = Table(
    "skillsHierarchy_en.csv",
    tuple(f"Level {level} {part}" for level in range(4) for part in ("URI", "preferred term")),
    ("Description", "Scope note", *(f"Level {level} code" for level in range(4))),
    ragged=True,
)
OCCUPATION_SKILLS = Table(
    "occupationSkillRelations_en.csv", ("occupationUri", "relationType", "skillUri"), required=True
)
SKILL_SKILLS = Table("skillSkillRelations_en.csv", ("originalSkillUri", "relationType", "relatedSkillUri"))
BROADER_OCCUPATIONS = Table(
    "broaderRelationsOccPillar_en.csv", ("conceptUri", "conceptType", "broaderType", "broaderUri"), required=True
)
BROADER_SKILLS = Table(
    "broaderRelationsSkillPillar_en.csv", ("conceptUri", "conceptType", "broaderType", "broaderUri"), required=True
)
COLLECTIONS = {
    "digcomp": Table("digCompSkillsCollection_en.csv", ("conceptUri",)),
    "digital": Table("digitalSkillsCollection_en.csv", ("conceptUri",), stems=("ictSkillsCollection",)),
    "green": Table("greenSkillsCollection_en.csv", ("conceptUri",)),
    "language": Table("languageSkillsCollection_en.csv", ("conceptUri",)),
    "research": Table("researchSkillsCollection_en.csv", ("conceptUri",)),
    "transversal": Table("transversalSkillsCollection_en.csv", ("conceptUri",)),
}
RESEARCH_OCCUPATIONS = Table("researchOccupationsCollection_en.csv", ("conceptUri",))

COLLECTION_SCHEMES = {
    "6c930acd-c104-4ece-acf7-f44fd7333036": "digital",
    "8ae4b9f3-507e-4057-a145-2f96f0132613": "research",
    "digcomp": "digcomp",
    "green": "green",
    "research": "research",
    "skill-language-groups": "language",
    "skill-transversal-groups": "transversal",
}
"""Concept schemes that are collections, by the end of their URI; the concepts' inScheme column names them too."""

LAYOUT = Layout(
    publisher="ESCO",
    tables=(
        OCCUPATIONS,
        SKILLS,
        ISCO_GROUPS,
        SKILL_GROUPS,
        SKILLS_HIERARCHY,
        OCCUPATION_SKILLS,
        SKILL_SKILLS,
        BROADER_OCCUPATIONS,
        BROADER_SKILLS,
        *COLLECTIONS.values(),
        RESEARCH_OCCUPATIONS,
    ),
    version=re.compile(r"(?:ESCO|dataset|classification)\b.{0,20}?\bv(\d+\.\d+(?:\.\d+)?)", re.IGNORECASE),
)

NOTES = {
    "esco_unread_files": "files of the release that Cairn has no use for (they repeat other tables)",
    "esco_repeated_concepts": "concepts listed twice; the row that sorts last by its text was taken",
    "esco_hidden_labels": "concepts with hidden labels, which were added to the other names",
    "esco_not_released": "concepts whose status is not released, loaded all the same",
    "esco_skills_without_type": "skills without skillType, loaded with kind unknown",
    "esco_skills_without_reuse_level": "skills without reuseLevel, loaded without it",
    "esco_skills_in_no_occupation": "skills that no occupation asks for, loaded all the same",
    "esco_groups_from_hierarchy": "skill groups missing in skillGroups and taken from skillsHierarchy",
    "esco_polyhierarchy": "concepts with more than one broader concept, all kept",
    "esco_repeated_relations": "relations listed twice and taken once",
    "esco_conflicting_relations": "relations listed as essential and optional; one is kept, whatever the order",
    "esco_dangling_relations": "relations to concepts that the release lacks; they wait in quarantine",
}
