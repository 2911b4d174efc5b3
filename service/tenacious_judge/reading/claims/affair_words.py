"""Words of the claims in affairs.py."""

import re

from ..worded import worded

HOLIDAY = worded(
    r"\b(?:before|by|until|till|at|over|after|for|to) (?:the )?(?:end of (?:the )?(?:year|quarter|month)|"
    r"year[ -]end|christmas|easter|black friday|thanksgiving|ramadan|diwali|new year|peak season|"
    r"(?:summer|holiday|christmas|winter|autumn|spring) (?:season|peak|break|holidays)|golden week)\b|"
    r"\b(?:before|until|till|past|beyond|through) 20\d\d\b"
)
NAME_AFTER = re.compile(
    r"\b(?:in|into|to|for|with|from|at|of|by|across|off|"
    r"onto) ((?:the )?[A-Z][\w&-]{2,})"
)
TALK = worded(
    r"\b(?:call|minutes|min|talk|speak|speaking|chat|meet|meeting|conversation|phone|free|slot|suit|"
    r"slots|hear|"
    r"write again|invoice|rate|price)\b"
)
UNSURE = worded(
    r"\b(?:if|whether|whatever|whoever|(?<!year )(?<!time )(?<!moment )(?<!quarter )when|once|unless)\b"
)
SHUT = worded(
    r"\b(?:might|could|would|should|can|may (?!\d|or\b|"
    r"and\b)(?<!in may )(?<!by may )(?<!of may )(?<!mid may )"
    r"(?<!early may )(?<!late may )(?<!until may )(?<!since may )|"
    r"makers|operators|manufacturers|insurers|carriers|retailers|banks|lenders|vendors|"
    r"for (?:everyone|everybody|all|any)|everyone (?:in|who)|every (?:\w+ )?(?:will|has|in))\b"
)
WISH = worded(r"\b(?:hope|wish|trust|wishing|hopefully|thank you|thanks)\b")
PUBLIC = worded(
    r"\b(?:hiring|jobs?|labou?r|talent|employment|recruiting|recruitment|own|nobody|"
    r"no one|who) $"
)
FOR_HIRES = re.compile(
    r"\s(?:for|of) (?:[\w+#-]+ ){0,2}(?:engineers|developers|talent|people|hires|"
    r"skills)\b"
)
THEIRS = worded(r"\b(?:they|their|them|his|her|he|she)\b")
NAME_BEFORE = re.compile(
    r"(?<=[a-z,] )((?!I\b|I'|CTO|CEO|AI|ML|VP|Series|Go\b|React|Python)[A-Z][\w&.-]+)(?: (?:has become|"
    r"is|was|became|"
    r"remains))?\s$"
)
UNDER_WAY = worded(
    r"\b(?:under way|underway|half (?:finished|done|built|way)|halfway|over budget|behind schedule|"
    r"overdue|in flight|"
    r"in full swing|mid[ -]flight|weeks? late|months? late)\b"
)
OUR_THING = worded(
    r"\b(?:squads?|engineers?|pilots?|offers?|pairs?|teams?|contracts?|invoices?|prices?|rates?|work|"
    r"start|call|notice|"
    r"phases?|first|second|handover|lead|engagement|profiles?|person|people|two|three|month|week|sprint|"
    r"trial|"
    r"term|agreement|clause|slot|calendar|rest|same|question|roles?|seats?|quote|paper|report|write-?up|"
    r"list|"
    r"next|last|market|position|posting|round|series|holidays?|summer|quarter|year|deadline for)\b"
)
OUR_DOING = re.compile(
    r"(?:read|writ|find|hear|see|talk|look|ask|speak|follow|go|send|tell|hir|recruit|fill|interview|"
    r"meet|nam|"
    r"shar|explain|show|us|hav|be|do|mak|giv|com|gett|gues|learn|lead|open)\w*ing\b|"
    r"(?:accord|be|dur|exclud|includ|regard|concern|consider|noth|someth|anyth|everyth|morn|even|spr|"
    r"follow)ing\b"
)
SELLING = re.compile(
    r".* (?:is|are) (?:[a-z]+ )*[a-z]+ing$|.* (?:earmarked|set aside|allocated|budgeted|ring ?fenced|"
    r"spoken for|spent)$"
)
SOME_FIRM = re.compile(
    r"[\s\"'(]*(?:an?|one|another|some) (?:[\w'&-]+ ){1,6}?(?:[a-z]{2,}ed|lost|had|was|were|took|went|"
    r"ran|built|got|made|"
    r"left|cut|won|put|kept|found|spent) "
)
PARTY = re.compile(r"(?:[Nn]ow that|[Ss]ince) ([A-Z][a-z][\w&'-]*)")
PHASE = worded(
    r"\b(?:week|month|day|sprint|phase|stage)s? (?:one|two|three|four|five|six|\d)\b|"
    r"\b(?:first|second|third) (?:week|sprint)\b"
)
COUNTRY = re.compile(r"\bUS\b")
NEXT = re.compile(r"[a-z]+ (?:is|comes|opens|goes|launches|follows|will|was|joins|starts) ")
YOURS = worded(r"\byour\b")
# A party that the reader's company has one of.
PARTY_OF_ONE = worded(
    r"\bthe (?:board|investors|shareholders|founders|owners|ceo|cfo|coo|auditors|works council|parent "
    r"company|"
    r"supervisors?|regulator|central bank|ministry)\b|^works council\b"
)
ANYBODYS = worded(
    r"\b(?:what|who|whoever|anyone|anybody|everyone|everybody|nobody|people|there (?:is|are|were|was)|"
    r"any|every|"
    r"each|most|many|in the (?:country|world|city|trade|industry)|on the continent|in (?:europe|the eu|"
    r"africa)|"
    r"worldwide|always|never)\b"
)
WE = worded(r"\b(?:we|our|ours|us)\b")
FOR_ANYBODY = worded(
    r"\b(?:what|who|anyone|anybody|nobody|in the (?:country|world|trade|industry)|every (?:\w+ ){0,2}"
    r"(?:in|who|that|will|has))\b"
)
NAMED_THING = re.compile(
    r"\bthe (?:(?!US\b|EU\b|UK\b|I\b)[A-Z][\w&.-]+ [a-z]+|(?:US|EU|UK) (?:launch|office|expansion|entry|"
    r"site))"
)
STAFF = re.compile(
    r"\b(?:engineers?|developers?|roles?|seats?|openings?|postings?|positions?|vacanc\w+|hires?|squads?|"
    r"people|minutes|references?|questions?|weeks'? notice)\b"
)
