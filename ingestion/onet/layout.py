"""The tables of an O*NET text release (tab-separated, one file a table). Names and columns, no mapping."""

from __future__ import annotations

import re

from ingestion.releases import Layout, Table

CODE = "O*NET-SOC Code"
_RATED = (CODE, "Element ID", "Element Name", "Scale ID", "Data Value")

OCCUPATIONS = Table("Occupation Data.txt", (CODE, "Title", "Description"), stems=("occupations",), required=True)
CONTENT_MODEL = Table("Content Model Reference.txt", ("Element ID", "Element Name", "Description"), required=True)
ALTERNATE_TITLES = Table("Alternate Titles.txt", (CODE, "Alternate Title"), ("Short Title",))
REPORTED_TITLES = Table("Sample of Reported Titles.txt", (CODE, "Reported Job Title"), stems=("reported_titles",))
JOB_ZONES = Table("Job Zones.txt", (CODE, "Job Zone"))
PREPARATION = Table(
    "Education, Training, and Experience.txt",
    (CODE, "Element ID", "Scale ID", "Category", "Data Value"),
    ("Recommend Suppress",),
    stems=("education_training_experience",),
)
SKILLS = Table("Skills.txt", _RATED, ("Recommend Suppress", "Not Relevant", "Date"), required=True)
KNOWLEDGE = Table("Knowledge.txt", _RATED, ("Recommend Suppress", "Not Relevant", "Date"))
ABILITIES = Table(
    "Abilities.txt", _RATED, ("Recommend Suppress", "Not Relevant", "Date"), stems=("abilities_importance",)
)
TASKS = Table("Task Statements.txt", (CODE, "Task ID", "Task", "Task Type"), ("Date",))
TASKS_TO_DWAS = Table("Tasks to DWAs.txt", (CODE, "Task ID", "DWA ID"), ("Date",))
IWAS = Table("IWA Reference.txt", ("Element ID", "IWA ID", "IWA Title"))
DWAS = Table("DWA Reference.txt", ("Element ID", "IWA ID", "DWA ID", "DWA Title"))
TECHNOLOGY = Table(
    "Technology Skills.txt",
    (CODE, "Example", "Commodity Code", "Commodity Title"),
    ("Hot Technology", "In Demand"),
)
TOOLS = Table("Tools Used.txt", (CODE, "Example", "Commodity Code", "Commodity Title"))
INTERESTS = Table("Interests.txt", _RATED, ("Recommend Suppress", "Date"))
WORK_STYLES = Table("Work Styles.txt", _RATED, ("Recommend Suppress", "Date"))
WORK_VALUES = Table("Work Values.txt", _RATED, ("Recommend Suppress", "Date"))

LAYOUT = Layout(
    publisher="O*NET",
    tables=(
        OCCUPATIONS,
        CONTENT_MODEL,
        ALTERNATE_TITLES,
        REPORTED_TITLES,
        JOB_ZONES,
        PREPARATION,
        SKILLS,
        KNOWLEDGE,
        ABILITIES,
        TASKS,
        TASKS_TO_DWAS,
        IWAS,
        DWAS,
        TECHNOLOGY,
        TOOLS,
        INTERESTS,
        WORK_STYLES,
        WORK_VALUES,
    ),
    version=re.compile(r"(?:\bdb_|O\*NET\S*\s+)(\d{2}[._]\d)(?!\d)", re.IGNORECASE),
    absent=frozenset({"n/a"}),
)

NOTES = {
    "onet_unread_files": "files of the release that are not mapped (see docs/reference-data.md)",
    "onet_occupations_without_ratings": "occupations without skill ratings, loaded with their titles and tasks",
    "onet_occupations_without_job_zone": "occupations without job zone, loaded without it",
    "onet_shared_titles": "other titles that several occupations bear, kept on each",
    "onet_repeated_titles": "other titles that an occupation bears twice, or that repeat its name; taken once",
    "onet_suppressed_ratings": "edges with a value O*NET recommends to suppress, kept with confidence 0.5",
    "onet_suppressed_shares": "shares of education, experience or training that O*NET recommends to suppress, counted",
    "onet_unstated_precision": "rating rows without statement on precision (occupational experts), taken as they are",
    "onet_not_relevant_levels": "levels marked not relevant, kept and marked",
    "onet_ratings_without_level": "skill, knowledge or ability ratings without level; no min_level is set",
    "onet_undated_ratings": "rating rows without date; they count as of the release",
    "onet_passed_over_scales": "rows on scales not mapped (IH and VH repeat OI and EX; PT and IM of training)",
    "onet_repeated_rows": "rows that repeat another and were taken once",
    "onet_conflicting_rows": "rows that differ from another of the same key; the one that sorts last counts",
    "onet_tasks_not_rated": "tasks that are neither core nor supplemental yet",
    "onet_dangling_rows": "rows that name an occupation, task or activity the release lacks; they wait in quarantine",
}
