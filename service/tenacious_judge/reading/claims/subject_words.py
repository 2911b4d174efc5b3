"""Words that tell whom a clause is about. Used by subject.py."""

import re

from ..worded import worded
from ..wordlist import words_of

FINITE = re.compile(r"\b(?:is|are|can|takes?|means?|makes?|usually|often|tends?|gets?|will|rarely|should)\b")
TOKEN = re.compile(
    r"\b(?:(?P<you>you|your|yours|yourselves|(?:the|this) (?:whole |entire |engineering |platform "
    r"|data |core )?(?:team|company|business|org|organi[sz]ation|department))|(?P<we>we|i|our|"
    r"ours|my|us|tenacious|(?<!your )squads?|(?:the|this) (?:roster|pool|staffing (?:list|sheet|plan)|"
    r"capacity (?:list|sheet|plan)|rota))|"
    r"(?P<they>they|their|theirs|them|he|she|his|her)|"
    r"(?P<other>peers?|competitors?|rivals?|competition|companies|firms|start-?ups|businesses|"
    r"organi[sz]ations|clients?|"
    r"(?:half|most|many|several|dozens|hundreds|plenty|one in \w+|"
    r"two thirds)(?: of)?(?: the)? (?!(?:open |engineering |"
    r"your |of |the |those |these )*(?:roles|engineers|people|seats|openings|positions|postings|posts|"
    r"jobs|staff|them|"
    r"these|those|your|teams?\b|hires|colleagues|developers|services|systems|vacancies|ads|adverts|"
    r"weeks|months|days|"
    r"times|things|reviews|questions|interviews|hours|ways|seniors|"
    r"leads))(?:[a-z-]+ ){0,2}[a-z-]+s(?= (?:in|across|around|"
    r"cut|have|are|were|that|we|closed|lost|froze|laid|made|this|last|of (?:that|this|our))\b)|"
    r"founders|ctos|cfos|leaders|vendors|agencies|teams|groups|players|others|(?:most|many|"
    r"few)(?! of (?:them|these|those|the|your))|everyone|"
    r"anyone|somebody|someone|fintechs|scale-?ups|providers|shops|houses|outfits|neighbou?rs|"
    r"(?:a|an|one|another|each|every|any|no|the average|some|first|last|second) (?:[a-z-]+ ){0,2}"
    r"(?:client|customer|team|company|cto|start-?up|fintech|firm|business|scale-?up|"
    r"organi[sz]ation|group|founder|lender|"
    r"insurer|retailer|carrier|platform company|marketplace)(?! of (?:\d|about|around|roughly|"
    r"some|nearly|over|fewer|more)| of ?$)))\b"
)
ACTS = re.compile(
    r"\b(?:is|are|was|were|am|be|been|has|have|had|do|does|did|can|could|will|would|should|shall|may|"
    r"might|must|"
    r"takes?|means?|makes?|gets?|gives?|costs?|needs?|brings?|comes?|goes|tends?|works?|helps?|leaves?|"
    r"starts?|puts?|"
    r"looks?|sounds?|seems?|usually|often|rarely|never|always|let|please|if|when|or|than)\b|'(?:s|re|ve|"
    r"ll|d|m)\b"
)
LISTED = re.compile(r"(?:[,:+–-]|\band)\s+(?:(?:an?|the|new|another|fresh)\s+)*$")
YOU = worded(r"\byou(?:r|rs)?\b")
DESCRIBED = re.compile(
    r"\b(?:point(?:s|ing)? to|signs? of|marks? of|sounds? like|looks? like|suggests?|is|are|being|"
    r"as|signals?|describes?|spells?|"
    r"reads? as|picture of|becoming|remain|remains) $"
)
NAMED_SUBJECT = re.compile(
    r"[\s\"'(]*(?:(?:I|We) (?:see|saw|read|noticed|know|heard|hear)(?: that)? )?([A-Z][\w&.-]+(?: "
    r"[A-Z][\w&.-]+){0,2})(?:,[^,]{0,30},)? (?:has|have|is|was|posted|raised|closed|hired|lists?|"
    r"listed|runs?|recently|just|moved|went|cut|laid|put|named|appointed|added|grew|doubled|"
    r"tripled|built|uses|opened|started|also|announced|did)\b"
)
COMMON = words_of(
    """hiring recruiting recruitment growth that this it there what who which everyone nothing nobody your
    our the one two three four five six seven eight nine ten eleven twelve headcount engineering funding
    series openings roles scaling demand speed delivery elena you we i he she they its somebody someone
    something everything each every all both half most many some any no none time team teams capacity
    onboarding interviews recruiters public postings open momentum ai ml data product platform money
    cash runway budget attrition rapid fast aggressive new a an if when since after as while with
    hypergrowth expansion seed layoffs restructuring leadership cto vp board investors revenue people
    engineers velocity competition now today last next here yes hello hi dear
    having after given being following despite coming fresh once both instead rather so for on by at in during
    until before thanks also where whether did do does are is was were has have had can could would will shall
    should may might please how why which whose although though even because considering seeing"""
)
OFFICERS = ("cfo", "ceo", "cto", "coo", "cio", "vp", "board", "founder", "management", "finance", "hr")
# First words of companies' names that any sentence may begin with or hold.
PLAIN_NAMES = words_of(
    """north south east west northern southern eastern western green blue black white silver golden
    data cloud smart open global general united royal great bright clear pure prime true simple
    digital first next modern national central pacific atlantic european american german french
    dutch kenyan nordic alpine summit river harbour harbor bridge stone field market retail health
    energy freight logistics bank credit care home city metro quick swift rapid agile core base
    stack engine signal series seed angel hire hiring recruit talent layoff"""
)
NAME_ACTS = re.compile(
    r"'s\b|\s(?:has|is|was|had|did|does|will|would|runs?|keeps?|just|now|also|recently|already|still|"
    r"\w{3,}(?:ed|es)|"
    r"cut|let|laid|took|went|grew|lost|built|writes|uses|ships|hires|posts)\b"
)
OTHERS_SAY = re.compile(
    r"[\s\"'(]*(?:most|many|other|some|every|all|plenty of) (?:of these |such )?(?:mails?|"
    r"e-?mails?|messages?|vendors?|senders?|agencies|notes?|people|pitches|sellers?)\b"
)
DONE_BY = worded(
    r"\s(?:round )?(?:(?:that|which) )?(?P<who>(?!we\b|i\b)[\w&'. -]{2,40}?)"
    r"\s(?:just |recently |have |has |publicly )*(?:announced|closed|raised|completed|"
    r"signed|secured|landed)\b"
)
# "The move to daily pricing took a client of ours eleven months": a client's move.
CLIENTS_OF_OURS = worded(
    r"\b(?:clients? of ours|customers? of ours|one of our (?:clients|customers)|our (?:last|previous|"
    r"first|other) "
    r"client)\b"
)
LIKE = worded(
    r"(?:[^.?!;,]{0,26},? as (?:at|in|with|inside)|[^.?!;,]{0,26}\b(?:like|such as|as)|"
    r"[^.?!;,]{0,14}, as(?= yours)) (?P<who>yours\b|you\b|\w)"
)
AS_DID = worded(
    r"[^.?!;,]{0,40}, as (?P<who>[\w&.'-]+(?: [\w&.'-]+){0,3}?) (?:did|have|has|had|were|was|are|is|do|"
    r"does)\b"
)
US = re.compile(r"\b(?:we|our|i|us|squads?|tenacious)\b")
OPENING = re.compile(
    r"[\s\"'(]*(?:having|after|with|following|despite|coming|fresh|given|now that|as an?|being|on "
    r"the back of|in the wake of|post)\b[^.?!;,]{0,60}$"
)
# "Arriving from another company, you ...": the opening itself tells it.
ARRIVING = re.compile(r"[\s\"'(]*(?:arriving|coming|joining|stepping in|brought in) from\b")
LIKE_YOURS = worded(r"\b(?:like|of|as|at) yours?\b|\byou\b")
OBJECT = re.compile(
    r"\b(?:help(?:s|ed|ing)?|let(?:s|ting)?|giv(?:e|es|ing)|send(?:s|ing)?|show(?:s|ing)?|"
    r"tell(?:s|ing)?|ask(?:s|ing)?|"
    r"offer(?:s|ing)?|bring(?:s|ing)?|get(?:s|ting)?|take(?:s)?|support(?:s|ing)?|save(?:s)?|"
    r"spare(?:s)?|make(?:s)?|keep(?:s)?|"
    r"allow(?:s)?|enable(?:s)?|free(?:s)?|put(?:s)?|reach(?:ing)?|walk(?:ing)?|thank|write to|"
    r"writing to|emailing|email|"
    r"meet|join|match|fit|want|have|serve|with|to|for|from|at|than|of) $"
)
SETTING = worded(
    r"\b(?:like|such as|similar to|unlike|as) (?:you|yours|your \w+)\b|\b(?:at|of|in|for|around|"
    r"near|outside) your "
    r"(?:[a-z]+ )?(?:stage|size|sector|space|industry|market|shoes|position|vertical|region|city|"
    r"field|segment|peer group|"
    r"category|class|league|part|phase|point|time ?zone|domain|world|niche)\b"
)
SEEING = re.compile(
    r"[\w' ,-]{0,28}?\b(?:s[ea]e|saw|seen|seeing|notic\w+|read|reading|understand|understood|know|"
    r"knew|gather|hears?|heard|"
    r"found|finds?|finding|spotted|spot|count(?:s|ed)?|track(?:ed|ing)?|think|thought|believe|"
    r"guess|suspect|assume|imagine|"
    r"learn(?:ed|t)|caught|came across|looked|watch\w*|show(?:s|ed|ing)?|suggest(?:s|ed)?|"
    r"indicat\w+|confirm(?:s|ed)?|"
    r"tells? (?:me|us)|take it|reckon|bet|congratulat\w+|not(?:e|ed|ing)|picked up|points? (?:to|"
    r"at)|realis\w+|realiz\w+|"
    r"told|following|followed|aware|sense|say|verif\w+|infer\w*|detect\w*|list(?:s|ed)?|reports?|"
    r"writing because|reaching out because|wrote because|research|data|notes?|brief|records?|"
    r"sources?|mention\w*)\b"
)
OUR_NOTE = re.compile(
    r" (?:[\w-]+ ){0,2}(?:note|mail|e-?mail|message|letter|question|offer|proposal|pitch|suggestion|idea) "
    r"(?:was|is|were|asked|spoke|talked|about|on)\b"
)
SEEN_OFTEN = re.compile(
    r"(?:'ve| have)? (?:often |regularly |usually |also |all )?(?:seen|watched|heard of|known)\b|"
    r"(?:'ve| have)? (?:often|regularly|usually|sometimes) "
)
GENERAL = worded(
    r"\b(?:usually|often|typically|tends? to|generally|commonly|normally|frequently|rarely|as a "
    r"rule|in most cases|"
    r"in our experience|in my experience|in general|more often than not|nine times out of ten|"
    r"sooner or later|"
    r"for most|the pattern we see|we see this|the usual|most of the time|at most companies|in the "
    r"first|on average|"
    r"every growing|any growing|can easily|what tends|is rarely|is never|are never)\b"
)
FRAME = re.compile(
    r"\b(?:congrat\w*|kudos|well done|saw|noticed|seeing|read|spotted|came across|heard|news|"
    r"announcement|following|"
    r"after|since|given|with|on the back of|thanks to|on|about|regarding|re|behind|before|post|"
    r"hello)\b[^.?!]{0,40}$"
)
AUX = re.compile(
    r"(?:\b(?:is|are|was|were|been|being|has|have|had|keeps?|kept|started|began|continues?(?: to "
    r"be)?|remains?)|'s|'re|'ve)"
    r"(?: (?:now|also|just|clearly|visibly|currently|already|still|not|recently|obviously|really|"
    r"both|all|been|definitely|"
    r"actively|evidently|plainly|undoubtedly|steadily|quietly|openly|certainly|indeed|busy|hard "
    r"at work))*[\s-]*$"
)
DETERMINERS = {
    "your": "you",
    "our": "we",
    "my": "we",
    "their": "they",
    "his": "they",
    "her": "they",
    "its": "its",
    "the": "def",
    "this": "def",
    "that": "def",
    "these": "def",
    "those": "def",
    "both": "def",
    "a": "ind",
    "an": "ind",
    "another": "ind",
    "any": "ind",
    "every": "ind",
    "each": "ind",
    "no": "ind",
    "such": "ind",
    "some": "ind",
    "most": "ind",
    "many": "ind",
    "few": "ind",
    "similar": "ind",
    "other": "ind",
    "all": "ind",
}
BREAKS = words_of(
    """of in for with after on to and or but at by from about during before since through is are was were
    be been has have had as than that which who you we i they it while when if so because into onto via
    per without against"""
)
OPENERS = (
    "cong",
    "saw ",
    "noti",
    "read",
    "seei",
    "kudo",
    "well",
    "with",
    "give",
    "afte",
    "sinc",
    "on t",
    "spot",
    "than",
)
SO_HAVE_YOU = worded(
    r"[^.?!]{0,70}?[;,\u2013:-] ?(?:and |but |yet )?(?:you|company|(?P<name>\w[\w&. -]{2,40}?)) (?:has|"
    r"have|did|is|are|was|does|do)"
    r"(?:,? (?:too|also|as well))?\s*[.!]"
)
