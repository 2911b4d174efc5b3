"""Who says what about the engineers of a head: ours offered, ours busy, theirs, a record, a refusal, or nothing."""

from enum import StrEnum

from ..worded import Spoken, worded


class Stance(StrEnum):
    """FIRM: we offer them. GATED: only once somebody confirms. DECLINED: we say that we cannot. RECORD: past work.
    THEIRS: the reader's people, roles or wish. NONE: no statement about our capacity."""

    FIRM = "firm"
    GATED = "gated"
    DECLINED = "declined"
    RECORD = "record"
    THEIRS = "theirs"
    NONE = "none"


# --- who acts: the last subject before the head decides ---------------------------------------------------

_NO_VERB = r"(?!(?:would|will|can|could|should|shall|may|might|must|is|are|am|has|have|had|was|were|does|do|did|needs?|wants?|asked|get|gets)\b)"
_OURS = rf"(?:we|i|us|tenacious|ours|(?:our|my)(?: {_NO_VERB}[\w-]+){{1,2}})"
_YOURS = rf"(?:you|your(?: {_NO_VERB}\w+){{1,2}}|yours|yourselves)"
_OTHERS = (
    r"(?:they|he|she|clients?|customers?|companies|peers?|competitors?|rivals?|others|anyone|nobody|everyone|most teams|teams (?:of|in|at|like|that|who)|"
    r"many teams|some teams|carriers|insurers|lenders|banks|retailers|operators|businesses|fleets|airlines|studios|hospitals|clinics|publishers|brands|"
    r"stores|utilities|networks|telcos|brokers|farms|labs|makers|manufacturers|providers|teams like yours|firms|start-?ups|founders|ctos|recruiters|agencies|vendors?|who)"
)
SUBJECT = worded(rf"\b(?:(?P<ours>{_OURS})|(?P<yours>{_YOURS})|(?P<others>{_OTHERS}))\b")
# A "you" after one of these is an object of our sentence ("we can give you six"), not its subject.
OBJECT_AFTER = worded(
    r"\b(?:for|to|with|of|on|in|into|onto|at|from|by|behind|beside|alongside|inside|within|around|like|than|"
    r"g[ei]ves?|given|giving|gets?|getting|leaves?|leaving|sends?|sending|offer|offering|lend|lending|loan|bring|bringing|assign|provide|hand|promise|"
    r"promising|guarantee|show|join|joining|support|help|helping|serve|let|letting|supply|owe|save|"
    r"both|allow|make|staff|cost|equip|grant|spare|sell|rent|lease|connect|match|pair|cover|"
    r"fill|strengthen|reinforce|extend|augment|furnish|back)\s*$"
)

# --- what our side does --------------------------------------------------------------------------------------

