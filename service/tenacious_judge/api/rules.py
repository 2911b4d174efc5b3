"""GET /rules: what is checked, why, and an example on either side of each line."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from .. import wire
from ..domain import Policy, Severity
from ..errors import NotFound
from ..policy import JUDGE_RULE
from ..rubric.registry import Example, Rule
from . import docs, reading
from .state import Service

router = APIRouter(route_class=docs.DirectRoute, tags=["rules"])

_JUDGE = wire.RuleOut(
    id=JUDGE_RULE,
    name="judge-veto",
    dimension=None,
    severity=Severity.BLOCK,
    enabled=True,
    what="The judge model's probability that the mail passes a dimension is below the dimension's threshold.",
    why="Rules know what they were told to look for; the model has read more mails. The violation names the "
    "dimension it is about.",
    bad=None,
    good=None,
    source="judge",
    fix="Say only what the brief, the bench and the thread support.",
)


@router.get("/rules", summary="Every rule", responses=docs.answers(docs.json_of(wire.RuleList), 422, 503))
async def list_rules(request: Request) -> Response:
    """In the order of their ids, with the severities and switches of the policy in force."""
    reading.parameters(request, ())
    return _json(wire.RuleList(await _all(Service.of(request))))


@router.get(
    "/rules/{id}",
    summary="One rule",
    responses=docs.answers(docs.json_of(wire.RuleOut), 404, 422, 503),
    openapi_extra={"parameters": [docs.parameter("id", "Such as SIG-003.", {"type": "string"}, "path")]},
)
async def get_rule(request: Request) -> Response:
    reading.parameters(request, ())
    wanted = request.path_params["id"]
    for rule in await _all(Service.of(request)):
        if rule.id == wanted:
            return _json(rule)
    raise NotFound("no rule has this id")


async def _all(service: Service) -> list[wire.RuleOut]:
    policy = (await service.pipeline.policies.current()).policy
    return sorted([*(_rule(rule, policy) for rule in service.rules), _JUDGE], key=lambda rule: rule.id)


def _rule(rule: Rule, policy: Policy) -> wire.RuleOut:
    return wire.RuleOut(
        id=rule.id,
        name=rule.name,
        dimension=rule.dimension,
        severity=policy.severities.get(rule.id, rule.severity),
        enabled=rule.id not in policy.disabled_rules,
        what=rule.what,
        why=rule.why,
        bad=_example(rule.bad),
        good=_example(rule.good),
        source=rule.source,
        fix=rule.fix,
    )


def _example(example: Example) -> wire.ExampleOut:
    return wire.ExampleOut(example.body, dict(example.request))


def _json(value: object) -> Response:
    return Response(wire.encode(value), media_type=reading.JSON)
