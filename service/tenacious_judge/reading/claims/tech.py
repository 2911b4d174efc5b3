"""Technology that a prospect is said to run."""

import re
from collections.abc import Iterator

from ..worded import worded
from ..wordlist import words_of
from .model import Claim, ClaimKind, Stance
from .scope import Scope
from .subject import Voice

_ALIASES = {
    "golang": "go",
    "k8s": "kubernetes",
    "postgresql": "postgres",
    "nodejs": "node",
    "node.js": "node",
    "reactjs": "react",
    "react.js": "react",
    "next.js": "nextjs",
    "vue.js": "vue",
    "amazon web services": "aws",
    "google cloud": "gcp",
    "ruby on rails": "rails",
    "ts": "typescript",
    "js": "javascript",
    "csharp": "c#",
    ".net": "dotnet",
    "apache kafka": "kafka",
    "apache airflow": "airflow",
    "apache spark": "spark",
    "eks": "kubernetes",
    "gke": "kubernetes",
    "mongo": "mongodb",
    "elastic": "elasticsearch",
    "redshift": "redshift",
    "big query": "bigquery",
}
_NAMES = words_of(
    """python go golang java javascript typescript react reactjs react.js vue vue.js angular node nodejs
    node.js django fastapi flask rails ruby kotlin swift scala rust c++ c# .net dotnet php laravel
    elixir kubernetes k8s docker terraform aws gcp azure snowflake databricks dbt airflow kafka spark
    postgres postgresql mysql mongodb mongo redis elasticsearch pytorch tensorflow langchain openai
    mlflow sagemaker bigquery graphql nestjs next.js nextjs flutter hadoop redshift looker airbyte
    fivetran pinecone ansible clickhouse cassandra rabbitmq perl cobol haskell clojure erlang spring
    symfony wordpress salesforce heroku vercel prometheus grafana datadog jenkins argocd istio helm
    svelte jquery redux weaviate qdrant llamaindex ray vertex bedrock dagster prefect flink beam hive
    presto trino oracle mainframe sap magento shopify drupal lambda eks gke serverless grpc nats pulsar
    temporal consul vault nomad openshift vmware openstack hubspot netsuite workday stripe twilio
    supabase firebase dynamodb cockroachdb neo4j solr sqlserver mssql mariadb delphi fortran objective-c
    xamarin ionic electron webpack vite tailwind symfony celery gunicorn numpy pandas scikit-learn
    huggingface anthropic gpt-4 claude llama mistral"""
)
_WORD = re.compile(r"[a-z.][a-z0-9.+#-]*[a-z0-9+#]|\bgo\b")
_GO_VERB = re.compile(
    r"\bgo (?:to|live|ahead|through|into|with|for|public|deeper|further|beyond|on|up|down|back|"
    r"over|wrong|out|under|from)\b"
)
_ATTRIBUTED = worded(
    r"\b(?:postings?|posts?|ads?|adverts?|listings?|roles?|job descriptions?|careers page|"
    r"openings?|reqs?|engineering blog|repos?itor\w*|github|"
    r"profiles?)\b[^.?!;]{0,24}?\b(?:mention\w*|ask\w*|lists?|listed|names?|named|call\w*|want\w*|"
    r"requir\w*|says?|shows?|reads?|refers?|points?|suggests?|for|in|with|cite\w*|include\w*|"
    r"seek\w*|specif\w*)\b[^.?!;,]{0,40}$"
)
_GONE = worded(
    r"\b(?:off|away from|instead of|left|leaving|leave|replac\w+|retir\w+|dropp\w+|no longer|"
    r"abandon\w+|sunset\w*|rather than|decommission\w+|ditch\w+|moved from|migrat\w+ "
    r"from)\s+(?:[\w'-]+\s+){0,3}$"
)
# "Your Kafka opening", "your Go question": what they look for or ask, not what runs.
_FOR_PEOPLE = re.compile(
    r"(?:(?:,? (?:and|or)|[,/]) [a-z0-9+#.]+)?(?: (?:senior|junior|platform|backend|data|staff|"
    r"lead))?[ -](?:roles?|engineers?|developers?|devs?|hires?|postings?|openings?|"
    r"vacanc\w+|ads?|adverts?|reqs?|positions?|posts?|seats?|search|hiring|questions?|needs|requests?|people|"
    r"specialists?|leads?|candidates?|listings?|job|enquir\w+|inquir\w+|requirement\w*|vacancy|"
    r"programmers?)\b"
)
_CUT = re.compile(
    r"[;:]| – |\b(?:we|our|which is|because|that we|so that|if|hence|squad|engineers? (?:we|from|"
    r"who)|could|would|roles?|postings?|hiring)\b"
)
_SEASONAL = words_of("spring temporal")
_PLAIN_WORDS = _SEASONAL | words_of(
    "go swift vault consul oracle lambda sap helm react node rust java spark angular flutter presto express "
    "nomad nats kafka ray beam hive flink solr perl ruby scala istio python snowflake consul prefect drupal"
)
# "Ruby services", "an Elixir code base": what is made of it.
_MADE_OF = re.compile(
    r"(?:[ -](?:and|or|&|/) ?[a-z0-9+#.]+)?[ -](?:[a-z]+[ -])?(?:services?|code|codebase|code ?base|"
    r"monoliths?|"
    r"microservices|back ?ends?|front ?ends?|pipelines?|clusters?|apps?|applications?|systems?|estate|"
    r"stack|jobs|"
    r"scripts?|topics|consumers|dags|workflows|tables|nodes|pods|functions|queries|controllers|"
    r"components|views|workers|"
    r"queues|schemas?|notebooks?|dashboards?|core|engine|layer|side|half|part|models|warehouse|"
    r"deployments?|modules?|repos?|repositor\w+|release|upgrade)\b"
)
_COLON = re.compile(r"[:;]\s| – ")
_AT_THEIRS = re.compile(r"(?:[ -][\w-]+){0,2} (?:at|in|inside|behind|under|within|of) ")
# "The MongoDB collections behind your ledger".
_UNDER_YOURS = worded(
    r"(?:[ -](?!running|live|well)[\w-]+){0,2} (?:(?:behind|under|underneath|beneath|inside|within) your\b|"
    r"(?:that |which )?(?:runs?|powers?|powering|feeds?|"
    r"feeding|carr(?:y|ies)|carrying|serves?|serving|stores?|storing) your\b)"
)
_US_BEFORE = re.compile(r"\b(?:we|our|ours|us|i|with|if|whether|should|say)\b[^.?!;,]{0,30}$")
_RUNS = re.compile(
    r"\b(?:runs?|ran|running|keeps?|kept|keeping|writes?|wrote|written|writing|uses?|using|used|builds?|"
    r"built|"
    r"building|ships?|shipping|maintains?|maintaining|has|have|had|hosts?|hosting|leans?|leaning|swears|"
    r"lives?|bets?|chose|chosen|picked|does|do|works?|working|stays?|stayed|staying|puts?|serves?|serving|"
    r"operates?|operating|owns?|codes?|coding|depends?|relies|rely|relying|being|is|are)\b[^.?!;,:–]{0,44}$"
)
_NOT_ITS = re.compile(
    r"\b(?:we|our|ours|us|my|i|i'll|i'm|we're|we've|tenacious|squads?|pods?|engineers?|developers?|"
    r"people|they|each|"
    r"profiles?|roles?|postings?|candidates?|hir(?:e|ing)|openings?|whether|if|could|would|might|may|"
    r"clients?|customers?|firms?|companies|teams|peers?|others|suppose|imagine)\b"
)
_RUNNER = re.compile(
    r"(?:you|they|team|company|engineers|everything|platform|product|backend|stack|it|halves?|which)\b"
)


