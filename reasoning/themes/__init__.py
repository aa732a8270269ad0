"""Themes: reports on groups of roles, skills, courses and passages that hang together. Never of people."""

from reasoning.themes.answers import ThemeHit, ThemesAnswer, ThemesRequest
from reasoning.themes.finding import find_themes
from reasoning.themes.reports import Community, ThemeReport, reports
from reasoning.themes.rows import ThemeRows, theme_rows

__all__ = [
    "Community",
    "ThemeHit",
    "ThemeReport",
    "ThemeRows",
    "ThemesAnswer",
    "ThemesRequest",
    "find_themes",
    "reports",
    "theme_rows",
]