OBSERVE = worded(
    r"\b(?:see|saw|seen|seeing|notic\w+|read|reading|understand|understood|know|knew|count(?:ed)?|hear|heard|gather(?:ed)?|"
    r"not(?:e|ed)|spot(?:ted)?|found|track(?:ed)?|learn(?:ed|t)|assum\w+|guess\w*|suspect\w*|imagine|recall|remember\w*|wonder\w*|"
    r"ask(?:ed|ing)?|mention\w*|follow(?:ed)?(?! (?:up )?(?:with|by))|watch(?:ed)?|monitor(?:ed)?|sampled|reviewed|checked|research\w*|look(?:ed|ing)? (?:at|for|through)|take it|believe|think|thinking|talk(?:ed)? to|worked with|"
    r"meet|greet|walk|explain|describe|introduc\w+|share|(?<!put )(?<!putting )(?<!puts )forward|outline|pric(?:e|ing)|compete|compar\w+|interview\w*|study|studied|survey\w*|hir(?:e|ing)|recruit\w*|wrote about|quote\w*|refer\w*)\b"
)
MUSE = worded(r"\b(?:believe|think|guess|suspect|assum\w+|imagine|know|see|understand)\b")
PAST = worded(
    r"\b(?:placed|staffed|deployed|delivered|supplied|provided|sent|built|ran|led|embedded|rented|shipped|helped|supported|worked|"
    r"trained|onboarded|scaled|grew|finished|completed|had|lent|assembled|fielded|moved|saw|took|spent|lost|kept|did|gave|"
    r"brought|grown|given|taken|done|replaced|brought|hired|matched|introduced|cut|began|started|rebuilt|carried|closed|covered|(?<!that )said|wrote|told|mentioned|counted|promised|quoted|offered|named)\b"
)
RESERVE = worded(
    r"\b(?:reserv(?:ed|ing)|held|holding|lin(?:ed|ing) up|set(?:ting)? aside|block(?:ed|ing)|earmark(?:ed|ing)|pencill?(?:ed|ing)(?: in)?|allocat(?:ed|ing)|assigned|ring-?fenced|"
    r"kept (?:\w+ )?(?:free|back)|put (?:\w+ )?aside|confirmed|secured|booked|freed up|cleared|picked|selected|chosen|shortlisted|"
    r"got|identified|agreed|found you|gathered)\b"
)
MODAL = worded(
    r"(?:\b(?:can|could|will|would|shall|may|might|should|must|able to|ready to|going to|happy to|glad to|to)\b|'ll\b|'d\b)"
)
BUSY = worded(
    r"\b(?:committed|locked|held|bound|extended|under contract|tied up|booked|busy|engaged|deployed|placed|working|assigned|reserved|allocated|spoken for|taken|"
    r"promised|placed out|out)\b.{0,20}?\b(?:to|on|with|for|until|till|at|through|elsewhere|by)\b (?:(?:the )?(?:end|start|middle) of|another|a (?:different|current|running|longer|client)|other|"
    r"existing|current|different|someone|somebody|paid|running|\w+ until|june|july|august|september|october|\d|clients?|"
    r"engagements?|projects?|autumn|then|elsewhere|late|early|mid)|\b(?:stays?|remains?|are|is|sits?) (?:with|at|on) (?:their|another|an existing|his|its) (?:\w+ )?(?:client|customer|project|engagement|account|assignment)s?\b|\b(?:tied up|spoken for|on (?:paid|other|another|existing|"
    r"running|current) \w+)|\b(?:is|are) (?:locked|busy|committed|taken|fully booked|on leave|unavailable|elsewhere)\b"
)
GENERIC = worded(
    r"\b(?:usually|typical(?:ly)?|normally|generally|often|tends? to|on average|as a rule|in general|most of (?:our|the)|always consists?|"
    r"the average|historically|traditionally|commonly|ordinarily)\b"
)
# "You may count on four": leave given, no doubt.
_GRANTED = r" (?:\w+ly |then |both )?(?:count|rely|depend|expect|take|book|reserve|draw|hold us|consider|regard|treat|plan|assume)\b"
MAYBE = worded(
    r"(?<!\d )(?<!\dth )(?<!\dst )(?<!\dnd )(?<!\drd )(?<!\bin )(?<!\bby )(?<!\bof )(?<!\blate )(?<!\bmid )(?<!\bearly )(?<!\bfrom )(?<!\bthis )(?<!\bnext )(?<!\()"
    r"(?<!after )(?<!before )(?<!until )(?<!during )(?<!through )(?<!past )(?<!end )(?<!since )"
    rf"\bmay\b(?! \d)(?!,? 20\d\d)(?!\W*$|[,.;:)!?])(?<!you may(?={_GRANTED}))|"
    r"\b(?:might|perhaps|possibly|maybe|hope(?:s|d|fully)?|hoping|aim(?:s|ing)? (?:to|for)|try|trying|explor\w+|look(?:ing)? (?:at|into)|"
    r"consider(?:ing)?\b|(?<!as )discuss(?:ing)?\b|talk(?:ing)? (?:through|about|over)|potentially|in theory|work(?:ing)? towards?|see (?:if|whether)|whether|"
    r"check(?:ing|ed)?\b|find out|investigat\w+|would need|'d need|need to|depends? on|estimat\w+|for the sake of|hypothetical\w*|not sure|unsure|best case|at best|worst case|in an ideal|ideally|"
    r"doubt\w*|no idea)\b"
)
NEGATION = worded(
    r"\b(?:not|no|never|nor|neither|none|without|cannot|\w+n't|rather than|instead of|unable to|nobody|hardly|far from|short of|"
    r"stop short|refus\w+|declin\w+|avoid\w*|wary of|reluctant|over-?promis\w+|over-?commit\w*|overstat\w+|pretend\w*|fewer than|less than|"
    r"shy of|too early to|too soon to|premature|wrong to|dishonest|irresponsible|unfair|foolish|unwise|silly to|careless|fantasy|a bluff|rash|reckless|mistake to|lying if|lie if|lie to|beyond|isn't)\b"
)
NO_NEGATION = worded(
    r"\b(?:not only|not just|not merely|not to mention|no doubt|no question|no wonder|without (?:a )?doubt|without question|why not|"
    r"no (?:problem|issue|trouble|difficulty|need|rush|risk|fewer|less|wait|delay|recruiters?|hiring|strings|fuss|drama|obligation|lock-?in)|"
    r"not a problem|not an issue|without (?:any |a )?(?:trouble|problem|delay|difficulty|fuss|recruit\w+|hiring|wait\w*|hesitation)|"
    r"can't wait|cannot wait|don't worry|never worry|don't (?:have|need) to (?:wait|worry|hire|recruit|look)|"
    r"won't (?:have|need) to|(?:not|never|\w+n't|cannot)(?: \w+){0,4} (?:fewer|less) than|(?:not|\w+n't|never) (?:\w+ )?(?:surprise|hide|deny|forget)\w*|no secret|no surprise|do not (?:have|need) to|not fewer|not less|if not|or not|nothing (?:stops|prevents|keeps)|no reason|not a stretch|"
    r"without (?:you|your|having|needing|adding|slowing|touching|breaking|waiting|losing|changing)|never (?:a|an) (?:problem|issue)|"
    r"won't be (?:a|an) (?:problem|issue)|isn't (?:a|an) (?:problem|issue|stretch))\b"
)