def read_tech(scope: Scope) -> Iterator[Claim]:
    """One claim a technology, where a text says that the prospect has it in use."""
    seen: set[str] = set()
    for place in scope.hits("sig_tech_owned"):
        for start, end, name in _named(scope, place):
            if name in seen or _advertised(scope, start) or _left_behind(scope, start):
                continue
            if _FOR_PEOPLE.match(scope.after(end, 40)):
                continue
            if name in _SEASONAL and not scope.passage.text.clean[start : start + 1].isupper():
                continue  # "your spring round"
            # "Is the engine in Python?" takes the engine for granted, not what it is written in.
            inside = start < place[1] and not _verbal(scope, place, start)
            claim = scope.claim(ClaimKind.TECH, start, end, noun=inside, subject=name)
            if claim is not None and claim.stance is not Stance.NEGATED:
                seen.add(name)
                yield claim

    for place in scope.hits("sig_tech_said"):
        for start, _, name in techs_of(scope.flat[slice(*place)]):
            at = place[0] + start
            if name in seen or _advertised(scope, at) or _left_behind(scope, at):
                continue
            claim = scope.claim(ClaimKind.TECH, *place, noun=False, subject=name)
            if claim is not None and claim.stance is not Stance.NEGATED:
                seen.add(name)
                yield claim
    yield from _worked_on(scope, seen)


