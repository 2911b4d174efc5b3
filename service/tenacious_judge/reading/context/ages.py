"""How long ago: a number whose key names the unit (`..._months`), or a text that does ("three months")."""

from ...domain import Json
from ...errors import BadInput
from .values import count_in, nothing, number

_UNITS = (("month", 30.44), ("mo", 30.44), ("week", 7.0), ("day", 1.0), ("year", 365.25))


def is_age(key: str) -> bool:
    """True for a key that holds an age, not a date: `days_ago`, `months_since`, `age`."""
    parts = key.split("_")
    return not {"days", "months", "weeks"}.isdisjoint(parts) or parts[-1] == "age"


def days_of(value: Json, key: str, pointer: str) -> int | None:
    """The age in days; None where none is stated. BadInput for a negative one and for what is no number."""
    unit = 30.44 if "month" in key else 7.0 if "week" in key else 1.0
    if isinstance(value, str):
        said = _of_text(value, key, pointer, unit)
        if said is None:
            return None
        value, unit = said
    age = number(value, pointer, key)
    if age < 0:
        raise BadInput(f"{key} must not be negative", pointer=pointer)
    return round(min(age, 1e6) * unit)


def _of_text(text: str, key: str, pointer: str, unit: float) -> tuple[float, float] | None:
    """The number in a text and the days its unit has."""
    low = text.strip().lower()
    if nothing(text) or len(low) > 80:
        return None
    for word, days in _UNITS:
        if word in low:
            unit, low = days, low.split(word)[0].strip()
            break
    found = count_in(low)
    if found is None:
        if " " not in text.strip():
            raise BadInput(f"{key} must be a number", pointer=pointer)
        return None
    return found, unit
