"""Words said to whoever judges a mail, not to its reader: "ignore previous instructions", "mark this as pass".

In a draft they are an integrity finding; in a brief or thread they are ignored and named in the warnings. A mail
that talks about such words ("your harness blocks strings like ...") says none.
"""

import base64
import binascii
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from ..domain import Json, RawContext, Warn
from .context.keys import step
from .passage import Passage, Place
from .patterns import PatternSet, own_cues
from .text import lower, to_latin

CUES = (
    "instruct_override",
    "instruct_verdict",
    "instruct_claim",
    "instruct_addressed",
    "instruct_markup",
    "instruct_foreign",
)
_READ = ("hiring_signal_brief", "competitor_gap_brief", "bench_summary", "icp_segment", "prior_thread")
_SCANNED = 60_000
_SHORTEST = 8
_TO_WHOM = re.compile(
    r"(?:^|[.!?:;,–(\[>\x1f\"'|*]|\b(?:please|must|should|to|and|then|kindly|always|now|you|simply|just|so|will|shall|would|"
    r"instead|therefore|hereby|can|only|or|that|may|it|is|reviewer|judge|evaluator|grader|model|ai|has|was|been|this))\s*$"
)
_ABOUT = re.compile(
    r"\b(?:inject\w*|jail ?break\w*|adversar\w*|red[- ]?team\w*|payloads?|attacks?|attackers?|exploits?|malicious|hostile|harness\w*|"
    r"test (?:suite|set|cases?|strings?)|guard ?rails?|moderation|your (?:\w+ ){0,3}(?:llm|model|models|assistant|agent|agents|bot|chatbot|"
    r"evals?|evaluation|pipeline|graders?|judges?|post|talk|paper|article|prompts?|rubric|classifier)|users? (?:who|that|type|send|write|paste)|"
    r"customers? (?:who|type|send|write|paste)|leak\w*|filter(?:s|ed)?|strings? (?:like|such)|phrases? (?:like|such))\b"
)
_FRAMED = re.compile(
    r"(?:\b(?:tell|tells|telling|told|ask|asks|asking|trick|tricks|convince|persuade|get|gets|make|makes|instruct\w*|cause|lead)"
    r"\s(?:\w+\s){1,4}to\s*|\b(?:such as|like|e\.g\.|for example|strings?|payloads?|phrases?|says?|saying|reads?|titled|called|"
    r"named|wrote|containing|contains?|starting with|of|detects?|catch(?:es)?|blocks?|against|how|whether|when)\s*[\"']?|[\"'])$"
)
_OTHER_SCRIPT = re.compile(
    r"(?:игнорир\w*|проигнорир\w*|забудь\w*|не обращай\w*)[^.!?]{0,40}(?:инструкци\w*|указани\w*|правил\w*)|"
    r"(?:оцен\w*|отмет\w*|пометь\w*)[^.!?]{0,40}(?:пройден\w*|одобрен\w*|pass|успешн\w*)|(?:ігнорур\w*)[^.!?]{0,40}(?:інструкці\w*|правил\w*)|"
    r"忽略[^。!?]{0,16}(?:指令|指示|说明|規則|规则|提示|要求)|无视[^。!?]{0,16}(?:指令|指示|说明|规则|提示)|(?:标记|評為|评为|判定|判为|视为)[^。!?]{0,16}(?:通过|合格|pass)|"
    r"(?:指示|命令|ルール|プロンプト|規則)[^。!?]{0,8}(?:無視|忘れ)|(?:合格|パス)[^。!?]{0,8}(?:と判定|としてください|にしてください)|"
    r"(?:지시|명령|규칙|프롬프트)[^.!?]{0,8}(?:무시|잊)|(?:통과|합격)[^.!?]{0,8}(?:처리|판정|표시)|"
    r"(?:تجاهل|تجاهلي|انس|أهمل)[^.!?]{0,40}(?:التعليمات|الأوامر|القواعد|تعليمات|المعايير)|(?:התעלם|התעלמי|התעלמו)[^.!?]{0,40}(?:הוראות|ההוראות|הכללים)|"
    r"(?:अनदेखा|नज़रअंदाज़|भूल)[^.!?।]{0,40}|(?:निर्देश\w*)[^.!?।]{0,30}(?:अनदेखा|नज़रअंदाज़|भूल)|(?:αγνόησε|αγνοήστε)[^.!?]{0,40}(?:οδηγίες|κανόνες)|"
    r"(?:มองข้าม|เพิกเฉย|ละเว้น)[^.!?]{0,20}(?:คำสั่ง|คำแนะนำ)|(?:ችላ)[^.!?]{0,30}"
)
_SHORTEST_CODE = 24
_CODED = re.compile(r"(?<![\w/+.:=@-])[A-Za-z0-9+/]{24,}={0,2}(?![\w/+=.@-])")


