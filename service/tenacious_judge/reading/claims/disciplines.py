"""Names of engineering disciplines: one word for "back-end", "backend" and "server-side"."""

_NAMES = {
    "backend": "backend back-end back server server-side",
    "frontend": "frontend front-end front ui web",
    "data": "data analytics dbt warehouse bi",
    "ml": "ml ai ai/ml ml/ai machine mlops genai llm applied",
    "infra": "infra infrastructure devops sre platform cloud reliability kubernetes",
    "python": "python django flask fastapi",
    "go": "go golang",
    "java": "java kotlin jvm spring",
    "node": "node node.js nodejs nestjs typescript javascript",
    "react": "react",
    "rust": "rust",
    "ruby": "ruby rails",
    "mobile": "mobile ios android swift flutter",
    "qa": "qa test quality",
    "security": "security appsec devsecops",
    "fullstack": "fullstack full-stack",
    "embedded": "embedded firmware",
    "product": "product design pm",
    "sales": "sales commercial marketing",
    "senior": "senior staff principal lead junior mid mid-level",
}
_OF = {word: name for name, words in _NAMES.items() for word in words.split()}
_SAME = {
    "python": "backend",
    "go": "backend",
    "java": "backend",
    "node": "backend",
    "react": "frontend",
    "rust": "backend",
}


def discipline(word: str) -> str:
    """The discipline that a word names, or ""."""
    return _OF.get(word, "")


def same_discipline(one: str, two: str) -> bool:
    """True when roles of the one may be counted as the other (a Python role is a back-end role)."""
    return one == two or _SAME.get(one) == two or _SAME.get(two) == one
