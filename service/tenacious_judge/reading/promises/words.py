"""Words around engineers: who they are, how senior, what surrounds them. Tables only."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PEOPLE = _set(
    """engineer engineers developer developers dev devs programmer programmers coder coders people person
    persons folk folks specialist specialists expert experts contractor contractors consultant
    consultants practitioner practitioners architect architects head heads hand hands body bodies fte
    ftes professional professionals builder builders colleague colleagues pro pros hacker hackers
    technologist technologists ic ics contributor contributors resource resources scientist scientists
    analyst analysts tester testers admin admins administrator administrators modeller modellers modeler
    modelers swe swes brains guys talents staffers hires human humans crafters veterans ones"""
)
ROLES = _set(
    """role roles position positions opening openings vacancy vacancies req reqs requisition requisitions
    posting postings post posts seat seats slot slots job jobs listing listings"""
)
GROUPS = _set(
    """team teams squad squads pod pods crew crews unit group cell bench pool roster trio lineup line-up
    pair duo quartet quintet"""
)
CAPACITY = _set("""capacity bandwidth coverage availability talent bench pool roster expertise skills side""")
# Groups that are counted by their name.
SIZES = {"pair": 2, "duo": 2, "trio": 3, "quartet": 4, "quintet": 5}
# People whose name says their stack.
NAMED = {
    "gopher": "go", "gophers": "go", "pythonista": "python", "pythonistas": "python", "rustacean": "rust",
    "rustaceans": "rust", "rubyist": "ruby", "rubyists": "ruby", "sre": "sre", "sres": "sre", "mle": "ml",
    "mles": "ml", "frontender": "frontend", "frontenders": "frontend", "front-ender": "frontend",
    "front-enders": "frontend", "djangonaut": "django", "djangonauts": "django",
    "full-stacker": "full stack", "full-stackers": "full stack", "scalista": "scala", "scalistas": "scala",
    "alchemists": "elixir", "golanger": "go", "golangers": "go", "pythoneer": "python",
    "pythoneers": "python", "dba": "dba", "dbas": "dba", "abapers": "sap",
}  # fmt: skip
SENIORITY = {
    "senior": "senior", "seniors": "senior", "sr": "senior", "sr.": "senior", "seasoned": "senior",
    "mid": "mid", "mids": "mid", "mid-level": "mid", "midlevel": "mid", "intermediate": "mid",
    "medior": "mid", "mediors": "mid", "junior": "junior", "juniors": "junior", "jr": "junior",
    "jr.": "junior", "graduate": "junior", "graduates": "junior", "entry-level": "junior",
    "staff": "staff", "staff-level": "staff", "principal": "principal", "principals": "principal",
    "lead": "lead", "leads": "lead", "tech-lead": "lead", "senior-level": "senior",
    "junior-level": "junior", "principal-level": "principal", "mid-weight": "mid", "mid-career": "mid",
}  # fmt: skip
SENIOR_PEOPLE = _set("""seniors mids juniors mediors principals leads graduates""")
LED_TO = _set("to into back us you me them him her on off up")
MORE = _set("""more additional extra further another remaining""")
AGAIN = _set("further second third similar additional later")
OWNED = _set("""your their his her its whose""")
# Words at which a noun phrase ends: helpers, verbs, prepositions, pronouns, conjunctions, adverbs of time.
STOP = _set(
    """is are was were be been being am can could will would shall should may might must do does did has
    have had having isn't aren't won't can't cannot in on at by from for to with within without into
    onto over under after before until till since during as than that which who whom whose this these
    those it they them we us i you he she him her there here where when while because if once unless so
    but yet nor not never now today tomorrow tonight currently already right straight immediately soon
    starting beginning start starts begin begins started join joins joining work works working free
    available ready open idle uncommitted waiting standing sitting each every per via about around
    against between among across plus then too also either both still only just even maybe perhaps alone
    total altogether overall instead asap whenever monday tuesday wednesday thursday friday saturday
    sunday next this last need needs needed want wants left lost came come comes go goes going get gets
    put puts take takes give gives follow follows following live lives build builds built ship ships
    shipping shipped own owns help helps know knows write writes wrote sit sits max tops min is. be. how
    what why whether"""
)
# What may follow a number that counts people alone ("we can put six on this"): no noun of its own.
BARE_NEXT = _set(
    """on in by from for to at with now of is are can could will would start starts starting ready
    available free today tomorrow immediately straight right more then and or but if when while as so
    plus this next your you asap already it's isn't could've early late within before after who that be
    begin follow join joins were was may might standing waiting done covered booked sorted settled
    confirmed reserved secured filled staffed each only altogether total overall instead too works
    should shall into onto until next rather that's all come came sit sits together i'm we i no not mean
    means makes make gives strong whenever once it off"""
)
# "From ten", "until five": an hour, where nothing follows.
OF_THE_CLOCK = _set("from until till after before between around past")
# What stands after a number alone that goes on counting: "two for the API, one the month after".
ONWARD = _set("for on in from to at the now next this later by when after once")
SOMEBODY = _set("someone somebody")
SKILLED = _set("in for on knows know writes write with speaks lives breathes does of the")
KINDS = _set("stack kind sort type profile calibre caliber level skills skill background seniority mix ilk")
PLAIN_PEOPLE = _set("people engineers developers devs specialists experts folks")
DOES = _set("do does staff cover have offer handle provide supply")
INTO_STACK = _set("who live breathe think code build know write speak in for with fluent skilled strong")
JOINERS = _set("and or , / &")
ADDED = _set("more additional extra further other others")
FREE = _set("free available ready idle spare unassigned")
STRONG = _set("strong deep man woman member headed")
SINGULAR = _set("systems services operations sales")
CONTRACTED = _set("it's that's there's here's let's what's")
BETWEEN_OWNER = _set(
    """of all the full other remaining free available first next open current existing last these those
    entire whole up to"""
)
