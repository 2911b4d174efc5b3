"""Words of the claims in plans.py."""

import re

from ..worded import worded

_DET = "your|the|this|that|an?|its|their|our|any|no"
ACTING = re.compile(
    r"(?:\byou(?:'re|'ve|'ll| are| have| were| had| will)?|\b(?:is|are|has|have|was|were|been|"
    r"being|'s|'re|'ve)|\bteam|\bcompany|\b(?:as|while|since|now that) you|\bhaving|^\s*(?:after|since|by)|"
    r"\b(?:congratulations|congrats|kudos|well done) (?:on|for))"
    r"(?:\s+(?:also|now|just|still|currently|already|all|both|busy|been|recently|clearly|actively|"
    r"deep|in the middle of|about|well|mid|only|really|publicly|apparently|"
    r"evidently|quietly|finally|started|begun|set|\w+ly))*\s*$"
)
INTENT = re.compile(
    r"^(?:plan|planning|planned|intend|aim|want|looking|hoping|keen|trying|about|set|due|"
    r"scheduled|preparing|gearing|getting ready|committed|determined|racing|pushing|on track)"
)
TALK = re.compile(
    r"\b(?:talk|speak|chat|meet|reply|hear|see|discuss|compare|know|call|read|answer|decide|test|"
    r"try|think|look|understand|explore|learn|say|send|share|skip|pass|book|stop|consider|reach|"
    r"respond|ask)\b"
)
OWN_PEOPLE = worded(
    r"(?<!your )(?<!your own )\b(?:engineers?|people|developers?|squads?|those|ones|seniors?|everyone|"
    r"both)(?: \w+)?"
    r" (?:who|that|which|have|has|had|are)(?: (?:have|has|had|already|all|both|each|just|also|"
    r"recently))*\s*$"
)
# "No search engine ever fixed that, although several were bought for it": nobody's plan.
TO_OPEN = re.compile(r"\b(?:to|will|'ll|you) $")
OTHERS_DID = worded(
    r"\b(?:several|many|few|some|most|others|they|these|those|which|that|who|nobody|none|everyone)"
    r"(?: (?:was|were|is|are|has|have|had|been|being|just|also|already))*\s*$"
)
ASKS = re.compile(
    r"[\s\"'(]*(?:[\w',]+ ){0,4}?(?:what|what's|which|where|who|when|is|are|do|does|did|has|have)\b"
)
AS_YOU = re.compile(r"\b(?:as|while|since|now that|because) you(?: \w+ly| now| also)?\s*$")
HAVING = re.compile(r"^[\s\"'(]*(?:having|after|since)(?: \w+ly| just| now)?\s*$")
READER = re.compile(r"[^,.?!;]*,\s*(?:you|your)\b")
AS_YOU_DO = re.compile(r"(?:as|while|since|because|now that) you ")
SETTLING = re.compile(
    r"\b(?:role|seat|chair|post|job|call|meeting|conversation|quarter|month|week|year|summer|autumn|"
    r"winter|spring|next step|questions?|numbers?|roles|people|hires?|offers?|decision|choice|options|"
    r"ahead)\b"
)
HABIT = worded(r"\b(?:is|are|gets?|be)\s+(?:\w+ly )?$")
RE = re.compile(r"\s*(?:re|aw|antw|fwd?|sv)\s?:")
A_TIME = re.compile(
    r"opening in (?:the )?(?:early |late |mid[ -])?(?:january|february|march|april|may|june|july|august|"
    r"september|"
    r"october|november|december|spring|summer|autumn|fall|winter|q[1-4]|20\d\d)\b"
)
GO_LIVE = re.compile(r"go lives?$")
INDEFINITE = re.compile(r"\b(?:an?|any|such an?|another|every|each|no|some|one)\s+$")
ALONE = re.compile(r"\bthe\s+$")
ANY_OF_THEM = re.compile(
    r"\s*(?:(?:itself|alone|proper) )?(?:(?:is|gets|takes|needs|goes|tends|fails|slips|works|costs|eats|"
    r"finds|will|"
    r"can|has to|should|must|never|rarely|always|usually|often)\b(?! (?:under|already|now|due|live|late|"
    r"still|"
    r"behind|ahead|coming|next|planned|scheduled|set|delayed|overdue|in (?:progress|flight)|being))|[.,;:]|"
    r"\(|(?:that|which) (?:takes|needs|goes|fails|slips|works)\b)"
)
UNDER_WAY = worded(
    r"[^.?!;,]{0,30}?\b(?:under way|underway|ahead|coming|in progress|planned|in flight|behind you|"
    r"looming|pending|"
    r"due|on the (?:go|way|horizon|calendar)|scheduled|this (?:year|quarter|summer|autumn|spring|month))\b"
)
READERS = worded(
    r"\byou(?:r|'re|'ve|'ll)?\b|\bthe (?:board|ceo|cto|cfo|company|founders?|investors|management|"
    r"leadership)\b"
)
OUR_PAPER = worded(
    r"\b(?:our|we|contract|clause|agreements?|terms|outline|statement of work|proposal|quote|invoice|"
    r"(?:brief|plan|roadmap|strategy|timeline|file|sheet) (?:that )?i (?:have|hold|keep|got|was given|"
    r"work from))\b"
)
TO_US = re.compile(r"\b(?:into|to|in|for|with|onto) (?:our|us|my)\b")
RATHER = worded(r"\b(?:rather|let|help|ask|suggest|recommend|prefer)(?: that)? you\s*$")
WOULD = re.compile(r"\b(?:would|could|might)\b")
PACT = worded(r"(?:contract|deal|partnership|alliance|joint venture) with ")
HIRE = worded(
    r"\b(?:hir\w+|recruit\w*|add (?:engineers|people|headcount)|grow|scale|fill|staff|expand the "
    r"team|open roles|build(?:ing)? (?:out )?(?:the|your|a|an)? ?(?:\w+ )?team|roles)\b"
)
EVERYDAY = re.compile(
    r"(?:(?:next |new |your |your next |big )?(?:releases?|launch|version|feature)|re ?-?design|"
    r"outages?|incident|listing|downtime|replacements?)$"
)
SAID_OF_IT = re.compile(
    r"\s+(?:is|was|has|slipp\w+|you (?:announced|had)|last|in \w+|on (?:the )?(?:\d|mon|tue|wed|thu|fri|"
    r"jan|feb|mar|apr|"
    r"may|june|july|aug|sep|oct|nov|dec)|of|this|that hit)"
)
OTHER_NOUN = worded(
    r"\b(?:call|meeting|email|mail|note|our|pilot with us|(?:hipaa|gdpr|dora|soc ?2|iso ?27001|"
    r"pci) (?:terms|"
    r"rules|conditions|law|obligations|agreements?|grade)|release (?:notes|cadence|train|cycle|"
    r"process|dates?|calendar|day|train|window|schedule)|launch (?:call|day|plan|dates?|calendar|window)|"
    r"integrations? (?:side|teams?|work|layer|points?|tests?|screens?|engineers?)|"
    r"migrations? (?:work|projects|services)|replacement (?:hires?|engineers?|people|for|if|within|at)|"
    r"(?:the|an?|any|each|every|no|that|her|his|free|suitable|like-for-like|permanent) "
    r"replacements?\b(?! (?:of|project|programme|due))|"
    r"new (?:product|feature|version) (?:work|teams?|roles?|"
    r"ideas|manager|hire)|new (?:site|location))\b"
)
# What may stand between an article and its noun.
PHRASE_HEAD = re.compile(
    rf"(?:\b(?:{_DET})|'s)\s+((?:(?!(?:{_DET}|of|in|for|with|to|on|and|or)\s)[\w.+#/&-]+\s+){{0,4}})$"
)
ANY = re.compile(r"\b(?:an?|any|every|each)(?: \w+)? $")
SHIFT = re.compile(r"(?:jump|move|shift|switch)\b")
OF_WHAT = re.compile(
    r"\s+(?:to|of|into|in|onto|from|off|for|away from|across|with)\s+(?:the |a |an |your |its "
    r")?[\w.+#&-]+(?:\s+(?!and\b|is\b|are\b|has\b|will\b|this\b|in\b|by\b)[\w.+#&-]+)?"
)
PLAN_NOUN = re.compile(
    r"(?:roadmap|plans?(?! (?:to|on|for)\b)|strategy|backlog|okrs|goals|targets|milestones?|deadline|board|"
    r"investors|ceo|leadership|customers|mandate|timeline|brief)\b"
)
OWNED_PLAN = re.compile(
    r"(?<!job )(?<!careers )(?<!jobs )(?:\byour\s+(?:[\w-]+\s+){0,2}$|'s\s+$|"
    r"\bthe\s+(?:\w+\s+)?$)(?<!job )(?<!careers )(?<!jobs )(?<!hiring )"
)
OPENED = re.compile(r"(?:open(?:ed|ing)?|push\w*|signed|won|landed|bought|sold|moved|went|going)\b")
ROLES_OR_TALK = re.compile(
    r"\b(?:roles?|positions?|reqs?|requisitions|vacanc|series|round|to (?:talk|hear|it|this|that|"
    r"a (?:call|chat|conversation)))\b"
)
DEFINITE = re.compile(r"\s*(?:the|your)\b")
PHRASE_END = re.compile(
    r"\s(?:we|our|and (?:we|i|our|that)|so|would|could|but|while|because|before|after|if|when|"
    r"this (?:quarter|month|year)|next (?:quarter|month|year))\b"
)
# A public calendar, or an open guess: nobody's affair in particular.
NOBODYS = worded(
    r"\b(?:regulator's|ministry's|government's|state's|tax office's|eu's|union's) (?:[\w-]+ ){1,4}"
    r"(?:is|are|comes?|takes?|appl(?:y|ies)|starts?|begins?)\b|"
    r"(?<!your )\b(?:law|laws|directive|act|decree|ordinance|regulations?|return|form|standard|vat|tax|"
    r"nis ?2|dora|psd3|levy|tariff|duty|ban)(?: \w+){0,2} (?:is due|are due|comes? into force|takes? effect|"
    r"appl(?:y|ies)|in force)\b|\bi (?:suppose|assume|imagine|guess|presume|would guess)\b|\bpresumably\b"
)
