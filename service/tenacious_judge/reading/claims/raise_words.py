"""Words around money raised. Used by funding.py."""

import re

from ..worded import worded

STAGE_WORD = re.compile(
    r"series[ \x1f-]+([a-h])|(pre[ -]?seed)|(seed)|(angel)|(growth)|(bridge)|(mezzanine)|(ipo|"
    r"initial public|public|listed)|\b(?:your|the|its|an?|their|this|that) (?:new )?(?P<letter>[a-e])\b"
)
GENERIC_AFTER = worded(
    r"\s*(?:/\s?[a-e]|or [a-e]\b|and [a-e]\b|to [a-e]\b)?[\s-]*(?:companies|teams|firms|"
    r"start-?ups|founders|ctos|peers|businesses|leaders|scale-?ups|engineering teams|"
    r"organi[sz]ations|saas|fintechs|clients|tech firms|groups|lenders|b2b|stage (?:companies|"
    r"teams|firms|startups|businesses|founders))\b"
)
GENERIC_BEFORE = worded(
    r"\b(?:teams|companies|firms|startups|start-ups|founders|ctos|others|clients|most|many|"
    r"similar|other|peers|(?:usually|often|typically) (?:after|following)|"
    r"before|between|until|next|toward|towards|reach|approaching|ahead of|a typical|the average|"
    r"any|every|raise|for)\b[\w\s,'-]{0,24}$"
)
INDEFINITE_AFTER = worded(
    r"\b(?:after|following|post|before|between|at|to|of|for|with|on|beyond|past|during|since|"
    r"raising|closing) (?:a|an|their|any|the typical|every)\s*$"
)
MONEY_WORDS = re.compile(
    r"\b(?:rais\w*|round|series|seed|funding|funded|financing|capital|invest\w*|closed?|backing|"
    r"backed|fundrais\w*|cheque|injection|equity|venture|valuation|war chest|raise|tranche|bridge|"
    r"extension|new money|fresh money|fresh cash)\b"
)
OTHER_MONEY = worded(
    r"\b(?:arr|mrr|revenue|budget|runway|burn|per (?:month|engineer|hour|week|day|seat|head)|a "
    r"month|monthly|hourly|/month|/mo|rate|fee|price|cost|costs|salary|saving|save|sow|invoice|"
    r"contract|turnover|valuation|valued)\b"
)
RECENT = worded(
    r"\b(?:just|recent|recently|fresh|freshly|new|newly|latest|hot on the heels|weeks ago|days "
    r"ago|last week|this (?:week|month|quarter))\b"
)
# "Your harbour API went public": shown, not listed.
SHOWN = re.compile(
    r"\b(?:apis?|apps?|products?|beta|features?|releases?|services?|sites?|pages?|docs?|documentation|"
    r"repo\w*|librar\w+|"
    r"tools?|sdk|code|roadmap|reports?|news|announcement|notice|letter|study|models?|data\w*|plans?|"
    r"postings?|roles?|"
    r"cuts?|round|dashboard|results?|figures?|numbers?|incident|outage|post-?mortem)(?: \w+)?\s$"
)
FUTURE = worded(
    r"\b(?:will|going to|about to|plan(?:ning|s)? to|preparing to|next|want to|aim to|before "
    r"(?:your|the) next|expect to|hoping to|to|upcoming|when you)\s+(?:[\w-]+\s+){0,2}$"
)
# "When we talked in February you had raised ...".
WE_SPOKE = worded(
    r"\b(?:we|i|you and i)(?: \w+ly| last| first| both)? (?:talked|spoke|wrote|met|mailed|e-?mailed|"
    r"exchanged|called|"
    r"corresponded|discussed|chatted|looked|saw)\b[^.?!;,]{0,14}$"
)
# "The round has not closed": denied by themselves or by a brief.
NOT_DONE = re.compile(
    r"\s(?:(?:itself|in question|you saw|you read about|you mention) )?(?:has|have|had|is|was|'s)?"
    r"(?:n't| not| never| yet to| still to)\b(?: yet| been| actually| quite| formally| even)*"
    r" (?:clos\w+|sign\w*|happen\w*|done|final\w*|complet\w*|through|in the bank|rais\w+|real|ours|"
    r"land\w*|confirmed)\b"
)
IT_CLOSED = worded(
    r"(?:(?<=[.!?;] )|(?<=\n))(?:it|that|this|the round|that one|which)(?: then| finally| at last| only|"
    r" has| was| has since| since)* "
    r"(?:closed|landed|signed|completed)(?: \w+)?? (?:in|on|at|last|this|early|late)\b"
)
CURRENCY = re.compile(r"[$\u20ac\u00a3]|usd|eur|gbp|chf|kes|dollar|euro|pound|franc")
# Plural things: "four million parcels".
THINGS = re.compile(
    r" (?!dollars|euros|pounds|francs|shillings|kroner|rupees|bucks|is\b|was\b|has\b|gives|buys|goes|makes|"
    r"means|does|leaves|"
    r"brings|changes|lasts|pays|carries|takes|less|plus|this|us\b|series|as\b|closes|sits|sounds|looks|"
    r"stands|comes|investors)[a-z]{2,}s\b"
)
ROUND = 2e6
"""Dollars beside a raise told elsewhere in the text that are no price of ours: "$22M is a lot of oxygen"."""
SMALL = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
SPANS = {"week": 7, "month": 30, "quarter": 91, "year": 365}
SINCE_THEN = worded(
    r"\b(?P<n>an?|\d{1,2}|two|three|four|five|six|seven|eight|nine) (?:full )?"
    r"(?P<unit>week|month|quarter|year)s? "
    r"(?:since|after|on from|into|past) (?:your |the |that |its )?(?:[\w$.-]+ ){0,2}$"
)
NO_INVESTORS = frozenset(
    ("series", "the", "your", "with", "seed", "who", "which", "that", "and", "round", "investors")
)
FIGURES = {"six": (1e5, 999999), "seven": (1e6, 9999999), "eight": (1e7, 99999999), "nine": (1e8, 999999999)}
NAME = re.compile(r"[A-Z][a-z]\w+")
LIKE_YOURS = re.compile(r"[^.?!;,]{0,40}\b(?:like|such as) (?:you|yours)\b")
YOUR_BEFORE = worded(r"\byour\s+(?:[\w$.-]+\s+){0,3}$")
YOU_HAVE = re.compile(r"\byou(?:'ve|'re)?\b")
YOU = re.compile(r"\byou\b")
OWING_TO = worded(r"\bthanks to|due to|according to\b")
TOLD_RAISE = re.compile(
    r"(?:rais(?!e\b)|having|secur|clos(?!e\b)|land|announc|bagg|pull|brought|bank|complet|finali|wrapp|"
    r"pocket|scoop|took|take|taking|receiv|attract|nail|ink|you|just|have|has|had|company|ve|led|"
    r"backed|funded|valued|newly|recently|freshly|well)"
)
RAISED_WHAT = re.compile(r"(?:\w+ )*rais\w+$")
RAISED_OTHER = re.compile(
    r"\s*(?:it|this|that|the (?:bar|question|issue|point|topic)|a (?:question|point|concern|flag|"
    r"good|fair|valid|real|right)|(?:two|three|several|some|both|a few|a couple of) (?:\w+ )?(?:points|"
    r"questions|"
    r"concerns|issues|worries)|with (?:me|us)\b|in your (?:mail|e-?mail|note|reply|message|last)|your|"
    r"concerns?|questions?|an? (?:issue|objection))\b"
)
# "So the question becomes the one you raised".
THING_RAISED = re.compile(
    r"\b(?:ones?|points?|questions?|issues?|concerns?|topics?|matters?|doubts?|objections?|worry|worries|"
    r"what|all|"
    r"everything|things?|subject|risks?|case|both|two|three|latter|former)\s+(?:that |which )?$"
)
ROUND_END = re.compile(r"round$")
ROUND_OTHER = re.compile(
    r"\s*(?:of (?:interviews|hiring|calls|questions|talks|testing|edits|review|cuts|layoffs|"
    r"redundancies)|table|trip|up|down|to (?:the|a|two|\w+ (?:cents?|places?|decimals?))|off|differently|"
    r"half|their|them|each|every|badly|wrongly|corners|robin)\b"
)
LED_BY = re.compile(r"(?:led|backed|funded) by")
ELSEWHERE = worded(
    r"\b(?:call|minutes|meet|chat|free|open to|roles?|hir\w+|posted|postings?|joined|cto|vp|"
    r"layoffs?|runway|will|would|until|asks?|expects?|wants?|due|talk|speak|we|our|i|my|deadline|launch|"
    r"go live|headcount|team|migrat\w+)\b"
)
RAISED = re.compile(r"\braised\b")
FIGURE = re.compile(r"\b(six|seven|eight|nine)[ -]figure\b")
