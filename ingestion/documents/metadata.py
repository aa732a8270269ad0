"""What a document says of itself, in its front matter or in a file beside it, and what is done where it is silent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from graph.scope import CallerRole
from ingestion.contracts.base import field_fault
from ingestion.contracts.values import Day, Identifier, Label, Language
from ingestion.faults import Refused, finding

EVERYBODY = "all"
AUDIENCES = frozenset({EVERYBODY, *map(str, CallerRole)})
_SLUG = re.compile(r"[^a-z0-9]+")


def _listed(value: object) -> object:
    """A single word, or words with commas between them, as a list."""
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return [value] if isinstance(value, int | float) else value


def _text(value: object) -> object:
    """YAML reads 2.0 as a number; a version is text."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


Texts = Annotated[tuple[Annotated[str, BeforeValidator(_text)], ...], BeforeValidator(_listed)]
Word = Annotated[str, BeforeValidator(_text), Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")]


class DocumentMeta(BaseModel):
    """The fields of a document. Unknown ones are refused, so that a misspelt one is never lost in silence."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    title: Label
    series: Word
    version: Word = "1"
    kind: Literal["policy", "playbook", "guide"] = "guide"
    in_force_from: Day
    in_force_to: Day | None = None
    approved_on: Day | None = None
    updated: Day | None = None
    audience: Texts = (EVERYBODY,)
    owner: Identifier | None = None
    language: Language | None = None
    supersedes: Texts = ()
    about_roles: Texts = ()
    about_skills: Texts = ()
    about_courses: Texts = ()

    @model_validator(mode="after")
    def _consistent(self) -> DocumentMeta:
        if self.in_force_to is not None and self.in_force_to < self.in_force_from:
            reason = "in_force_to lies before in_force_from."
            raise field_fault("in_force_to", "END_BEFORE_START", reason, "Correct one of the two dates.")
        if not self.audience or set(self.audience) - AUDIENCES:
            reason = "The audience names no role that callers can have."
            raise field_fault("audience", "BAD_CHOICE", reason, f"Use some of {', '.join(sorted(AUDIENCES))}.")
        return self

    @property
    def id(self) -> str:
        """Identifier of this version."""
        return f"{self.series}@{self.version}"

    def replaced(self) -> list[str]:
        """Identifiers of the versions it supersedes: ``1.2`` is one of its own series."""
        return [other if "@" in other else f"{self.series}@{other}" for other in self.supersedes]


def slug(text: str) -> str:
    """The text as part of an identifier."""
    return _SLUG.sub("-", text.casefold()).strip("-")[:60] or "part"


def stated_in(text: str, where: str) -> dict[str, object]:
    """The fields of a YAML text; raises ``Refused`` where it is none."""
    try:
        read = yaml.safe_load(text)
    except yaml.YAMLError:
        reason = f"The {where} is not valid YAML."
        raise Refused("BAD_FRONT_MATTER", reason, "Write `name: value` lines, with quotes where needed.") from None
    if read is not None and not isinstance(read, dict):
        reason = f"The {where} is not a list of fields."
        raise Refused("BAD_FRONT_MATTER", reason, "Write `name: value` lines, with quotes where needed.")
    return {str(name): value for name, value in (read or {}).items() if value is not None}


def meta_of(stated: Mapping[str, object], stem: str, first_heading: str | None) -> DocumentMeta:
    """The fields with what follows from the file: the title from its first heading, the series from its name."""
    given: dict[str, object] = {"series": slug(re.sub(r"[-_ ]+v?\d+(\.\d+)*$", "", stem)), **stated}
    if first_heading:
        given.setdefault("title", first_heading[:200])
    if "in_force_from" not in given:
        reason = "Nothing says from when the text is in force."
        remedy = "Add `in_force_from: 2026-01-01` to the front matter, or to a file of the same name with .yaml added."
        raise Refused("NO_VALIDITY", reason, remedy, "in_force_from")
    try:
        return DocumentMeta.model_validate(given)
    except ValidationError as error:
        raise _refusal(error) from None


def _refusal(error: ValidationError) -> Refused:
    fault = finding(error, DocumentMeta.model_fields)
    return Refused(fault.code, fault.reason, fault.remedy, fault.field)
