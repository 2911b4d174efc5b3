"""Words around counts of open roles. Used by roles.py."""

import re

from ..worded import worded
from ..wordlist import words_of

ROLE = (
    r"(?:roles?|positions?|openings?|vacanc(?:y|ies)|reqs?|requisitions?|postings?|posts?|ads?|"
    r"adverts?|listings?|jobs?|headcount|seats?|slots?|vacant|job)"
)
NOUN = re.compile(
    rf"(?P<quals>(?:[\w/&'+#.]+[ -]){{0,4}}?)(?P<role>{ROLE})\b(?! (?:we|i|our|of ours|you could|"
    rf"function|model|play|market|title|description|share|board)\b)"
)
STOP = words_of(
    """on for with at in to from who that you we i they can could will would have has are is be start of
    and- then days day weeks week months month minutes minute hours hour years year percent people
    profiles engineers questions reasons slots times before after until till during by without as than per"""
)
# Words beside a count that leave it the count of all.
GENERAL_QUALS = words_of(
    """open engineering posted current remaining live technical new public listed advertised tech unfilled
    vacant other last published job software it developer visible active"""
)
HIRING = worded(
    r"\b(?:hir(?:e|es|ed|ing)|recruit(?:s|ing)?|look(?:s|ing)? (?:for|to (?:hire|add|fill|bring "
    r"on|recruit))|search(?:es|ing)? for|hunt(?:s|ing)? for|chas(?:e|ing)|on the lookout for|"
    r"scouting for|headhunting|after|trying to (?:attract|land|close)|hiring plan of|plans? (?:of|"
    r"for|to (?:hire|add|recruit))|set (?:out )?to (?:hire|add)|going to hire|advertis\w+(?: "
    r"for)?|"
    r"seek(?:s|ing)?|in the market for|try(?:ing)? to (?:hire|fill|find|land|recruit)|need(?:s|"
    r"ing)? to (?:hire|fill)|fill(?:ing)?|"
    r"openings for|roles for|postings for|positions for|ads for|adverts for|vacancies for|reqs "
    r"for|job ads for|want(?:s|ing)? to (?:hire|add))"
    r"(?: up to| at least| about| around| another| some| roughly| nearly| almost| over| more than|"
    r" as many as| for| a further| the| these| those| all| exactly| only| just)*\s*$"
)
PEOPLE = re.compile(
    r"(?:[\w/&'+#.]+[ -]){0,3}(?:engineers?|developers?|devs?|people|specialists?|programmers?|"
    r"architects?|hires|heads|seniors?|staff|sres?|analysts?|scientists?|engineering)\b"
)
WANTED = worded(
    r"^(?:[\w/&'+#.-]+ ){0,4}(?:engineers?|developers?|devs?|people|hires|"
    r"specialists?)[\s,]+(?:that |who |whom )?(?:you(?:'re| are)?|it is|they are)"
    r"(?: still| currently| now)? (?:plan(?:ning)? to|intend(?:ing)? to|hop(?:e|ing) to|"
    r"expect(?:ing)? to|about to|going to|hiring|looking|trying|advertising|seeking|recruiting|"
    r"searching|want|need)"
)
COUNTED = worded(
    r"\b(?:roles?|positions?|openings?|vacancies|reqs|requisitions|postings|listings|jobs|job "
    r"board|careers page|role count|count|tally|job ads|job page|jobs page)\b"
    r"(?P<gap>[^.?!;\d]{0,44}?)(?:[:(=]|\b(?:is|are|was|were|at|to|of|hit|reached|now|today|"
    r"currently|count|shows?|showed|has|have|lists?|listed|grew|climbed|rose|stands?|sits?|"
    r"totals?|up|doubled|went|comes? to|advertis\w+|carries|i see|we see|i count|we count)\b)"
    r"[\s(–-]*(?:about |around |roughly |nearly |over |just |still |only |almost |now |at )*$"
)
OURS = re.compile(r"\b(?:we|our|i|us|squad|call|start|minutes|meet|free|available)\b")
NOTHING_NEW = re.compile(
    r"^(?:\s(?:\d+|two|three|four|six|eight|ninety|sixty|thirty|a|an|some|about|only|just) (?:few "
    r"|couple of )?(?:days|weeks|months?|quarter|year)|\s*(?:today|now|as|on|this|and|in|at|at "
    r"present|right|currently|open|live|from|up|down|versus|compared|against|vs|or|but|to|with|"
    r"across|since|last|which|that|over|against|–|-|i|we|you|the|according|so|after|before|when|"
    r"while)\b|\s*[.,;:!?)\x1f(–-]|\s*$)"
)
EARLIER_BEFORE = worded(
    r"(?:\b(?:up|down|grew|grown|rose|risen|climb\w*|jump\w*|gone|went|move\w*|increas\w*|"
    r"doubl\w+|tripl\w+|expand\w+|fell|fallen|dropped|shrunk|cut) from|"
    r"\b(?:versus|vs\.?|against|compared (?:with|to)|from|rather than|instead of|where there "
    r"(?:were|was)|when (?:it|there|you) (?:was|were|had|stood at)|previously|earlier))"
    r"(?: only| just| about| around| roughly| a mere| some| the| your| its)*\s*$"
)
NOW_AGAINST = worded(
    r"\s(?:today|now|this week|at present|currently)\b[^.?!;]{0,24}\b(?:against|versus|vs|up from|"
    r"down from|compared)\b"
)
AGAINST = worded(
    r"\b(?:today|now|currently)\b[^.?!;]{0,20}\b(?:against|versus|vs\.?|up from|down from|"
    r"compared (?:with|to))(?: only| just)?\s*$"
)
OUR_COUNT = re.compile(
    r"\s(?:(?:roles|openings|postings|positions|vacancies|seats) )?(?:that |which )?(?:i|we|my|our)\b"
)
EARLIER_AFTER = worded(
    r"^[^.?!;,]{0,34}?\b(?:(?:60|sixty|90|ninety|30|thirty|45|two|three|2|3|six|eight|a few|"
    r"several|a couple of) (?:days|months|weeks) (?:ago|before|earlier|prior|back)|"
    r"a (?:quarter|month|year) (?:ago|before|earlier)|two months (?:ago|before|earlier)|"
    r"previously|back in|at the (?:start|beginning|turn) of(?! (?:the |this )?(?:month|week)\b)|last "
    r"(?:month|quarter|year|autumn|"
    r"winter|spring|summer|time)|earlier this|in (?:early |mid |mid-|late )?(?:january|february|"
    r"march|april|may|june|july|august|september|october|november|december))\b"
)
DATED = worded(
    r"^[^.?!;,]{0,24}?\bin (?:early |mid |mid-|late )?(?:january|february|march|april|may|june|july|"
    r"august|september|october|november|december)\b"
)
THEN_NOW = worded(
    r"^[^.?!;]{0,44}?[,–-]\s*(?:and |but )?(?:\w+|\w+[ -]\w+) (?:now|today|at present|currently|this week)\b"
)
JUMP_FROM = worded(
    r"\b(?:jump|rise|move|growth|step|leap|climb|increase|change|shift|swing|drop|fall|ramp|expansion|"
    r"difference)(?: up| down)? from(?: only| just| about| some)?\s*$"
)
JUMP_TO = worded(
    r"\b(?:jump|rise|move|growth|step|leap|climb|increase|change|shift|swing|drop|fall|ramp|expansion)"
    r"(?: up| down)? from (?:[\w-]+ ){1,5}to(?: some| about)?\s*$"
)
SOME_OF_ALL = worded(
    r"\s(?:[\w-]+ ){0,2}(?:roles|seats|openings|positions|postings|vacancies|hires|reqs|jobs) "
    r"(?:closest|nearest|hardest|oldest|longest|slowest|most|that (?:matter|hurt|hold|block|count)|"
    r"you (?:need|want|care|worry|mind|would rather))\b"
)
LEFT = worded(
    r"^\s(?:of (?:them|those|these) )?(?:(?:are|is|were|'re|roles?|seats?|positions?) ){0,2}(?:still )?"
    r"(?:left|remaining|remain|remains|still (?:open|live)|to fill|outstanding)\b"
)
MORE = re.compile(r"^(?:(?:[\w/&'+#.]+ ){0,3}?)(?:more|extra|additional|fewer|less)\b(?P<rest>.*)")
ADDED = worded(
    r"\b(?:added|opened|posted|published|put up|advertised|listed|adding|opening|posting|created|"
    r"gained|up by|grew by|grown by|rose by|risen by|increased by|climbed by|an? (?:net "
    r")?increase of|up|rise of|"
    r"net new|net|jump of|plus|\+|down by|fell by|dropped by|fewer by|gain of|addition of|closed|"
    r"removed|shed|(?<!judging )(?<!going )(?<!measured )(?<!told )(?<!gauged )by)(?: another| a further|"
    r" some| about| around| just| roughly| net| as many as|"
    r" in total)*\s*$"
)
HIRE_TOPIC = worded(
    r"\b(?:roles?|hiring|openings?|positions?|postings?|vacanc\w*|reqs?|requisitions|posts|recruit\w*|job "
    r"board|jobs page|job ads?|careers page|careers site|hiring page|(?:count|tally) (?:on|is|was|has|"
    r"stands|now|went)|velocity|listings|"
    r"job posts?|role count)\b"
)
TEAM_TOPIC = re.compile(
    r"\b(?:team|headcount|staff|workforce|engineering(?: org| group| department| team)?|engineers|"
    r"company|organi[sz]ation|org|people|squad|department|group|function|size)\b"
)
DOWN = re.compile(
    r"\b(?:down|fewer|less|fell|fallen|drop\w*|declin\w*|decreas\w*|lower|shr[aiu]nk\w*|cut|"
    r"closed|removed|shed|reduc\w+)\b"
)
CHANGE = re.compile(
    r"\b(?:up|down|grew|grown|grow|rose|risen|climb\w*|jump\w*|increas\w*|increase|rise|growth|"
    r"more|higher|added|expan\w+|fewer|drop\w*|fell|fallen|lower|decreas\w*|declin\w*|uplift|gain|"
    r"surge)\b"
)
ANSWERED = worded(
    r"\b(?:it is|it's|that is|that's|we are|we're|down to|up to|actually|left with|make that|"
    r"closer to|more like|so|makes it|making|leaving|only|just|currently|now|it was|"
    r"there are|there's|leaves|have)(?: now| "
    r"actually| only| just| at| down to| up to| really| about)*\s*$"
)
SUBSET = worded(
    r"\s(?:that |which |who )?(?:mention|ask|name|list (?!of)|read|look|are for|call|requir|want|"
    r"need|touch|refer|carry|sit in|in (?!engineering)[a-z]+ing|for (?:a |an |the )?[a-z]+|on the [a-z]+ "
    r"(?:team|"
    r"side)|at the|based|posted|opened|have been|with)\w*\b"
)
# "We have eleven engineering roles posted": all of them, in their own words.
ON_SHOW = re.compile(
    r"\s(?:posted|opened|(?:have|has) been|in (?:engineering|tech|total|all)|based|at the (?:moment|"
    r"minute))\b"
)
# "You are up to fourteen": so many, not at most.
NOW_UP_TO = worded(
    r"(?:\b(?:are|is|be|now|am|went|gone|back|have come)|'re|'s|'m)(?: now| already| actually)? up to\s*$"
)
PAST = worded(
    r"\b(?:was|were|had|listed|showed|counted|saw|stood at|sat at|used to (?:be|have))(?: only| "
    r"just| about| around)?\s*$"
)
THEN_HEAD = worded(
    r"\b(?:(?:days|weeks|months|quarter|year) (?:ago|before|earlier|back)|(?:back )?in (?:early |"
    r"mid-?|late )?(?:january|february|march|april)|last (?:month|quarter|autumn|winter|spring)|"
    r"earlier this year)\b"
    r"[^.?!;]{0,24}\b(?:had|was|were|listed|showed|stood at|counted|saw)(?: only| just| about| around)*\s*$"
)
COUNT_AT = worded(
    r"\b(?:roles|openings|positions|postings|reqs|vacancies|count|tally|number|"
    r"listings)\b[^.?!;\d]{0,24}\bat (?:about |around |roughly )?$"
)
TODAY = worded(
    r"\b(?:today|now|currently)[,\s]+(?:it is|it's|there are|you have|the count is|i see|i count|"
    r"that is|they are|we see|the page shows|the page lists)(?: only| just| about| around)*\s*$"
)
POSTED = worded(
    r"\b(?:opened|posted|published|put up|advertised|listed|opening|posting|created|advertising|"
    r"listing)(?: another| a further| some| about| around| just| roughly| as many as| in "
    r"total)*\s*$"
)
DOING = worded(
    r"(?<!page )(?<!board )(?<!site )(?<!list )\b(?:do(?:ing|es|ne)?|did|hold(?:s|ing)?|juggl\w+|combin\w+|"
    r"wear\w*|carry(?:ing)?|carries|"
    r"balanc\w+|work(?:s|ing)?)"
    r"(?: at)?(?: the)?\s*$"
)
PLUS = re.compile(r"\b(?:plus|and|with|another|as well as|then)(?: another| a further)?\s*$|[,;+&]\s*$")
FOR_PEOPLE = worded(
    r"\s(?:for|in|on) (?:the |a |an )?(?:[\w/-]+ ){0,2}(?:engineers?|developers?|specialists?|"
    r"scientists?|analysts?|data|"
    r"backend|frontend|platform|infrastructure|ml|ai|mobile|devops|sre|security)\b"
)
STILL_OPEN = worded(
    r"\s(?:of (?:them|those|these) )?(?:are |is )?(?:still (?:open|unfilled|vacant)|unfilled|left to fill)\b"
)
BY_NOW = worded(
    r"\s(?:already|since|now|today|up|online|on (?:the|your)|within|this (?:week|month|quarter|spring))\b"
)
APPROX = re.compile(
    r"(?:\b(?:about|around|roughly|nearly|almost|close to|approximately|some|circa|ca|or so|just "
    r"under|just over|over|more than|at least|upwards of|north of|no fewer than|well over|under|"
    r"fewer than|less than|up to|as many as|~)|~)\s*$"
)
PAGE_NUMBER = re.compile(r"\b(?:page|phase|step|slot)\s*$")
AT_PRESENT = worded(r"\s(?:today|now|currently|at present|this week|at the moment)\b")
THAN = re.compile(r"\b(?:than|since|from|over|compared|in)\b")
EXACTLY = re.compile(r"\b(?:only|just|single|exactly|have|has|see|with|lists?|shows?|counted?)\s*$")
COMPARED = re.compile(r"\b(?:more|than|from|since|up|down|over|against|versus|vs|compared)\b")
OF_THEIRS = re.compile(
    r"\s(?:of|in) (?:[\w'-]+ ){0,3}?(?:roles|openings|postings|positions|vacancies|seats|reqs|listings|"
    r"hiring|teams?|headcount|staff|workforce)\b"
)
OF_OTHER = re.compile(
    r"\s*(?:times )?(?:the|our|that|a|this) (?:rate|price|fee|cost|time|work|output|speed|size "
    r"of)\b|\s*(?:down\b|-?check|digit|-digit|sided|the (?:throughput|speed|capacity|output))"
)
AS_MANY = re.compile(
    r"\s*(?:as (?:many|big|large|long|high|strong|numerous)|the (?:number|count|figure|size|total|"
    r"tally|headcount|"
    r"\w+ (?:you|it|there|listed|open|in|of|from|since))|(?:its|their|your|the)(?: former| original|"
    r" previous| old)? "
    r"(?:size|strength|number)|what|your|that (?:of|in)|its|last|where|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)'s)\b"
)
AS_LARGE = re.compile(
    r"\s*(?:as (?:big|large|strong|numerous)|(?:its|their|the) (?:\w+ )?(?:size|strength))\b"
)
OVER = re.compile(r"\b(?:more than|over|well over)\s*$")
NEARLY = re.compile(r"\b(?:nearly|almost|close to|not quite)\s*$")
IN_SIZE = re.compile(r"\s*(?:in size|since|$|[.,;?!])")
ON_COURSE = re.compile(r"\b(?:set|about|on course|on track|due|going|poised|bound) to\s+(?:\w+ly )?$")
WISH = re.compile(r"\b(?:to|will|can|could|would|help|should|want|before)\s+(?:\w+ly )?$")
GONE_AFTER = worded(
    r"\s(?:(?:are|were|have|has|now|been|already|since|both) ){0,3}(?:gone|fewer|less|closed|filled|"
    r"down|dropped|withdrawn|"
    r"removed|came off|come off|off the (?:page|list)|taken down|disappeared|vanished)\b"
)
UNTIL = worded(
    r"\b(?:while|until|till|once|when|before|by the time|if|as soon as|after|whilst|should)\b[^.?!;,]{0,20}$"
)
SEAT = re.compile(
    r"\b(?:hir\w+|roles?|seats?|fill\w*|unfilled|vacan\w+|headcount|advertis\w+|recruit\w*|posted)\b"
)
OTHER_EVENT = re.compile(
    r"\b(?:series|round|rais\w+|seed|fund\w*|clos\w+|join\w*|cto|vp|launch\w*|cut|cuts|layoffs?)\b"
)
TEAM_GREW = re.compile(
    r"\b(?:team|headcount|staff|workforce|group|department|organi[sz]ation|org|"
    r"payroll)\b[^.?!;,]{0,24}?\b(?:grew|grown|"
    r"grow(?:s|ing)?|up|increased|risen|rose|expanded|swollen|bigger|larger)(?: by)?"
    r"(?: about| around| roughly| nearly| almost| over| more than| some)?\s*$"
)
AGAIN = re.compile(r"(?:as (?:many|big|large|long)(?: [a-z]+){0,2} again|again as (?:many|big|large|long))\b")
SHARE_LOST = re.compile(
    r"\s*(?:[\w-]+ ){1,3}(?:(?:would|will|had|have|has|must|were|was|are|is|to|had to|have to|could|may|"
    r"being) )*"
    r"(?:go|gone|went|cut|lost|axed|eliminated|redundant|disappear\w*|going|made redundant)\b"
)
