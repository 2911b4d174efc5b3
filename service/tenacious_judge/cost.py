"""What judging one mail cost: measured time at configured prices, never an estimate from its length."""

from dataclasses import dataclass

from .domain import Cost, JudgeReport

_SECONDS_PER_HOUR = 3600.0
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Prices:
    """US dollars an hour: of one processor core, and of the device the judge runs on."""

    core_hour_usd: float = 0.04
    device_hour_usd: float = 0.35


def cost(core_seconds: float, report: JudgeReport, prices: Prices) -> Cost:
    """The cost of `core_seconds` of ours and of what the judge reports as spent on its device."""
    usd = (
        core_seconds * prices.core_hour_usd + report.device_seconds * prices.device_hour_usd
    ) / _SECONDS_PER_HOUR
    return Cost(round(usd, _DIGITS), report.prompt_tokens, report.cached_tokens, report.completion_tokens)
