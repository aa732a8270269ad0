"""Reads what a posting's text asks for and proposes rows of the ``posting_skills`` feed. It writes no graph."""

from ingestion.posting_texts.proposals import PostingText, Proposal, Reading, read_postings
from ingestion.posting_texts.skill_names import SkillName, SkillNames

__all__ = ["PostingText", "Proposal", "Reading", "SkillName", "SkillNames", "read_postings"]
