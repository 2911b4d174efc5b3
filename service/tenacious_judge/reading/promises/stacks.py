"""Stacks by name: those the policy and the bench know, and those that people name and the bench may lack."""

import re
from collections.abc import Mapping, Sequence

from ...domain import Bench, Policy

# A name -> stacks of ours that cover it. No family: a stack of its own, had only by a bench that lists it.
_OTHER: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ["rust", "scala", "elixir", "erlang", "phoenix", "haskell", "clojure", "clojurescript", "java", "kotlin", "swift", "swiftui", "ios", "android", "mobile", "flutter", "dart", "xamarin", "c++", "c#", ".net", "dotnet", "f#", "vb.net", "php", "laravel", "symfony", "drupal", "wordpress", "magento", "shopify", "ruby", "rails", "cobol", "mainframe", "fortran", "pascal", "delphi", "perl", "salesforce", "apex", "sap", "abap", "servicenow", "netsuite", "dynamics", "workday", "oracle", "plsql", "solidity", "blockchain", "web3", "crypto", "embedded", "firmware", "fpga", "vhdl", "verilog", "rtos", "unity", "unreal", "game", "gaming", "qa", "sdet", "testing", "security", "appsec", "infosec", "cybersecurity", "pentest", "zig", "ocaml", "nim", "crystal", "julia", "matlab", "lua", "groovy", "rpg", "cuda", "gpu", "robotics", "ros", "plc", "scada", "quantum", "hardware", "cad", "xr", "ar", "vr", "lisp", "prolog", "smalltalk", "ada", "assembly", "tcl", "vba", "sharepoint", "sas", "spss", "mulesoft", "tibco", "pega", "guidewire", "hubspot", "outsystems", "mendix", "webassembly", "wasm", "dba", "coldfusion", "foxpro", "powerbuilder", "jcl"], ()),
    "react native": (), "visual basic": (), "objective c": (), "c plus plus": (), "c sharp": (), "ruby on rails": (),
    "spring boot": ("java",), "spring": ("java",), "jvm": ("java",), "test automation": (), "quality assurance": (),
    "power platform": (), "mobile app": (), "smart contract": (), "penetration testing": (), "as 400": (), "z os": (),
    "data science": ("ml", "data"), "computer vision": ("ml",), "nlp": ("ml",),
    "llm": ("ml",), "llms": ("ml",), "genai": ("ml",), "gen ai": ("ml",), "generative ai": ("ml",), "rag": ("ml",),
    "pytorch": ("ml",), "tensorflow": ("ml",), "ml ops": ("ml",), "reinforcement learning": ("ml",),
    "kubernetes": ("infra",), "k8s": ("infra",), "terraform": ("infra",), "aws": ("infra",), "gcp": ("infra",),
    "azure": ("infra",), "docker": ("infra",), "helm": ("infra",), "devsecops": ("infra",), "observability": ("infra",),
    "dev ops": ("infra",), "reliability": ("infra",), "linux": ("infra",),
    "airflow": ("data",), "snowflake": ("data",), "spark": ("data",), "databricks": ("data",), "etl": ("data",),
    "bi": ("data",), "kafka": ("data",), "data platform": ("data",), "data warehouse": ("data",), "bigquery": ("data",),
    "sql": ("data",), "redshift": ("data",), "looker": ("data",), "data pipeline": ("data",), "pipeline": ("data",),
    "vue": ("frontend",), "angular": ("frontend",), "svelte": ("frontend",), "next.js": ("frontend", "fullstack_nestjs"),
    "nextjs": ("frontend", "fullstack_nestjs"), "typescript": ("frontend", "fullstack_nestjs"),
    "javascript": ("frontend", "fullstack_nestjs"), "css": ("frontend",), "ui": ("frontend",), "web": ("frontend",),
    "node": ("fullstack_nestjs",), "node.js": ("fullstack_nestjs",), "nodejs": ("fullstack_nestjs",),
    "react.js": ("frontend",), "reactjs": ("frontend",), "vue.js": ("frontend",),
}  # fmt: skip
# Words that mean something else as well: a stack only right before people, or written as a name.
_COMMON = frozenset(
    [
        "go",
        "data",
        "ai",
        "platform",
        "cloud",
        "analytics",
        "infrastructure",
        "infra",
        "mobile",
        "embedded",
        "security",
        "spark",
        "swift",
        "dart",
        "rust",
        "ruby",
        "unity",
        "game",
        "gaming",
        "testing",
        "web",
        "pipeline",
        "reliability",
        "oracle",
        "apex",
        "crystal",
        "julia",
        "spring",
        "phoenix",
        "helm",
        "ui",
        "bi",
        "rag",
        "dynamics",
        "workday",
        "hardware",
        "assembly",
        "ada",
        "crypto",
        "reinforcement",
        "ar",
        "node",
        "express",
        "sap",
        "lua",
        "ros",
        "shopify",
    ]
)
_WORD = re.compile(r"\.?[a-z0-9][a-z0-9+#]*(?:[.'][a-z0-9+#]+)*")


class Lexicon:
    """Names of stacks, as token sequences, for one policy and one bench."""

    __slots__ = ("_families", "_phrases", "first")

    def __init__(self, aliases: Mapping[str, Sequence[str]], bench_names: Sequence[str]) -> None:
        self._families: dict[str, tuple[str, ...]] = dict(_OTHER)
        self._phrases: dict[str, str] = {_fold(name): name for name in _OTHER}
        for canonical, names in aliases.items():
            for name in (canonical, *names):
                self._phrases[_fold(name)] = canonical
        for name in bench_names:
            self._phrases.setdefault(_fold(name), name)
        # First words of names, with the most words a name that begins so may have.
        self.first: dict[str, int] = {}
        for phrase in self._phrases:
            parts = phrase.split(" ")
            self.first[parts[0]] = max(self.first.get(parts[0], 0), len(parts))

    def name(self, words: Sequence[str]) -> str | None:
        """The stack that these words, taken together, name."""
        return self._phrases.get(" ".join(words))

    @staticmethod
    def common(words: Sequence[str]) -> bool:
        """True for words that are everyday English too."""
        return len(words) == 1 and words[0] in _COMMON

    def on_bench(self, stack: str, bench: Bench) -> str | None:
        """The bench's stack that covers `stack`, or None: the bench does not have it."""
        if stack in bench.stacks:
            return stack
        return next((f for f in self._families.get(stack, ()) if f in bench.stacks), None)


def _fold(name: str) -> str:
    return " ".join(_WORD.findall(name.lower().replace("_", " ").replace("-", " ")))


_KEPT: dict[int, tuple[Mapping[str, Sequence[str]], dict[tuple[str, ...], Lexicon]]] = {}


def lexicon(policy: Policy, bench: Bench | None) -> Lexicon:
    """The names under this policy and bench; kept, since few policies and benches live at once."""
    aliases = policy.stack_aliases
    kept = _KEPT.get(id(aliases))
    if kept is None or kept[0] is not aliases:
        if len(_KEPT) > 16:
            _KEPT.clear()
        kept = _KEPT[id(aliases)] = (aliases, {})
    names = tuple(sorted(bench.stacks)) if bench else ()
    found = kept[1].get(names)
    if found is None:
        if len(kept[1]) > 256:
            kept[1].clear()
        found = kept[1][names] = Lexicon(aliases, names)
    return found