# --- what the reader may do with our engineers: "you would have six", "you can count on six" ------------------------

YOU_GET = worded(
    r"(?:\b(?:will|would|can|could|should|may|shall|are going to)\b|'ll\b|'d\b)[^.;]{0,24}?\b(?:get|have|see|receive|start|gain|be (?!hiring|looking|searching|needing|losing|paying|waiting|interviewing|asking|planning|seeking)\w+ing|count on|"
    r"rely on|depend on|expect|add|bring|take|draw|tap|pick|choose|scale|grow|ramp|go|expand|keep|be working|work|onboard|call|use|"
    r"end up|double|staff|run|be (?:strengthened|reinforced|extended|supported|complemented|augmented|helped|backed|topped up|reinforced)|welcome|meet|plug|drop|put|deploy|be (?:joined|looking|given|sent)|lean on|begin|field|swap|own|"
    r"wake up|find|enjoy|plan (?:with|on|for|around)|book|reserve|hold|claim|sign)\b"
    r"|^\s*(?:also |then |now |simply |just )?(?:gets?|receives?|gains?|are getting|are looking at|have our word|have us and|start with)\b|"
    r"^\s*(?:already |now )?have\b[^.;]{0,30}\b(?:call on|disposal|from us)"
)
WISH = worded(
    r"\b(?:need|needs|needed|want|wants|wanted|ask|asks|asked|asking|request\w*|requir\w*|look(?:ing)? for|after|hir\w+|recruit\w*|search\w*|"
    r"seek\w*|mention\w*|wrote|said|say|list\w*|post\w*|advertis\w*|budget\w*|plan\w*|lost|lack\w*|miss\w*|short of|interview\w*|hoping|hope)\b"
)
ASK_NOUN = worded(
    r"\b(?:ask|asks|request|requests|requirement|requirements|demand|need|needs|search|hunt|questions?|hiring|recruiting|finding|sourcing|"
    r"recruitment|interviewing|losing|replacing|wish|wishes|brief|target|goal|ads?|adverts?|postings?|listings?|budget|vacancies|"
    r"message|mail|email|note|point|re|looking|advertis\w+|seeking|posting|listing|congratulations|congrats|welcome to)"
    r"(?: (?:me|us|anyone|anybody))?(?: (?:for|of|on|about|was|is|were|are|to (?:hire|add|find|recruit)|said|says|says you need))?:?\s*(?:the |about |all |an? |up to |at least |around |another |some |those |these )*$"
)