def _worked_on(scope: Scope, seen: set[str]) -> Iterator[Claim]:
    """A technology that the company, by name, works with, or of which something is made that nobody else has:
    in a mail to the prospect it is theirs. `degree` 1: nothing but the mail's address says whose it is."""
    for place in scope.hits("sig_tech_name") if scope.voice is Voice.MAIL else ():
        sentence = scope.passage.sentence_at(place[0])
        for start, end, name in techs_of(scope.flat[slice(*place)]):
            start, end = place[0] + start, place[0] + end
            if name in seen or _advertised(scope, start) or _left_behind(scope, start):
                continue
            plain = name in _PLAIN_WORDS and (
                name in _SEASONAL or not scope.passage.text.clean[start : start + 1].isupper()
            )
            if plain or _FOR_PEOPLE.match(scope.after(end, 40)):
                continue
            run = _by_name(scope, start)
            if not run and _AT_THEIRS.match(scope.after(end, 60)) and _at_company(scope, end):
                run = True
            under = scope.here(start).match(_UNDER_YOURS, scope.after(end, 60)) and not _US_BEFORE.search(
                scope.before(start, 40)
            )
            if (
                not run
                and not under
                and (
                    not _MADE_OF.match(scope.after(end, 40))
                    or _NOT_ITS.search(scope.flat, *_stretch(scope, sentence.start, start, sentence.end))
                )
            ):
                continue
            claim = scope.claim(
                ClaimKind.TECH,
                start,
                end,
                noun=not run,
                figure=True,
                subject=name,
                degree=0 if run or under else 1,
            )
            if claim is not None and claim.stance is not Stance.NEGATED:
                seen.add(name)
                yield claim


def _stretch(scope: Scope, low: int, at: int, high: int) -> tuple[int, int]:
    """The part of a sentence between its colons and semicolons."""
    cuts = [m.start() for m in _COLON.finditer(scope.flat, low, high)]
    before = [c for c in cuts if c < at]
    after = [c for c in cuts if c > at]
    return before[-1] if before else low, after[0] if after else high


def _at_company(scope: Scope, end: int) -> bool:
    """ "Airflow jobs at Halden"."""
    return any(end < a < end + 40 for a, _ in scope.subjects.names)


def _by_name(scope: Scope, start: int) -> bool:
    """ "Halden runs its services on Kotlin"."""
    clause = scope.passage.clause_at(start)[0]
    named = [b for a, b in scope.subjects.names if clause <= a and b <= start]
    if not named or start - named[-1] > 70:
        return False
    return (
        scope.flat[named[-1] : named[-1] + 2] != "'s"
        and _RUNS.search(scope.flat, named[-1], start) is not None
    )


def canonical(name: str) -> str:
    """One spelling of a technology's name, in lower case."""
    low = name.strip().lower()
    return _ALIASES.get(low, low)


def techs_of(text: str) -> list[tuple[int, int, str]]:
    """Known technologies in a text (lower case), with offsets."""
    out = []
    for match in _WORD.finditer(text):
        word = match.group().rstrip(".")
        if word not in _NAMES:
            continue
        if word == "go" and _GO_VERB.match(text, match.start()):
            continue
        out.append((match.start(), match.start() + len(word), canonical(word)))
    return out


def _left_behind(scope: Scope, start: int) -> bool:
    """ "Off Kafka", "no longer on Oracle"."""
    return scope.here(start).search(_GONE, scope.before(start)) is not None


def _named(scope: Scope, place: tuple[int, int]) -> Iterator[tuple[int, int, str]]:
    sentence = scope.passage.sentence_at(place[0])
    stop = min(sentence.end, place[1] + 44)
    tail = scope.flat[place[1] : stop]
    cut = _CUT.search(tail)
    stop = place[1] + (cut.start() if cut else len(tail))
    for start, end, name in techs_of(scope.flat[place[0] : stop]):
        yield place[0] + start, place[0] + end, name


def _verbal(scope: Scope, place: tuple[int, int], start: int) -> bool:
    return _RUNNER.match(scope.flat[place[0] : place[0] + 12]) is not None and start >= place[0]


def _advertised(scope: Scope, start: int) -> bool:
    """ "Your postings ask for Kafka": an observation on postings, not on what runs."""
    return scope.here(start).search(_ATTRIBUTED, scope.before(start, 90)) is not None
