"""A policy's golden examples: mails whose fate it must not change."""

import datetime as dt
import json

from ..domain import Action, JudgeReport
from ..errors import BadInput
from .engine import Engine, ask, conclude, examine


async def broken(engine: Engine, now: dt.datetime) -> list[tuple[int, str]]:
    """Index and complaint of every golden example that `engine` judges otherwise, of those that are no
    request, and of a set that could not tell a policy that sends all, or nothing, from a good one."""
    golden = engine.policy.golden
    actions = {example.action for example in golden}
    found: list[tuple[int, str]] = []
    if golden and (Action.SEND not in actions or len(actions) == 1):
        found.append((0, "one example at least must be sent, and one at least not"))
    for index, example in enumerate(golden):
        try:
            said = await _judged(engine, json.dumps(dict(example.request)).encode(), now)
        except BadInput as error:
            found.append((index, f"{example.name}: {error.pointer or ''}: {error.detail}"))
            continue
        action, rules = said
        if action is not example.action:
            hits = f" ({', '.join(rules)})" if rules else ""
            found.append(
                (index, f"{example.name}: must lead to {example.action}, but leads to {action}{hits}")
            )
    return found


async def _judged(engine: Engine, raw: bytes, now: dt.datetime) -> tuple[Action, tuple[str, ...]]:
    examined = examine(engine, raw, now, lambda _: (None, ()))
    report = JudgeReport()
    if examined.case is not None and examined.crash is None:
        report, _ = await ask(engine, examined.case)
    verdict = conclude(engine, examined, report, shadow=False)
    return verdict.action, tuple(dict.fromkeys(f.rule for f in verdict.violations))
