"""Numbers of people that are only told of: the reader's own, what we once said, what is refused or struck out."""

import re

from ..worded import Spoken, worded

_BE = r"(?:is|are|was|were|would be|will be|'s|'re)"
# The head is the subject of a refusal, whoever acts elsewhere in its sentence: "two of them in June is not possible".
REFUSED_AFTER = worded(
    rf"^[^;,.]{{0,40}}?(?:\b{_BE}\b (?:simply |just |frankly |honestly |already |plainly |well |far |something )*"
    r"(?:not (?:something|possible|realistic|available|free|a number (?:we|i|our|anyone)|doable|feasible|achievable|within|an option|on offer|one (?:we|i)|what (?:we|i)|to be had|there\b)|"
    r"(?:more|bigger|larger|higher|\w+ too many) (?:people |engineers )?(?:than (?:what )?(?:we|our|i|the bench|my|us|is on|there)|for us)|"
    r"(?:gone|lost|taken(?! (?:care|on|over))|away|extended|unavailable|spoken for|called back|elsewhere)\b|"
    r"(?:easy and |simple and |nice and )?(?:false|wrong|untrue|dishonest|reckless|irresponsible|foolish|unfair|careless)\b|"
    r"too (?:many|much|large|big|high|ambitious)|beyond|out of|impossible|unrealistic|off the (?:table|cards)|"
    r"(?:twice|double|triple|three times|four times) (?:what|the|our|as many)|\w+ (?:more|too many|over)\b|"
    r"(?:a |an |pure |mere )?(?:no(?=[,.;!]|$| from| for now)|fiction|fantasy|fairy tale|guess|lie|bluff|gamble|stretch|pipe dream|wish|overreach|untruth))|"
    r"\b(?:isn't|aren't|wasn't|wouldn't be|won't be|can't be|cannot be) (?!a problem|an issue|a stretch|a worry|any|hard|difficult|much)|"
    r"\b(?:won't|will not|would not|wouldn't|can't|cannot|isn't going to|is not going to|are not going to|aren't going to|couldn't|does not|doesn't|do not|don't) "
    r"(?:happen|work|fly|come|go|hold|exist|fit|be (?:possible|available|free|done)|start|join)\b(?! (?:unless|until|before|without))|"
    r"\b(?:exceeds?|outstrips?|surpass(?:es)?|goes? (?:past|beyond|over)|overshoots?) (?:our|what|the|my|anything)\b|"
    r"\b(?:would |will )?(?:over)?stretch(?:es)? (?:us|our|me|the (?:team|bench|truth))\b)"
)
# What keeps "more than" from being a refusal: "no more than we would put", "less than what we have".
NO_REFUSAL = worded(
    r"^[^;.]{0,50}?\b(?:no more than|not more than|less than|fewer than|well within|more than (?:most|many|other|any other|others|they))\b"
)
# "Eight Go engineers: no."
COLON_NO = worded(
    r"[^:;.,?!]{0,40}: ?(?:no\b|not\b|nope|none\b|nobody|nothing|sorry|unfortunately|(?:i|we) (?:cannot|can't|lack|don't have|do not have|have (?:none|nobody|no\b)))"
)
# "..., which exceeds what we have by five": a difference, not people.
DIFFERENCE = worded(
    r"\b(?:exceed|short|over|above|beyond|miss|fall|lack|overshoot|out|more|fewer|off|down|up|drop|cut|shrink|shrunk|reduc|grow|grew|rise|rose)\w*\b[^.;]{0,40}\bby (?:about |some |around )?$"
)
# "The difference between nine and our three", "six short of the nine".
APART = worded(
    r"\b(?:(?:difference|gap|distance|shortfall) (?:between|to)|short of|sorry (?:for|about)|apolog\w+ for|apologies for) (?:the |your |my |our )?$"
)
# "Of seven we can take three".
OUT_OF = worded(r"^\W*(?:out )?of (?:the |your |those |these )?$")
# "Of our five, three are with another client": the parts are what is offered or not.
STOCK = worded(r"^\W*(?:and |but |so )?(?:out )?of (?:the|our|my|all|these|those)(?: the| our)? $")
# "All five of them, yes".
YES = worded(r"^[,:]? (?:yes|yep|certainly|of course|gladly|no problem|with pleasure)\b(?! but)")
# "You wrote nine; that is what you will have from us".
THAT_IS_WHAT = worded(
    r"[^.!?]{0,24}?[;,:\x96-] ?(?:and |so )?(?:that|this|it)(?:'s| is| will be)(?: exactly| just| precisely)? what "
    r"(?:you(?:'ll| will| shall) (?:have|get|receive|see)|(?:we|i)(?:'ll| will| can) (?:send|bring|provide|place|staff|deliver|put|field|give))\b"
)
# "Three, out of five that we have".
OUT_OF_MORE = worded(r"\w[^;.]*\bout of (?:the |our |a total of )?$")
WE_TAKE = worded(r"^(?: [\w-]+){0,5},? (?:we|i)(?:'d|'ll| can| could| will| would)\b")
OF_THE = worded(r"\b(?:of|out of|from|among) (?:the |those |these |your )$")
# "... than sign for eight", "before I write eight".
OVER_DEAD_BODY = worded(
    r"\b(?:rather|sooner|better)\b[^.;]*\bthan\b [^.;,]*$|\bbefore (?:i|we) (?:sign|write|promise|say|claim)\b[^.;,]*$"
)
# "... in your plan", "... on your careers page": the number is theirs unless we act on it.
THEIR_PAPER = worded(
    r"^ (?:that (?:is|are|stand) |which (?:is|are) )?(?:in|on|of|from) (?:your|the prospect's) (?:[\w-]+ ){0,2}(?:plan|plans|note|mail|email|message|list|ad|ads|advert|careers?|page|posting|postings|roadmap|"
    r"budget|brief|request|proposal|deck|letter|question|sheet|spreadsheet|target|board|org chart|forecast)\b"
)
OURS_NAMED = worded(
    r"^(?: \w+)? (?:that |which |whom )?(?:i|we) (?:had |have |first |once |originally )?(?:named|offered|mentioned|promised|quoted|wrote|counted|listed|proposed|gave|told|had|spoke)\b"
)
# Ourselves, at an earlier time: "my mail of 2 May spoke of four", "our offer named four".
OLD_WORDS = worded(
    r"\b(?:my|our)(?: (?:last|earlier|previous|first|original|initial|\w+day's|recent|old))? (?:mail|email|e-mail|note|message|letter|figure|number|count|offer|quote|proposal|estimate|answer|reply|statement|draft|summary|line)\b"
)
TOLD = worded(
    r"\b(?:spoke|said|named|gave|given|listed|stated|showed|mentioned|counted|quoted|promised|offered|proposed|wrote|read|put|told|had|indicated|assumed|committed|pencilled|was|were|spoken|listing|naming)\b"
)
STRUCK = worded(
    r"\b(?:strike|struck|cross(?:ed)? out|disregard|ignore|scrap|forget|delete|discard|replace|tear up|take out|remove|retract|withdraw)\b(?! (?:about|the rest))[^.;,]{0,60}$"
)
# "Our offer of four no longer stands".
VOID = worded(
    r"^[^;.]{0,24}\b(?:no longer|is (?:off|withdrawn|void|wrong|out of date|outdated|gone)|was (?:wrong|too|premature|a mistake|an error)|has (?:changed|shrunk|lapsed)|does not (?:hold|stand)|did not (?:hold|stand)|cannot stand)\b"
)
# "... they will be joined in May by another three".
JOINED_BY = worded(
    r"(?P<past>\b(?:was|were|had been) )?\b(?:joined|followed|reinforced|strengthened|supplemented|backed|complemented|topped up|supported)\b[^.;]{0,48}\bby (?:another |a further |up to |about )?$"
)
# What is ours to hand over, in the reader's name: "your eight engineers will be in place on 1 June".
HANDED = worded(
    r"^[^.;,]{0,40}?(?:\b(?:will|would|can|could|shall)\b|'ll\b) (?:all |both )?(?:be (?:in place|ready|with you|there|available|on board|live|yours|up and running|waiting)|start|begin|arrive|land|join you|need (?:laptops?|access|accounts?|badges?|desks?|credentials|licen[cs]es|logins?))\b|"
    r"^[^.;,]{0,40}?\b(?:is|are) (?:all |both |now )?(?:ready|reserved|confirmed|booked|set|waiting|lined up|available|in place|secured|arranged|on (?:their|the) way)\b"
)
# "It is two", after the number that we once said.
INSTEAD = re.compile(
    r"^\W*(?:but |now |in truth,? |in fact,? |as of \w+,? |today )*(?:it|that|this|(?:the|our|my) (?:\w+ )?(?:number|figure|count|answer|truth)|make (?:that|it)|read)(?:'s| is| should be| should read| has become| has to be| becomes)?"
    r"(?: now| really| actually| only| just| in fact| down to| up to| that)*,? $"
)


def told(here: Spoken, text: str) -> bool:
    """True where what stands after "my last mail" only tells what it said."""
    return here.search(TOLD, text) is not None and re.search(r"\b(?:can|could|will|would)\b", text) is None


def handed(here: Spoken, pre: str, post: str, owner: str) -> bool:
    """True where what is called the reader's comes from us: "you will have your six", "the team gets its four"."""
    return (owner == "your" and here.match(HANDED, post) is not None) or here.search(
        _HAVE_YOUR, pre
    ) is not None


_HAVE_YOUR = worded(
    r"\byou(?:'ll| will| shall) (?:have|get|see|receive) (?:all )?(?:of )?(?:your )?$"
    r"|\b(?:can|could|will|shall|may|'ll) (?:\w+ )?(?:have|get|see|receive) (?:all )?(?:of )?(?:your|its|their|her|his) $"
    r"|\b(?:gets|receives) (?:all )?(?:of )?(?:its|their|her|his) $"
)
# "Of the six that Hollin Road asked for".
ASKED_FOR = worded(
    r"^(?: that| which)?(?: [\w.&'-]+){1,4} (?:asked for|wanted|wants|needs|needed|requested|mentioned)\b"
)