# --- what is said after the head --------------------------------------------------------------------------------

AVAILABLE = worded(
    r"^ it is\b|^ works?(?:[.,!]?$| for (?:us|me)| on our)|^ (?:done|covered|booked|sorted|settled|confirmed|secured|staffed)\b|"
    r"^[^;]{0,60}?\b(?:available|free(?! trial| of charge| tier| plan)|ready|idle|unassigned|uncommitted|on hand|standing by|on standby|waiting|lined up|reserved|set aside|held|(?:is|are|'re) (?:all )?(?:set|scheduled|confirmed|due|slated|locked in|signed up|firm|on track)\b|looking forward|eager|keen|"
    r"earmarked|pencilled|yours|in place|on board|at your disposal|good to go|raring|possible|doable|feasible|no problem|"
    r"no stretch|not a stretch|no trouble|no difficulty|no obstacle|not a problem|no issue|fine (?:by|with|for) (?:us|me)|achievable|realistic|within reach|(?:is|are|sounds|works?|would be) (?:fine|ok|okay|easy|yes|agreed|done|confirmed|covered|sorted|settled|booked|good|perfect|a yes)|guaranteed|secured|bookable|deployable|unbooked|"
    r"between (?:projects|engagements|assignments)|nothing (?:booked|on|to do|scheduled|planned|lined up)|no (?:bookings?|assignments?|projects?|plans)|without (?:a )?(?:project|assignment|booking)|coming free|come free|rolling off|roll(?:ed)? off|c[ao]me off|free up|open for|not committed|not booked|"
    r"on the bench|on our bench|benched|to spare|we (?:can|could) (?:give|send|offer|place|commit|stand|put|start|honestly)|"
    r"i (?:can|could) (?:offer|give|commit|stand|put|promise|send|honestly)|covered|on (?:us|our side)|with your name|"
    r"(?:is|are) what (?:we|i)(?:'d|'ll| would| will)? (?:have|can|could|bring|send|give|offer|put|provide|do|stand behind|field|propose|suggest|commit|supply|deploy|recommend|start with|place|staff)|something we (?:do|have|staff|cover|offer|can)|well covered|one of ours|(?:is|are) a number (?:we|i) (?:can|could)|(?:is|are) (?:who|what|whom) you(?:'d|'ll| would| will)? (?:get|meet|have|see|work)|from (?:our side|us|our team|our people|tenacious)|for you|we have|we hold)\b"
)
_VERBS = (
    r"(?:start|begin|join|embed|plug|slot|drop|pick|land|arrive|deploy|come|follow|onboard|step (?:in|up|into)|sit|get going|kick|"
    r"hit the ground|report|roll|move|be (?:with|on|in|at|working|shipping|live|up|there|yours|ready|on it|(?!need|requir|wast|stretch|over|miss|turned|reject)\w+ed|put|sent|made available|"
    r"placed|staffed|released|productive|committing|part|your)|take(?! (?:[\w-]+ ){0,2}(?:months?|weeks?|years?|while|time|long|quarters?|forever)\b)|own|cover|build|deliver|handle|carry|run|support|help|clear|close|finish|ship|"
    r"fill|work|rebuild|fix|lead|look after|put|go|save|halve|cut|move|bring|share|absorb|unblock|maintain|write|migrate|port|"
    r"keep|solve|do (?:it|that|this|the)|relieve|lift|bridge|give|get|make|turn|rewrite|own|pair|attend|staff|strengthen|complete)"
)
START_AFTER = worded(
    rf"^(?:[^;.]{{0,60}}?)(?:\b(?:can|could|will|would|shall|to|able to|set to|going to|ready to)\b|'ll\b|'d\b)(?: [a-z]+ly| also| then| each| all| both| still| even| now| already| soon| easily| just| have| be(?= \w+ing))* (?:{_VERBS}|\w+ing)\b"
    r"|^(?:[^;.]{0,40}?)\b(?:starts?|begins?|joins?|lands?|arrives?|go(?:es)? live|come(?:s)? on board|comes? next|follows?|moves?|starting|beginning|joining|ramping|"
    r"at work|on site|on the ground|in your|on your|(?:are|is) on it|with you|at your|deployed|onboarded|assigned to you)\b"
)
DECLINE_AFTER = worded(
    r"^[^;]{0,80}?(?:\b(?<!\bno )(?<!\bnot )(?:more|larger|bigger|higher|further) (?:people |engineers )?than (?:what |anything |the )?(?:we|our|the bench|i|is|are|there|any|that|\w+ (?:we|i))\b|"
    r"\b(?:beyond|above|exceeds?|over|outside|past) (?:what |anything |the )?(?:we|our|my|i|us)\b|\bout of (?:reach|the question|range|scope|our)|"
    r"\bnot (?:possible|something|realistic|available|free|there|what we|on offer|on the|one (?:we|i)|a number (?:we|i|our)|a promise|in (?:our|my)|yet|ours|doable|feasible|achievable|within|going to|an option|today|honest)|"
    r"\b(?:isn't|aren't|wasn't|wouldn't be|won't be|can't be|cannot be|is not|are not|would not be|will not be) (?!a problem|an issue|a stretch|a worry|any)|"
    r"\btoo (?:many|much|high|big|large|ambitious|optimistic)\b|\bunrealistic|\boff the table|\boverstat|\boverpromis|\bover-promis|\bovercommit|"
    r"\bover-commit|\bimpossible\b|\bunavailable\b|\bdishonest|\bmisleading|\buntrue\b|\breckless|\ba stretch\b|\ba lie\b|\bwrong\b|"
    r"\b(?:we|i) (?:cannot|can't|won't|will not|do not|don't|am not|are not|aren't|lack|have (?:none|nobody|no (?:\w+ )?(?:engineers?|developers?|specialists?))|have no (?:date|answer|one|people|promise|plan|number|word|name)s?|would not|wouldn't|could not|couldn't|"
    r"will never|can not|are short)|\bstay(?:s)? open|\bremain(?:s)? (?:open|unconfirmed|unpromised)|\bis a no\b|\bwould (?:strip|empty|leave|break|mean promis|be promis)|"
    r"\bstays? (?:unpromised|out)|\bno(?:,|\.| (?:longer|way|for))|\bwill have to wait)"
)
THEIR_AFTER = worded(
    r"^[^;,]{0,30}\b(?:in place|running|on site|at work) (?:at|inside|with) (?!your?\b)|^ of yours\b|^ (?:who|that)(?: already| now)? (?:work|report|answer|sit) (?:for|under|to) you\b|"
    r"^[^;]{0,40}?\b(?:is|are|was|were)\b (?:what|the (?:number|count|size|team|figure)|how many) (?:you|your)|"
    r"^[^;,]{0,24}\b(?:left|quit|resigned|departed|were (?:cut|laid)|on your (?:team|side|payroll|careers|job|site)|(?:already )?(?:work|works|report|reports|sit|sits) (?:for|under|to) you(?:r \w+)? (?:already|today|now)|already (?:work|works|report|reports) (?:for|under|to|with) you|you (?:employ|already have|lost|hired))\b"
)
RECORD_TIME = worded(
    r"\b(?:since (?:20\d\d|19\d\d|january|february|march|april|may|june|july|august|september|october|november|december|last|then|we (?:started|began|opened))|"
    r"last (?:year|quarter|month|spring|summer|autumn|fall|winter|week)|(?:months?|years?|weeks?) ago|in 20[12]\d|so far|to date|"
    r"over the (?:past|last)|in the (?:past|last) (?:\w+ )?(?:years|months|quarters|decade|year)|during 20\d\d|back in|in our (?:history|time)|across \w+ (?:clients|engagements|companies)|"
    r"for (?:a|an|one|another|two|three|several|other|some|many) (?:[\w-]+ ){0,3}?(?:client|company|customer|firm|bank|fintech|insurer|retailer|startup|"
    r"start-up|carrier|lender|scale-up|operator|clients|customers|companies|firms|provider|maker|manufacturer)s?)\b"
)
MEETING = worded(
    r"\b(?:call|calls|meeting|demo|walk (?:you )?through|chat|conversation|intro(?:duction)?|talk|speak|session|webinar|workshop|answer|questions?|present|discuss)\b"
)
# --- offers put as questions --------------------------------------------------------------------------------------

