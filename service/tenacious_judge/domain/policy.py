"""The policy's values: every threshold, list and window the rules and the decision use.

The types only; `policy.load` reads and checks `models/policies/*.yml`. `__pydantic_config__` is the hook by
which pydantic forbids unknown keys without this layer importing it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar

from .findings import Severity
from .verdict import Action, Unread

_STRICT: dict[str, Any] = {"extra": "forbid"}


class JudgeMode(StrEnum):
    """NONE: rules alone. ADVISE: reported, not decisive. VETO: may fail a dimension above its threshold."""

    NONE = "none"
    ADVISE = "advise"
    VETO = "veto"


class FailureMode(StrEnum):
    """What an unread judge leads to. HOLD is the default for every cause."""

    HOLD = "hold"
    RUBRIC_ONLY = "rubric_only"


@dataclass(frozen=True, slots=True)
class ConfidencePolicy:
    """`needed`: confidence from which a claim may be asserted. `default`: what a value with none stated
    counts.
    `words`: label -> 0..1."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    needed: float
    default: float
    words: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class FreshnessPolicy:
    """Ages in days at `as_of`; a thing exactly that old is still inside the window."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    brief_warn_days: int
    brief_hold_days: int
    bench_warn_days: int
    bench_hold_days: int
    gap_revise_days: int
    gap_hold_days: int


@dataclass(frozen=True, slots=True)
class MarginPolicy:
    """A promise above `share` of a stack that has `from_size` or more engineers is held."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    share: float
    from_size: int


@dataclass(frozen=True, slots=True)
class GrowthPolicy:
    """What growth adjectives need: open roles, and a confident velocity that rose."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    min_open_roles: int


@dataclass(frozen=True, slots=True)
class SegmentPolicy:
    """Windows in days before `as_of`, shares in percent, maturity 0..3."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    confidence_needed: float
    layoff_days: int
    leadership_days: int
    funding_days: int
    capability_min_maturity: int
    no_pitch_layoff_percent: float
    aliases: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class FormPolicy:
    """Word limits by kind (signature not counted), subject length in characters, most asks in one mail."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    max_words: Mapping[str, int]
    max_subject_chars: int
    subject_words: tuple[str, ...]
    max_asks: int


@dataclass(frozen=True, slots=True)
class Register:
    """How to address a region. `locales` are language tags or prefixes ("de", "en-KE")."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    locales: tuple[str, ...]
    formal_address: bool = False
    relationship_first: bool = False
    direct: bool = False


@dataclass(frozen=True, slots=True)
class PriceItem:
    """A price of ours that may be quoted: `amount` in `currency`, per `unit`, as the sheet words it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    name: str
    amount: float
    currency: str = "USD"
    unit: str = "month"


@dataclass(frozen=True, slots=True)
class JudgePolicy:
    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    mode: JudgeMode
    failure_modes: Mapping[Unread, FailureMode]
    timeout_ms: int = 2000


@dataclass(frozen=True, slots=True)
class StorePolicy:
    """`bodies`: whole requests are kept beside their verdicts, not only the answers with their excerpts."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    bodies: bool = False


@dataclass(frozen=True, slots=True)
class GoldenExample:
    """A mail whose fate the policy must not change: `request` as for POST /judge, and the action it gets."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    name: str
    request: Mapping[str, Any]
    action: Action


@dataclass(frozen=True, slots=True)
class Policy:
    """One validated policy. `digest` is "sha256:..." of its canonical form, filled in by the loader."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    version: str
    confidence: ConfidencePolicy
    freshness: FreshnessPolicy
    margin: MarginPolicy
    growth: GrowthPolicy
    segment: SegmentPolicy
    form: FormPolicy
    registers: Mapping[str, Register]
    stack_aliases: Mapping[str, tuple[str, ...]]
    judge: JudgePolicy
    severities: Mapping[str, Severity] = field(default_factory=dict)
    disabled_rules: tuple[str, ...] = ()
    price_sheet: tuple[PriceItem, ...] = ()
    own_terms: tuple[str, ...] = ()
    own_names: tuple[str, ...] = ()
    store: StorePolicy = StorePolicy()
    golden: tuple[GoldenExample, ...] = ()
    digest: str = ""
