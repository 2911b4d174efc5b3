"""Words of answers: what undoes a round, a cut, a stack. Used by answers.py."""

import re

ROUND = (
    r"(?:(?:round|raise|series [a-h]|seed(?: round)?|funding|financing|deal|money|term ?sheet|"
    r"transaction|investment|[a-e])\b"
)
# What undoes a round: it has not closed, it fell through, it is still being raised.
UNDONE = re.compile(
    rf"\b{ROUND}|\bit)[^.?!;]{{0,30}}?(?:\b(?:has|have|had|is|was|did)(?: not|n't)|'s not|\bnever|"
    rf"\b(?:has|have|is) "
    r"(?:yet|still) to(?: be)?)\b(?: yet| been| actually| quite| formally| even| fully| really)* "
    r"(?:clos\w+|sign\w*|happen\w*|done|final\w*|complet\w*|through|in the bank|rais\w+|real|land\w*|"
    r"confirmed|"
    r"announced|go(?:ne)? (?:through|ahead)|come (?:in|off)|materiali[sz]\w+|exist\w*|arriv\w*)\b"
    rf"|\b{ROUND}|\bit)(?: \w+){{0,3}} (?:fell (?:through|apart)|collapsed|went away|was (?:pulled|"
    rf"cancell?ed|called off|"
    r"abandoned|postponed|put off)|(?:has|got|was) (?:been )?(?:slipped|postponed|delayed|pulled|pushed)|"
    r"is (?:still )?"
    r"(?:pending|being (?:negotiated|raised|papered)|in negotiation|under negotiation|off|not real))\b"
    rf"|\b{ROUND}|\bit)(?: \w+){{0,2}} (?:is|'s) still (?:open|in (?:the works|progress|talks)|raising|"
    rf"to close|to come)\b"
    rf"|\b(?:no|any) (?:such )?(?:round|raise|series [a-h]|funding|investment|deal)\b(?= (?:here|yet|was|"
    rf"has|ever|at all)|\s*[.,;!–-])"
    r"|\b(?:we|you|company)(?:'ve| have| had| has)?(?: not|n't| never|n't yet| not yet| yet to| still to|"
    r" did not| didn't)(?: \w+){0,2} "
    r"(?:raise[ds]?|clos(?:e|ed)|sign(?:ed)?|announce[ds]?)\b"
    r"|\b(?:we|you)(?:'re| are) still (?:raising|negotiating|waiting for the (?:money|round|funds)|closing|"
    r"in talks|"
    r"fundraising|out raising)\b"
)
OF_RAISE = re.compile(r"\b(?:rais\w+|fundrais\w+|round|series [a-h]|seed|funding|financing|investment)\b")
NEXT_ROUND = re.compile(
    r"\b(?:next|another|further|new|second|bigger|larger|follow-?on) (?:round|raise|funding|financing)"
)
STAGE = re.compile(r"\bseries [a-h]\b|\b(?:pre-?)?seed\b|\b(?:the|our|your) [b-e]\b(?! \w+(?:side|team))")
NOBODY_CUT = re.compile(
    r"\b(?:nobody|no one|none of (?:us|them|the team)|not (?:a single|one) (?:person|job|colleague|engineer))"
    r"(?: \w+){0,4} (?:laid off|let go|made redundant|lost (?:their|his|her|a) jobs?|was cut|were cut|left|"
    r"went|been cut)\b"
    r"|\b(?:did|have|has|had)(?: not|n't)(?: \w+){0,2} (?:lay|laid|let|cut|made|"
    r"make)\b[^.?!;]{0,30}\b(?:off|go|staff|jobs?|"
    r"people|anyone|anybody|redundan\w+|team)\b"
    r"|\bnever (?:laid|let|cut|made)\b[^.?!;]{0,30}\b(?:off|go|staff|jobs?|people|anyone|anybody|redundant)\b"
    r"|\b(?:no|not|without|zero|weren't any|not any) (?:lay-?offs?|redundanc\w+|job (?:cuts|losses)|"
    r"cuts to (?:staff|the team))\b"
    r"(?! (?:since|after|planned|ahead|in|this|among|for))"
    r"|\b(?:those|these|it|that) (?:were|was)(?: not|n't) (?:an? )?(?:lay-?offs?|redundanc\w+|job cuts)\b"
)
NOT_NEW = re.compile(
    r"\b(?:i am|i'm|she is|she's|he is|he's|they are|our \w+ is) (?:hardly|not|no longer|not exactly|"
    r"far from|"
    r"anything but) (?:a )?(?:new|fresh)\b"
    r"|\bno (?:new|change of|change in|changes in) (?:cto|vp|head|leader\w*|chief|boss)\b"
    r"|\b(?:no new|not a new|not the new|never a new) (?:cto|vp|head|leader|chief)\b"
)
SERVED = re.compile(
    r"\b(?:been|was|am|is)\b[^.?!;]{0,40}?\b(?:for (?:(?:nearly|almost|over|about|"
    r"more than) )?(?P<n>\d{1,2}|two|three|four|five|six|"
    r"seven|eight|nine|ten|twelve|fifteen) years|since (?P<year>20[01]\d|202\d))\b"
)
IN_POST = re.compile(
    r"\b(?:cto|vp|head of \w+|here|this (?:seat|role|job|chair|post)|in (?:post|the (?:seat|role|job|"
    r"chair))|with us)\b"
)
NO_AI = re.compile(
    r"\b(?:no|not a|not an|zero|neither|without an?|not any|never had an?|not one) (?:\w+ ){0,2}?(?:ai|ml|"
    r"machine learning|data science|"
    r"models?|data scientists?)\b(?: (?:team|people|engineers?|function|practice|work|roles?|programme))?"
    r"|\b(?:do|does|did)(?: not|n't) (?:really )?(?:use|do|run|have|touch|own|train) (?:any |an? |"
    r"much )?(?:\w+ )?(?:ai|ml|machine "
    r"learning|data science|models?)\b"
    r"|\b(?:very )?(?:start|beginning|early|first steps|day one|novices?|"
    r"beginners?)\b[^.?!;,]{0,14}\b(?:of|with|in|on|at|for) (?:our |any )?"
    r"(?:ai|ml|machine learning)\b"
    r"|\bnothing (?:\w+ ){0,3}(?:ai|ml|models?|in production)\b|\b(?:ai|ml|machine learning) (?:is|"
    r"has) (?:not|hardly|barely)\b"
    r"|\b(?:shut|closed|disbanded|dissolved|wound down|folded) (?:down )?(?:the|our) (?:ai|ml|data science|"
    r"machine learning)\b"
)
AI_RUNS = re.compile(
    r"\bwe (?:now |already |do )?(?:run|have|keep|serve|operate|ship|put|got|"
    r"shipped) (?:[\w-]+ ){0,4}(?:models?|llms?|ml|agents?)"
    r"(?: \w+){0,2} (?:in(?:to)? prod(?:uction)?|live)\b"
    r"|\b(?:ai|ml|machine learning|data science) (?:team|group|function|practice) (?:of|has|with) (?:\d+|"
    r"[a-z]+)\b(?! (?:yet|not))"
)
NEG = re.compile(r"\b(?:no|not|never|nothing|without|none)\b|n't\b")
TECH_GONE = re.compile(
    r"(?:\b(?:off|away from|instead of|replac\w+|retir\w+|dropp\w+|no longer|abandon\w+|sunset\w*|"
    r"rather than|never|"
    r"decommission\w+|ditch\w+|left(?! in)|leaving(?! in)|killed|threw out|got rid of|rid of|stopped using|"
    r"done with|not|"
    r"no|"
    r"(?:do|does|did)(?:n't| not) (?:run|use|have|touch))\s+(?:[\w'-]+\s+){0,3})$"
)
TECH_AFTER = re.compile(
    r"\s(?:\w+ )?(?:is gone|went|was (?:dropped|retired|replaced|switched off|shut|thrown out)|has (?:been|"
    r"gone)"
    r"(?: \w+)? ?(?:retired|replaced|dropped|switched off)?|is (?:history|dead|out|no more)|days are over)\b"
)
DOWN_TO = re.compile(
    r"\b(?:we(?:'re| are)|that(?:'s| is)|it(?:'s| is)|now|back|are|is|list is|page is|count is)(?: now|"
    r" already| back| "
    r"currently)? (?:(?:down|up|back) )?(?:to|at)(?: just| only| about)?\s*$|\b(?:left with|make (?:it|"
    r"that)|call it)(?: just| only)?\s*$"
)
# "Eight, actually", in answer to a count of ours.
FIRST = re.compile(r"\W*(?:no, |well, |it is |it's |make it |make that |only |just |rather )*")
ACTUALLY = re.compile(
    r"(?:,| now| by now)? ?(?:actually|in fact|now|by now|these days|as of|not (?:\d+|[a-z]+))\b"
)
NOT_ROLES = re.compile(
    r"^\w*(?:minutes?|weeks?|days?|months?|years?|hours?|percent|%|people|engineers|staff|k\b|m\b)"
)
FIGURE = re.compile(
    r"\b(?:it was|that was|was|it is|it's|is|more like|closer to|nearer|actually|raised|only|came (?:in|"
    r"out) at|closed at|"
    r"ended (?:up )?at|in fact|we cut|lost|let|rather)(?: about| around| really| just| only| actually|"
    r" nearer| closer to)*\s*$"
)
OTHER_SUM = re.compile(
    r"\b(?:arr|revenue|budget|runway|burn|valuation|valued|rate|price|cost|month|hour|day|per)\b"
)
WE_ARE = re.compile(
    r"\bwe(?:'re| are)(?: now| about| around| roughly| nearly| only| just| currently| at)*\s*$"
)
HEADS = re.compile(
    r"^(?:people|engineers|developers|staff|strong|employees|heads)\b(?! (?:short|down|away|light|over|"
    r"under|too))"
)


IT_WAS = re.compile(
    r"\b(?:it|that|this|those|they|we|money|funding|round|deal|raise|papers|cuts)(?:'s| was| were|"
    r" is)?(?: actually| only| really| just|"
    r" all)*(?: clos\w+| sign\w*| land\w*| came(?: in)?| happen\w*| went| done| complet\w+| over|"
    r" back)?(?: actually| only| back)*"
    r" (?:in|on|at|since|by)?(?: the)?\s*$"
)
I_CAME = re.compile(
    r"\bi(?:'ve| have)? (?:only |actually |just |first )?(?:joined|started|came(?: in| aboard| on board)?|"
    r"took (?:over|the (?:role|job|seat))|"
    r"arrived|moved (?:up|over)|stepped in)(?: here| as \w+| actually| only| back)* (?:in|on|"
    r"at)?(?: the)?\s*$"
)
