"""Words for numbers, their scales and units: what `numbers` looks up."""

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
LOOSE: dict[str, tuple[float, float, float]] = {
    "half a dozen": (6, 6, 6), "half-dozen": (6, 6, 6), "a half dozen": (6, 6, 6), "half dozen": (6, 6, 6),
    "a couple dozen": (24, 20, 28), "two dozen": (24, 24, 24), "three dozen": (36, 36, 36), "a dozen": (12, 12, 12),
    "dozen": (12, 12, 12), "dozens": (36, 24, 99), "a couple": (2, 2, 2), "a couple of": (2, 2, 2), "couple of": (2, 2, 2),
    "couple": (2, 2, 2), "a pair of": (2, 2, 2), "pair of": (2, 2, 2), "a trio of": (3, 3, 3), "trio of": (3, 3, 3),
    "a trio": (3, 3, 3), "a quartet of": (4, 4, 4), "a quintet of": (5, 5, 5), "a handful of": (5, 3, 6),
    "a handful": (5, 3, 6), "handful of": (5, 3, 6), "a few": (3, 3, 5), "several": (4, 3, 9), "a hundred": (100, 100, 100),
    "a thousand": (1000, 1000, 1000), "hundreds": (300, 200, 999), "double-digit": (15, 10, 99),
    "double digits": (15, 10, 99), "double-digits": (15, 10, 99), "a single": (1, 1, 1), "single": (1, 1, 1), "both": (2, 2, 2),
    "a million": (1e6, 1e6, 1e6), "half a million": (5e5, 5e5, 5e5), "a score of": (20, 20, 20),
    "solo": (1, 1, 1), "a lone": (1, 1, 1), "lone": (1, 1, 1), "no fewer than a dozen": (12, 12, 12),
}  # fmt: skip
MULTIPLES: dict[str, float] = {
    "double": 2, "doubled": 2, "doubling": 2, "doubles": 2, "twofold": 2, "two-fold": 2, "twice": 2, "triple": 3, "tripled": 3,
    "tripling": 3, "triples": 3, "trebled": 3, "threefold": 3, "three-fold": 3, "thrice": 3, "quadruple": 4,
    "quadrupled": 4, "quadrupling": 4, "fourfold": 4, "four-fold": 4, "quintupled": 5, "fivefold": 5, "tenfold": 10,
    "halved": 0.5, "halving": 0.5,
}  # fmt: skip
FRACTIONS: dict[str, float] = {
    "half": 50.0, "a half": 50.0, "one half": 50.0, "a third": 33.3, "one third": 33.3, "one-third": 33.3,
    "two thirds": 66.7, "two-thirds": 66.7, "a quarter": 25.0, "one quarter": 25.0, "three quarters": 75.0,
    "three-quarters": 75.0, "a fifth": 20.0, "one fifth": 20.0, "one-fifth": 20.0, "a tenth": 10.0, "one in five": 20.0,
}  # fmt: skip
SCALE = {
    "k": 1e3, "thousand": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6, "mil": 1e6, "million": 1e6, "millions": 1e6,
    "bn": 1e9, "b": 1e9, "billion": 1e9, "hundred": 1e2,
}  # fmt: skip
TIME_UNITS = {
    "second": 0.0, "seconds": 0.0, "sec": 0.0, "secs": 0.0, "minute": 1.0, "minutes": 1.0, "min": 1.0, "mins": 1.0,
    "minuten": 1.0, "hour": 60.0, "hours": 60.0, "hr": 60.0, "hrs": 60.0, "o'clock": 60.0, "am": 60.0, "pm": 60.0,
}  # fmt: skip
DAY_UNITS = {
    "day": 1, "days": 1, "working": 1, "business": 1, "calendar": 1, "week": 7, "weeks": 7, "wks": 7, "wk": 7,
    "fortnight": 14, "month": 30, "months": 30, "quarter": 91, "quarters": 91, "year": 365, "years": 365,
    "yrs": 365, "sprint": 14, "sprints": 14,
}  # fmt: skip
CURRENCY_WORDS = frozenset(
    {"dollars", "dollar", "usd", "eur", "euro", "euros", "gbp", "pounds", "chf", "bucks", "kes", "us$"}
)
LABELS = frozenset(
    [
        "series",
        "segment",
        "version",
        "v",
        "level",
        "phase",
        "step",
        "tier",
        "turn",
        "gpt",
        "gpt-",
        "python",
        "go",
        "node",
        "react",
        "vue",
        "angular",
        "java",
        "php",
        "rails",
        "django",
        "kubernetes",
        "k8s",
        "postgres",
        "postgresql",
        "http",
        "soc",
        "iso",
        "pci",
        "p",
        "type",
        "class",
        "chapter",
        "part",
        "page",
        "section",
        "no",
        "nr",
        "wave",
        "gen",
        "generation",
        "option",
        "day",
        "article",
        "form",
        "plan",
        "top",
    ]
)