OFFER_QUESTION = worded(
    r"\b(?:shall|should|can|could|may|would|will|do|did|might) (?:we|i)\b|\bwhy (?:hire|wait|recruit|settle|look|search|spend)\b|\b(?:what|how about) if (?:we|i)\b|\bwhat if\b|"
    r"\b(?:want|like|prefer|rather|happy for|mind if|okay? (?:if|for)|suit you if|help if|useful if|helpful if|worth it if|object if) (?:us|me|we|i)\b|"
    r"^\W*(?:so |and |then |or |but )?(?:want|fancy|care for|up for|ready for|could you use|would you like|would you take|would you want|how about|what about|why not|"
    r"do you want|would you say (?:no|yes) to|can you use|will you take|what would you say to|how would you feel about|how do|how does|how would)\b(?! help)|"
    r"^\W*would it (?:help|be (?:\w+ )?(?:useful|helpful|worth\w*|of (?:use|interest|help)|handy|good))[^?]{0,24}\b(?:have|having|had|add|adding|put|get|getting)\b|"
    r"\bsay (?:yes )?to\b"
)
OFFER_QUESTION_AFTER = worded(
    r"\b(?:help|useful|helpful|of use|of interest|interest you|fit(?! (?:into |in |with )?your (?:search|budget|hiring|onboarding|headcount|plan))(?<!even fit)|do it|do the (?:trick|job)|cover|solve|close|change|unblock|move|take|make sense|suit|work for|"
    r"ease|relieve|clear|be worth|join|start|tempt|appeal|sound|get you|be welcome|land well|bridge|do)\b"
)
IMPERATIVE = worded(
    r"^\W*(?:(?:so|then|and|or|just|simply|please|now|why not|you only)[, ]+)?(?:let(?:'s| us)|let me|take|start with|begin with|try|add|get|picture|imagine|bring (?:on|in)|have|use|pick|choose|"
    r"expect|meet|onboard|scale|grow|ramp|expand|borrow|plug in|drop in|put|think|reserve|book|say yes to|count on|welcome|give (?:me|us) the word and|call it|make it|consider|enjoy|"
    r"lean on|rely on|borrow|rent|yes|yep|sure|certainly|absolutely|done|confirmed|deal|ok|okay|agreed|of course|great|good|perfect|here (?:is|are|'s)|happy to (?:do|offer|give|send|place|put|staff|confirm|provide|supply)|"
    r"glad to (?:offer|give|send|put)|(?:offer(?:ing)?|proposing|proposal|proposed|suggested|suggestion|available|on offer|ready|free|standing by|lined up|reserved|staffing|starting|from us|our side|plan|phase \w+|wave \w+|month \w+|team|squad|total|in short|summary|short version)\b)\b"
)
ELLIPTIC = worded(
    r"^\W*(?:(?:but|and|so|yet|only|then|or)\s+)*(?:also |then |still |even |now |only |just |instead )*(?:can|could|will|would|have|do have|are able|are happy|offer|start|put|"
    r"give|send|place|bring|add|grow|scale|ramp|take|expand|extend|increase|double|provide|supply|commit|have)\b"
)
VERBISH = worded(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|may|might|must|should|need|needs|take|takes|make|makes|mean|means|cost|costs|spend|left|embeds|employs|shares|keeps|hires|runs|uses)\b|'(?:s|re|ve|ll|d)\b"
)
INFINITIVE = worded(
    r"\b(?:(?:no|without) (?:trouble|problem|issue|difficulty)|easy|easily|possible|feasible|able|enough|sufficient|ready|happy|glad|pleased|simple|straightforward|in a position|prevents? (?:us|me)|stops? (?:us|me)|"
    r"reach|plan|idea|proposal|suggestion|offer|aim)(?: (?:for us|is|would be|on our side))* (?:to|in|from) (?:\w+ly )?(?:field|put|place|staff|send|provide|supply|deploy|assign|offer|give|bring|commit|"
    r"add|allocate|embed|lend|loan|free|line up|set aside|reserve|mobili[sz]e|deliver|assemble|start|get|have)(?:ing|ting)?\b[^.;,]{0,30}$"
)
ELSEWHERE = worded(
    r"\b(?:some(?:one|body) else|another (?:firm|company|agency|provider|vendor|shop|team than ours)|(?:a|the|any) (?:specialist |good |local )?(?:firm|agency|boutique|studio|partner firm|competitor|recruiter)\b|"
    r"elsewhere|other (?:firms|providers|vendors|agencies|suppliers)|(?:point|refer|direct|send) you (?:to|elsewhere)|people who do)\b"
)
_DONE_ELSEWHERE = worded(r"\b(?:finish|end|come|roll|complete|wrap|wind|free|done)\w*\b[^.;,]{0,24}$")


