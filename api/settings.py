"""Settings: the only reader of the environment. Everything else takes arguments."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from ontology.errors import SettingInvalid


class Settings(BaseSettings):
    """All settings, frozen. Each is an environment variable of the same name; the README lists them."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    neo4j_uri: str | None = Field(None, alias="NEO4J_URI", description="Bolt address of Neo4j; unset: embedded store")
    neo4j_user: str = Field("neo4j", alias="NEO4J_USER", description="User for Neo4j")
    neo4j_password: SecretStr | None = Field(None, alias="NEO4J_PASSWORD", description="Password for Neo4j")
    neo4j_password_file: Path | None = Field(
        None, alias="NEO4J_PASSWORD_FILE", description="File that holds the password (preferred over the variable)"
    )
    neo4j_database: str = Field("neo4j", alias="NEO4J_DATABASE", description="Database name on Neo4j")
    data_dir: Path = Field(
        Path(".cairn"),
        alias="CAIRN_DATA_DIR",
        description="Where the embedded store, snapshots and development keys live",
    )
    tenant: str = Field("northlight", alias="CAIRN_TENANT", description="Tenant that commands act on")
    host: str = Field("127.0.0.1", alias="CAIRN_HOST", description="Address the API listens on")
    port: int = Field(8000, alias="CAIRN_PORT", ge=0, le=65535, description="Port the API listens on (0: any free one)")
    token_issuer: str | None = Field(None, alias="CAIRN_TOKEN_ISSUER", description="Expected `iss` of bearer tokens")
    token_audience: str = Field("cairn", alias="CAIRN_TOKEN_AUDIENCE", description="Expected `aud` of bearer tokens")
    token_key_file: Path | None = Field(
        None, alias="CAIRN_TOKEN_KEY_FILE", description="PEM file with the issuer's public key"
    )
    jwks_url: str | None = Field(None, alias="CAIRN_JWKS_URL", description="Where the issuer publishes its keys (JWKS)")
    staleness_seconds: float = Field(
        300.0, alias="CAIRN_STALENESS_SECONDS", gt=0, description="Answers from a snapshot older than this are refused"
    )
    refresh_seconds: float = Field(
        1.0, alias="CAIRN_REFRESH_SECONDS", gt=0, description="How often the change log is looked at"
    )
    store_deadline_seconds: float = Field(
        10.0, alias="CAIRN_STORE_DEADLINE_SECONDS", gt=0, description="Longest wait for one call to the store"
    )
    openai_api_key: SecretStr | None = Field(
        None,
        alias="OPENAI_API_KEY",
        description="Key of the wording model's provider; without key and address: templates",
    )
    openai_base_url: str | None = Field(
        None, alias="OPENAI_BASE_URL", description="Address of any OpenAI-compatible server (needs no key)"
    )
    model: str = Field("gpt-4.1-mini", alias="CAIRN_MODEL", description="Name of the model that words explanations")
    model_deadline_seconds: float = Field(
        8.0,
        alias="CAIRN_MODEL_DEADLINE_SECONDS",
        gt=0,
        le=120,
        description="Longest a request waits for the model in all",
    )
    model_temperature: float | None = Field(
        None, alias="CAIRN_MODEL_TEMPERATURE", ge=0, le=2, description="Temperature; unset: the provider's own"
    )
    model_stream: bool = Field(
        True, alias="CAIRN_MODEL_STREAM", description="Read replies as they arrive (off for servers that cannot)"
    )
    model_retries: int = Field(
        1, alias="CAIRN_MODEL_RETRIES", ge=0, le=3, description="Repeats of a call after 429, 5xx or a lost connection"
    )
    model_rewordings: int = Field(
        1, alias="CAIRN_MODEL_REWORDINGS", ge=0, le=3, description="How often rejected sentences are asked for again"
    )
    model_waiting: int = Field(
        4, alias="CAIRN_MODEL_WAITING", ge=1, description="Explanations that may wait for the model at once"
    )
    model_claims_per_call: int = Field(
        12,
        alias="CAIRN_MODEL_CLAIMS_PER_CALL",
        ge=1,
        le=40,
        description="Sentences asked for at once (few for small models)",
    )
    model_parallel: int = Field(
        4, alias="CAIRN_MODEL_PARALLEL", ge=1, description="Calls that an explanation makes at the same time"
    )
    model_off_tenants: str = Field(
        "", alias="CAIRN_MODEL_OFF_TENANTS", description="Tenants that do without the model, by comma"
    )
    model_off_purposes: str = Field(
        "", alias="CAIRN_MODEL_OFF_PURPOSES", description="Purposes that do without the model, by comma"
    )
    model_daily_tokens: int | None = Field(
        None, alias="CAIRN_MODEL_DAILY_TOKENS", ge=0, description="Tokens a tenant may use a day (UTC) in one process"
    )
    model_daily_cost: float | None = Field(
        None, alias="CAIRN_MODEL_DAILY_COST", ge=0, description="Cost a tenant may cause a day (UTC) in one process"
    )
    model_caller_share: float = Field(
        0.5,
        alias="CAIRN_MODEL_CALLER_SHARE",
        gt=0,
        le=1,
        description="Share of the tenant's tokens and cost of a day that one caller may use",
    )
    streams_per_caller: int = Field(
        8, alias="CAIRN_STREAMS_PER_CALLER", ge=1, le=64, description="Subscriptions that one caller may have open"
    )
    model_price_in: float = Field(0.0, alias="CAIRN_MODEL_PRICE_IN", ge=0, description="Price of a million tokens sent")
    model_price_out: float = Field(
        0.0, alias="CAIRN_MODEL_PRICE_OUT", ge=0, description="Price of a million tokens received"
    )
    answer_log: Literal["open", "closed", "off"] = Field(
        "open",
        alias="CAIRN_ANSWER_LOG",
        description="Record answers in the background (open), before they are given (closed), or not at all (off)",
    )
    answer_retention_days: int | None = Field(
        365, alias="CAIRN_ANSWER_RETENTION_DAYS", gt=0, description="Recorded answers older than this are deleted"
    )
    answer_key_file: Path | None = Field(
        None,
        alias="CAIRN_ANSWER_KEY_FILE",
        description="Secret that seals recorded answers; unset: one made in the data directory",
    )
    audit_key_file: Path | None = Field(
        None,
        alias="CAIRN_AUDIT_KEY_FILE",
        description="Key with which `cairn audit seal` seals the end of recorded answers; another than their own",
    )
    snapshots_kept: int = Field(
        5,
        alias="CAIRN_SNAPSHOTS_KEPT",
        ge=1,
        le=1000,
        description="States of the graph kept on disk per tenant, so that answers can be computed again",
    )

    def password(self) -> str | None:
        """The Neo4j password from its file or variable; raises ``SettingInvalid`` when the file cannot be read."""
        if self.neo4j_password_file is not None:
            try:
                return self.neo4j_password_file.read_text("utf-8").strip()
            except OSError:
                raise SettingInvalid(
                    f"The password file {self.neo4j_password_file} cannot be read.",
                    remedy="Point NEO4J_PASSWORD_FILE at a readable file, or set NEO4J_PASSWORD.",
                ) from None
        return self.neo4j_password.get_secret_value() if self.neo4j_password is not None else None


def load_settings(**overrides: Any) -> Settings:  # typer hands over what the user gave
    """Read the environment; ``overrides`` (not None) win. Raises ``SettingInvalid`` naming the variable."""
    given = {name: value for name, value in overrides.items() if value is not None}
    try:
        return Settings(**given)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = str(first["loc"][0]) if first["loc"] else "settings"
        raise SettingInvalid(f"{name}: {first['msg']}.", remedy=f"Correct {name} and start again.") from None
