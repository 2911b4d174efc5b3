"""Technologies: read out of lists, objects and texts ("Go, Kafka and Postgres (inferred)")."""

import re
from collections.abc import Iterator

from ..wordlist import words_of

_SPLIT = re.compile(r"\s*[,;/|+&\n•]\s*|\s+and\s+|\s+with\s+|\s+on\s+")
_ONE = re.compile(r"[\w.#-]+\Z")
_ASIDE = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]")
_LISTED = re.compile(
    r"\b(?:stack|technolog(?:y|ies)|languages?|frameworks?|tooling|tech)(?: (?:is|are|includes?"
    r"|looks like|seems to be|appears to be|detected|shows|of))*(?: \([^()]{0,40}\))? ?[:=-]? ?"
    r"|\b(?:built (?:on|in|with)|written in|running on|runs on|uses|using|works? (?:in|with)|based on|runs) "
)
_KNOWN = words_of(
    """python golang java javascript typescript react vue angular node node.js nodejs django fastapi flask
    rails ruby kotlin swift scala rust c++ c# .net php laravel elixir kubernetes k8s docker
    terraform aws gcp azure snowflake databricks dbt airflow kafka spark postgres postgresql mysql
    mongodb redis elasticsearch pytorch tensorflow langchain openai mlflow sagemaker bigquery
    graphql nestjs next.js nextjs flutter hadoop redshift looker airbyte fivetran pinecone ansible
    clickhouse cassandra rabbitmq perl cobol haskell clojure erlang spring symfony wordpress
    salesforce heroku vercel prometheus grafana datadog jenkins argocd istio helm svelte ember
    jquery redux weaviate qdrant llamaindex ray"""
)
_STOP = re.compile(r"[.;](?: |$)| \(|,? (?:confidence|conf|which|but|for|at|per|according)\b")
_TOKEN = re.compile(r"\.?[a-z][\w+#]*(?:\.(?:js|net))?")
_WORD = re.compile(r"[A-Za-z.][\w.+#-]*")
_FILLER = words_of(
    """the a an their its on in at is are be also some not yet confirmed inferred likely probably mostly
    low high medium confidence signal from"""
)


def split_techs(text: str) -> list[str]:
    """The names in a short listing, as written; what stands in brackets is a remark."""
    if len(text) <= 40 and _ONE.match(text):
        return [text]
    names = (part.strip(" .:\"'-") for part in _SPLIT.split(_ASIDE.sub(" ", text)))
    return [name for name in names if name and len(name) <= 40 and name.count(" ") <= 3]


def techs_in(text: str, low: str) -> Iterator[tuple[int, int, str]]:
    """Technologies that a sentence names: whatever follows "stack:" or "built on", and well-known ones
    anywhere.

    `low` is the text in lower case.
    """
    known = _KNOWN.intersection(_TOKEN.findall(low))
    listed = _LISTED.search(low)
    if listed is None and not known:
        return
    stop = _STOP.search(text, listed.end()) if listed is not None else None
    first = listed.end() if listed is not None else len(text)
    end = stop.start() if stop is not None else len(text)
    for match in _WORD.finditer(text):
        word = match.group().rstrip(".-")
        start = match.start()
        named = first <= start < end and word[:1].isupper() and word.lower() not in _FILLER and len(word) < 30
        if named or word.lower() in known:
            yield start, start + len(word), word
