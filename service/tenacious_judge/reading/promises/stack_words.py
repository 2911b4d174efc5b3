"""Names of stacks that people use and a bench may lack. Tables only."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Stacks of their own: had only by a bench that lists them.
ALONE = _set(
    """rust scala elixir erlang phoenix haskell clojure clojurescript java kotlin swift swiftui ios android
    mobile flutter dart xamarin c++ c# .net dotnet f# vb.net php laravel symfony drupal wordpress
    magento shopify ruby rails cobol mainframe fortran pascal delphi perl salesforce apex sap abap
    servicenow netsuite dynamics workday oracle plsql solidity blockchain web3 crypto firmware
    fpga vhdl verilog rtos unity unreal game gaming qa sdet testing security appsec infosec
    cybersecurity pentest zig ocaml nim crystal julia matlab lua groovy rpg cuda gpu robotics ros plc
    scada quantum hardware cad xr ar vr lisp prolog smalltalk ada assembly tcl vba sharepoint sas spss
    mulesoft tibco pega guidewire hubspot outsystems mendix webassembly wasm dba coldfusion foxpro
    powerbuilder jcl"""
) | {
    "react native", "visual basic", "objective c", "c plus plus", "c sharp", "ruby on rails",
    "test automation", "quality assurance", "power platform", "mobile app", "smart contract",
    "penetration testing", "embedded systems", "embedded software", "embedded c", "embedded linux", "as 400",
    "z os",
}  # fmt: skip
# A name -> stacks of ours that cover it.
COVERED_BY: dict[str, tuple[str, ...]] = {
    "spring boot": ("java",), "spring": ("java",), "jvm": ("java",), "data science": ("ml", "data"),
    "computer vision": ("ml",), "nlp": ("ml",), "llm": ("ml",), "llms": ("ml",), "genai": ("ml",),
    "gen ai": ("ml",), "generative ai": ("ml",), "rag": ("ml",), "pytorch": ("ml",), "tensorflow": ("ml",),
    "ml ops": ("ml",), "reinforcement learning": ("ml",), "kubernetes": ("infra",), "k8s": ("infra",),
    "terraform": ("infra",), "aws": ("infra",), "gcp": ("infra",), "azure": ("infra",),
    "docker": ("infra",), "helm": ("infra",), "devsecops": ("infra",), "observability": ("infra",),
    "dev ops": ("infra",), "reliability": ("infra",), "linux": ("infra",), "airflow": ("data",),
    "snowflake": ("data",), "spark": ("data",), "databricks": ("data",), "etl": ("data",), "bi": ("data",),
    "kafka": ("data",), "data platform": ("data",), "data warehouse": ("data",), "bigquery": ("data",),
    "sql": ("data",), "redshift": ("data",), "looker": ("data",), "data pipeline": ("data",),
    "pipeline": ("data",), "vue": ("frontend",), "angular": ("frontend",), "svelte": ("frontend",),
    "next.js": ("frontend", "fullstack_nestjs"), "nextjs": ("frontend", "fullstack_nestjs"),
    "typescript": ("frontend", "fullstack_nestjs"), "javascript": ("frontend", "fullstack_nestjs"),
    "css": ("frontend",), "ui": ("frontend",), "web": ("frontend",), "node": ("fullstack_nestjs",),
    "node.js": ("fullstack_nestjs",), "nodejs": ("fullstack_nestjs",), "react.js": ("frontend",),
    "reactjs": ("frontend",), "vue.js": ("frontend",),
}  # fmt: skip
# Words that mean something else as well: a stack only right before people, or written as a name.
COMMON = _set(
    """go data ai platform cloud analytics infrastructure infra mobile security spark swift dart
    rust ruby unity game gaming testing web pipeline reliability oracle apex crystal julia spring
    phoenix helm ui bi rag dynamics workday hardware assembly ada crypto reinforcement ar node express
    sap lua ros shopify"""
)
# Spellings and kinds of one stack, without marks and blanks.
SAME = {
    "dotnet": "net", "csharp": "net", "c#": "net", "vbnet": "net", "cpp": "c++", "cplusplus": "c++",
    "rails": "ruby", "rubyonrails": "ruby", "laravel": "php", "symfony": "php", "springboot": "java",
    "spring": "java", "jvm": "java", "ios": "mobile", "android": "mobile", "flutter": "mobile",
    "mobileapp": "mobile", "reactnative": "mobile", "testautomation": "qa", "qualityassurance": "qa",
    "testing": "qa", "sdet": "qa", "nodejs": "node", "apex": "salesforce", "abap": "sap",
    "phoenix": "elixir", "solidity": "blockchain", "web3": "blockchain", "smartcontract": "blockchain",
    "embeddedsystems": "embedded", "embeddedsoftware": "embedded", "embeddedc": "embedded",
    "embeddedlinux": "embedded", "firmware": "embedded", "appsec": "security",
    "cybersecurity": "security", "infosec": "security",
}  # fmt: skip