def elsewhere_after(here: Spoken, post: str) -> bool:
    """True where the words behind the people leave them to others; "they finish elsewhere in May" does not."""
    found = here.search(ELSEWHERE, post)
    return found is not None and here.search(_DONE_ELSEWHERE, post, 0, found.start()) is None


# Unowned people with a stack are offered, unless what stands around them says something else of them.
NOT_OFFERED_BEFORE = worded(
    r"\b(?:ad|advert|posting|posts?|page|careers|board|roadmap|plan|budget|blog|news|article|report|survey|market|industry|average|study|benchmark|teams?|company|companies|takes?|took|needs?|"
    r"requires?|costs?|spends?|for every|out of|per|versus|vs|equivalent|like|than|worth of|salar(?:y|ies)|among|between|of the|tools? for|guide|course|book|talk|meetup|conference|community|hiring|interviews?|about|what|makes?(?<!that makes)(?<!this makes)(?<!which makes)|"
    r"(?:growing|scaling|moving|going|jumping|ramping|expanding|stretching) (?:from|to|up)|candidates?|applicants?|cvs?|profiles?|resumes?|article|example|imagined|average|competitor|embeds|employs|shares?|keeps|hires|seeks|dedicates|says?|asks?|asked|wants?)\b(?: \w+){0,4} ?$"
)
EACH_OF_THEIRS = worded(
    r"^ (?:in|on|per|for|within) (?:each |every )?(?:squad|team|product|pod|branch|store|depot|site|group)\b"
)
NOT_OFFERED_AFTER = worded(
    r"^[,)]?(?: [\w-]+){0,3}? (?:is|are|was|were|isn't|aren't|has|have|had|takes?(?! (?:over|on|care|up|charge|ownership|the|your))|took|costs?|needs?|means?|spends?|built|left|ran|made|said|went|came|wrote|led|quit|did|do|does|\w+ed)\b(?! (?:to|in|on|with) you\b)|"
    r"^ (?:in (?:lisbon|berlin|london|paris|lagos|nairobi|kigali|town|the market|europe|africa|germany)|per|each|out of|for every)\b"
)
THERE_IS = worded(r"\bthere(?:'s|'re| is| are| was| were| will be)\b[^.;]{0,30}$")
HERE = worded(
    r"\b(?:here|with us|on our|at our|in our|behind|around me|beside me|at tenacious|on hand|free|available|for you)\b"
)
# What never was: "I'd have offered five".
COUNTERFACTUAL = worded(
    r"(?:\b(?:would|could|might|should)\b|'d)(?: \w+)? have (?:had to |been |\w+(?:ed|en|wn|ght|nt|ut|id)\b(?! (?:for you|in place|to you)))"
)
FOR_YOU = worded(r"^[^.;]{0,44}\bfor (?:you|your|the)\b")
KEPT = worded(r"\b(?:kept|held|put|left|freed|set|found|saved|got)\b")
ED = worded(
    r"\b(?!need|speed|feed|seed|indeed|embed|proceed|succeed|exceed|shed|bed|red|dedicated|combined|staffed|required|proposed|suggested|needed|planned|confirmed|allocated|reserved|secured|approved|agreed|guaranteed|assigned)\w+ed\b"
)
FILLED_AFTER = worded(
    r"^[^;]{0,40}?\b(?:can|could|will|would|are|is|get|gets)(?: all| both| each)? (?:be )?(?:filled|covered|staffed|closed|taken(?: on| over| care of)?|handled|met|manned|occupied|matched)\b"
)
BESIDE = worded(
    r"\b(?:beside|next to|alongside|around|among|between|from|like|than|to|into|former|ex)\s+(?:the |a |many |other |their |some |most )?$"
)
# What is only wished for or warned of: "I wish I could offer five", "it would be easy to write five".
WISHFUL = worded(
    r"\b(?:wish|were (?:i|we) to|love to (?:say|tell|claim|promise|write)|(?:easy|tempting|nice|simple) to (?:say|write|claim|promise|tell)|tempted|temptation|pretend\w*|only to disappoint|best case|at best|worst case|ideally|in an ideal)\b"
)
ROUTED = worded(
    r"\b(?:ask|speak (?:with|to)|talk to|check with|up to|question for|one for|a matter for|decides? on)\b.{0,24}\bdelivery|(?:is|are|sits?|lies?|rests?) with (?:our|the) delivery|\bdelivery (?:lead|manager|team|side)(?:'s)? (?:decides?|owns?|call|to (?:say|decide|confirm)|has to|would have to|must)\b|\bplease (?:ask|speak|talk)\b"
)
FREE_NOW = worded(
    r"\b(?:is|are|'re|sit|stand) (?:again |now |all |both |each )*(?:free|available|ready|idle|yours|waiting|lined up|reserved)\b"
)
PAST_AFTER = worded(
    r"^ (?:asked|called|told|spoke|answered|replied|mentioned|said|attended|resigned|applied|complained|did|built|ran|took|made|left|wrote|had|got|went|came|shipped|carried|closed|wrote|stayed|worked|helped|spent|finished|"
    r"rebuilt|maintained|migrated|handled|learned|designed|fixed|kept|knew|sat|needed)\b"
)
