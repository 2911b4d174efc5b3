"""Words of the claims in deeds.py."""

import re

OURS = re.compile(
    r"\b(?:us|we|our|ours|me|my|i|mine|tenacious|squads?|mails?|e-?mails?|notes?|messages?|letters?)\b"
)
WISH = re.compile(
    r"\b(?:i|we) (?:do |very much |sincerely |really )?(?:hope|trust|wish|expect)\b|\bwishing\b|"
    r"\bhopefully\b"
)
NOT_YET = re.compile(
    r"\b(?:once|until|till|before|by the time|as soon as|as far as|if|unless|whether|whatever|whoever|"
    r"whichever|"
    r"whom(?:ever)?|wherever|where|how|what|whose|why|would|could|should|might|may|as|than|which|that|"
    r"who)\s+"
    r"(?:[\w'-]+\s+){0,2}$"
)
MUST = re.compile(r"you (?:must|have to|need to|ought to)\b")
# "The rota you drew": a paper of theirs that both sides have.
PAPER = re.compile(
    r"\b(?:the|that|this|each|every|all)(?: [\w-]+)? (?:rota|lists?|table|sheet|diagram|sketch|drawing|chart|"
    r"questions?|orders?|examples?|maps?|files?|documents?|figures?|numbers?|dates?|terms|points?|letter|photo|picture|"
    r"screenshot|recording|draft|paper|brief|summary|column|row|page) (?:that )?$"
)
WHEN = re.compile(r"\bwhen(?:ever)?\s+$")
COMMON = re.compile(
    r"(?:need|included|excepted|decided|feed|exceed|proceed|succeed|looked|asked|turned|passed|happened|"
    r"tend|not|never|yet|be|being|doing|done|been|got|had|having|seen|read|heard|met|known|thought|"
    r"considered|asked|asking|"
    r"requested|answered|replied|written|wrote|said|saying|told|decided|deciding|chosen|agreed|signed|"
    r"signing|found|"
    r"inherited|handed|given|sent|shown|named|thinking|looking|reading|considering|wondering|weighing|"
    r"busy|used|"
    r"using|expecting|expected|interested|welcome|open|concerned|involved|based|located|called|supposed|"
    r"meant|right|"
    r"raised|closed|took|taken|taking|joined|joining|stepped|arrived|started|became|hired|hiring|posted|"
    r"posting|"
    r"listed|advertised|recruiting|laid|let|appointed|promoted|published|publishing|blogged|announced|"
    r"mentioned|"
    r"described|flagged|noted|pointed|sitting|standing|speaking|talking|writing|going to|getting|"
    r"receiving|received|"
    r"interviewing|filling|competing|caught|needed|wanted|wanting|liked|preferred|enjoyed|choosing|"
    r"comparing|"
    r"sure|free|able|likely|welcome|ready|made it|made that|made clear|made the|put (?:it|that|me)|"
    r"set out|corrected|"
    r"shared|replying|hearing|learned|learnt|owned|kept|covered|settled|settling|growing|scaling|adding|"
    r"evaluating|"
    r"assessing|reviewing|exploring|weighed|paying for|left (?:off|it|open)|feeling|seeing|hoping|hoped|"
    r"wished|assumed|feared|"
    r"leaning)\b"
)
SPENT = re.compile(
    r"(?:spend|pay|serve|burn|earn|make|process|handle|ship|run|operate|employ|lose|sell|support|store|"
    r"manage|carry|"
    r"host|have|owe|turn away|deliver|cover|face)\b"
)
SHOULD = re.compile(r"[\s\"'(]*(?:and |but )?(?:if|when|once|should|unless|either way|in that case)\b")
OFFER = re.compile(
    r"\b(?:engineers?|developers?|seniors?|roles?|openings?|positions?|seats?|posts?|minutes|"
    r"references?|options?|"
    r"choices?|clients?|terms?|weeks?' notice|days?' notice|notice|names?|profiles?|cvs|questions?|"
    r"slots?|people)\b"
)
PLAIN = re.compile(
    r"your (?:(?:existing|current) (?:team|people|engineers)|own|permanent|hir\w+|recruit\w+|search|"
    r"new (?:hires|people|joiners|colleagues)|careers|"
    r"public|address|details|name|contact|posting\w*|"
    r"adverts?|listing\w*|job|reply|replies|questions?|note|notes|mail|message|call|calendar|"
    r"colleagues?|people|side|"
    r"round|series|raise|funding|condition|wish|request|concern|objection|worry|website|site|page|post|"
    r"blog|article|talk|family|loved|week|day|time|inbox|"
    r"team (?:keeps|wants|needs)|(?:engineers|team|people) (?:are|is) (?:interviewing|hiring|welcome))\b"
)
AT = re.compile(
    r"\b(?:at|of|in|with|from|like|for|to|by|on|until|once|when|whenever|before|if|unless|whether|while|"
    r"how|what|that|"
    r"which|who|than|as)\s+$"
)
JOINED = re.compile(r"\b(?:and|or|but|we|you|i|who|that|which|if|when|to|is|are|so|as|than)\b(?=.* )")
CLAUSE_HEAD = re.compile(r"(?:^|[,;:.–-]|\b(?:and|but|since|because|after))[\s\"'(]*$")
PLAIN_GRANTED = re.compile(
    r"\b(?:roles?|openings?|positions?|seats?|round|series|raise|squads?|rates?|price|terms|market|"
    r"engineers?|people|offer|code|work|call|cut|layoffs?|team|pilot|summer|year|quarter|holidays?|bench|"
    r"seasons?|rules?|regulations?|law|laws|directive|act|standards?|weather|heat|dust|elections?|war|world|"
    r"industry|trade|internet|pandemic|prices?|euro|dollar|calendar|days|evenings|clocks?|conference|"
    r"fair|spring|"
    r"autumn|winter|weeks?|months?|contracts?|paperwork|scope|dates?|details?|hiring|postings?)\b"
)
LINKED = re.compile(r"\b(?:and|or|but|we|you|i|who|which|if|when)\b")
BY_NAME = re.compile(
    r"(?: (?P<aux>is|was|has|had|has been|will be|is about to be)(?: (?:also|now|just|still|currently|"
    r"already|recently|"
    r"quietly|reportedly|\w+ly|been))* (?P<verb>[a-z][a-z-]+(?:ing|ed|en|ught|ung|uilt|ent|ost)|left|"
    r"told|sold|gone|"
    r"won|made|paid|met|held|shut|broke|"
    r"put|set|cut|run)\b"
    r"| (?P<told>moved|lost|left|missed|switched|dropped|shut|broke|delayed|postponed|shelved|bought|"
    r"sold|signed|landed|"
    r"opened|spends|serves|processes|loses|burns|plans to|needs to|wants to|intends to|must)\b"
    r"| (?P<counted>pays|handles|ships|turns|writes|rejects|settles|delivers|sells|employs|moves|books|"
    r"answers|"
    r"takes|makes|runs|operates|stores|carries)\b"
    r"|, (?:now|already|currently|still|today|recently) (?P<beside>[a-z]+(?:ing|ed))\b)"
)
AGAINST = re.compile(
    r"\b(?:leave|leaving|left|quit|quitting|sue|suing|sued|complain(?:s|ed|ing)? (?:about|to)|"
    r"abandon(?:s|ed|ing)?|"
    r"switch(?:ed|ing)? (?:away )?from|mov(?:ed|ing) away from|fin(?:ed|ing)|threaten(?:ed|ing)?) $"
)