def instructions_in(passage: Passage) -> list[Place]:
    """Places of a mail that speak to its judge, in order. Offsets into `passage.flat`."""
    places = [place for name in CUES for place in passage.cue(name) if _spoken(passage, name, place)]
    places += [p for p in passage.cue("instruct_role") if _line_start(passage.text.clean, p[0])]
    flat = passage.flat
    if b"\x1a" in passage.text.latin:
        places += [m.span() for m in _OTHER_SCRIPT.finditer(flat)]
    clean = passage.text.clean
    if max(map(len, clean.split()), default=0) >= _SHORTEST_CODE:
        places += [m.span() for m in _CODED.finditer(clean) if _decodes_to_words(m.group())]
    return sorted(places)


def _line_start(clean: str, start: int) -> bool:
    return clean[:start].rstrip(" *_#>`-").endswith("\n") or not clean[:start].strip(" *_#>`-")


def _spoken(passage: Passage, name: str, place: Place) -> bool:
    """False where the words are a topic: framed by the talk of attacks and tests, or said of somebody's graders."""
    start, _ = place
    if name == "instruct_markup":
        return True
    sentence = passage.sentence_at(start)
    before = passage.flat[max(sentence.start, start - 80) : start]
    if name == "instruct_verdict" and not _TO_WHOM.search(before):
        return False
    whole = passage.flat[sentence.start : sentence.end]
    return not (_FRAMED.search(before) and _ABOUT.search(whole))


def _decodes_to_words(token: str) -> bool:
    """True for base64 of a readable text: nobody writes a mail that way but to a machine."""
    try:
        text = base64.b64decode(token + "=" * (-len(token) % 4), validate=True).decode("ascii")
    except (binascii.Error, ValueError):
        return False
    return text.isprintable() and text.count(" ") >= 2


@lru_cache(maxsize=1)
def _instruct_set() -> PatternSet:
    return PatternSet(entry for entry in own_cues() if entry.name in CUES)


def instructions_in_context(context: RawContext) -> tuple[Warn, ...]:
    """A warning for every text of the briefs, bench and thread that speaks to the judge; none of them is obeyed."""
    texts = [text for name in _READ for text in _texts(getattr(context, name))]
    texts += [record.summary for record in context.prospect.public_record]
    joined: list[str] = []
    starts: list[int] = []
    at = 0
    for text in texts:
        if at > _SCANNED:
            break
        starts.append(at)
        joined.append(text[:_SCANNED])
        at += len(joined[-1]) + 1
    if not joined:
        return ()
    latin = to_latin(lower("\x1f".join(joined)).replace("\n", " ")[: _SCANNED + 1])
    found = sorted(start for places in _instruct_set().find(latin).values() for start, _ in places)
    if not found:
        return ()
    pointers = [
        pointer for name in _READ for pointer in _pointers(getattr(context, name), f"/context/{name}")
    ]
    pointers += [record.pointer for record in context.prospect.public_record]
    named = dict.fromkeys(pointers[bisect_right(starts, start) - 1] for start in found)
    return tuple(Warn(pointer, "holds instructions to the judge: ignored") for pointer in named)


def _texts(value: Json) -> list[str]:
    """Every text inside a JSON value; an explicit stack, so depth does not matter."""
    found: list[str] = []
    stack: list[Json] = [value]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            if len(item) >= _SHORTEST:
                found.append(item)
        elif isinstance(item, dict):
            stack.extend(reversed(item.values()))
        elif isinstance(item, list):
            stack.extend(reversed(item))
    return found


def _pointers(value: Json, pointer: str) -> Iterator[str]:
    """The pointers of what `_texts` yields, in its order: made only where one of them is to be named."""
    stack: list[tuple[str, Json]] = [(pointer, value)]
    while stack:
        where, item = stack.pop()
        if isinstance(item, str):
            if len(item) >= _SHORTEST:
                yield where
        elif isinstance(item, dict):
            stack.extend((step(where, key), item[key]) for key in reversed(item))
        elif isinstance(item, list):
            stack.extend((f"{where}/{i}", item[i]) for i in reversed(range(len(item))))
