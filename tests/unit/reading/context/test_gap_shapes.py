"""Competitor gap briefs in the shapes they arrive in: what is confirmed, of whom, how surely, how lately."""

import datetime as dt
from typing import Any

import pytest
from tenacious_judge.domain import Gap, GapFinding, RawContext
from tenacious_judge.errors import BadInput
from tenacious_judge.reading.context import read_gap, read_gap_brief

from tests.unit.reading.context.support import POLICY, TODAY, resolve

ROOT = "/context/competitor_gap_brief"


def gap(json: Any) -> Gap:
    found = read_gap_brief(json, POLICY, TODAY)[0]
    for finding in found.findings:
        resolve(json, finding.pointer, ROOT)
        if finding.confidence_pointer:
            resolve(json, finding.confidence_pointer, ROOT)
    return found


def only(json: Any) -> GapFinding:
    (finding,) = gap(json).findings
    return finding


def test_the_full_shape() -> None:
    json = {
        "generated_at": "2026-05-01",
        "competitors_analyzed": [{"name": name} for name in ("Alder", "Brisk", "Corvid", "Dune", "Elm")],
        "gap_findings": [
            {
                "practice": "dedicated ML platform team",
                "peer_evidence": [
                    {
                        "competitor_name": "Alder",
                        "evidence": "blog",
                        "source_url": "https://a",
                        "date": "2026-04-01",
                    },
                    {"competitor_name": "Brisk", "evidence": "job posts"},
                ],
                "prospect_state": "none",
                "confidence": "high",
            }
        ],
    }
    found = gap(json)
    assert [peer.name for peer in found.peers] == ["Alder", "Brisk", "Corvid", "Dune", "Elm"]
    assert found.present
    assert found.as_of == dt.date(2026, 5, 1)
    assert only(json) == GapFinding(
        practice="dedicated ML platform team",
        pointer=f"{ROOT}/gap_findings/0",
        peers=("Alder", "Brisk"),
        peer_count=2,
        peer_total=5,
        confidence=0.9,
        confidence_pointer=f"{ROOT}/gap_findings/0/confidence",
        as_of=dt.date(2026, 4, 1),
    )


def test_confirmed_texts_with_peers_and_one_confidence() -> None:
    json = {
        "top_quartile_competitors": [{"company": "CompA", "signals": ["public ML job posts"]}],
        "confirmed_gaps": [
            "CompA hired 3 ML engineers",
            "2 of 10 peers show an AI signal",
            "One peer (CompA) hires",
        ],
        "confidence": "medium",
    }
    found = gap(json)
    assert found.peers[0].practices == ("public ML job posts",)
    assert [(f.peers, f.peer_count, f.peer_total) for f in found.findings] == [
        (("CompA",), 1, None),
        ((), 2, 10),
        (("CompA",), 1, None),
    ]
    assert {(f.confidence, f.confidence_pointer) for f in found.findings} == {(0.5, f"{ROOT}/confidence")}


@pytest.mark.parametrize(
    ("json", "peers", "count", "total", "sure"),
    [
        (
            {"findings": [{"gap": "evals", "peers": ["Alder", "Brisk"], "peers_analyzed": 5}]},
            ("Alder", "Brisk"),
            2,
            5,
            None,
        ),
        (
            {"peer_group": ["Alder", "Brisk"], "missing_practices": ["evals"], "confidence": 0.8},
            (),
            None,
            None,
            0.8,
        ),
        ({"gaps": {"evals": {"peers": ["Alder"], "confidence": 0.9}}}, ("Alder",), 1, None, 0.9),
        (
            {"gap_findings": [{"practice": "evals", "peer_evidence": ["Alder: a blog", "Brisk - jobs"]}]},
            ("Alder", "Brisk"),
            2,
            None,
            None,
        ),
        (
            {"gap_findings": [{"practice": "evals", "peer_evidence": {"Alder": "a blog"}}]},
            ("Alder",),
            1,
            None,
            None,
        ),
        ({"gap_findings": [{"practice": "evals", "prevalence": "2/5", "confidence": 0.7}]}, (), 2, 5, 0.7),
        ({"gap_findings": [{"practice": "evals", "peer_count": 2, "peer_total": 5}]}, (), 2, 5, None),
        (
            {"gap_findings": [{"practice": "evals", "peer_evidence": "Alder, Brisk", "confirmed": False}]},
            ("Alder", "Brisk"),
            2,
            None,
            0.3,
        ),
        (
            {"top_gap": {"practice": "Two of five peers (Alder, Brisk) run evals"}},
            ("Alder", "Brisk"),
            2,
            5,
            None,
        ),
        ("Two of five peers (Alder, Brisk) publish evals; confidence high.", ("Alder", "Brisk"), 2, 5, 0.9),
        (
            "Peer review May 2026. Five firms compared. Confirmed: Alder and Brisk Line try fares on old "
            "sailings (confidence 0.8). No evidence for the other three.",
            ("Alder", "Brisk Line"),
            2,
            5,
            0.8,
        ),
        (
            "Gap (2026-04-02): Alder and Brisk test firmware. Confidence: high. 5 lock makers looked at.",
            ("Alder", "Brisk"),
            2,
            5,
            0.9,
        ),
        (
            "Finding: model cards. Evidence: Alder Re (blog), Brisk (docs). 2/5 peers. High confidence.",
            ("Alder Re", "Brisk"),
            2,
            5,
            0.9,
        ),
        (
            "Two peers out of four publish errors: Alder and Brisk. Cole and Dune: no public sign.",
            ("Alder", "Brisk"),
            2,
            4,
            None,
        ),
        ("2 of 5 peers run on-call for models: Alder, Brisk (high).", ("Alder", "Brisk"), 2, 5, 0.9),
        ("High-confidence: Alder + Brisk staff weekends (2/5).", ("Alder", "Brisk"), 2, 5, 0.9),
        (
            "Peer check of 1 May 2026. Three peers read: Alder, Brisk, Cole. Alder describes canaries (0.8).",
            ("Alder",),
            1,
            3,
            0.8,
        ),
        (
            [{"practice": "a step", "peer_evidence": ["Alder engineering page, 2026-03-02"]}],
            ("Alder",),
            1,
            None,
            None,
        ),
        ("Alder and Brisk both publish evals (0.7)", ("Alder", "Brisk"), 2, None, 0.7),
        ("Peers run platform teams. Confidence low.", (), None, None, 0.3),
        ([{"practice": "evals", "peers": ["Alder"], "confidence": "low"}], ("Alder",), 1, None, 0.3),
    ],
)
def test_shapes(
    json: Any, peers: tuple[str, ...], count: int | None, total: int | None, sure: float | None
) -> None:
    found = only(json)
    assert (found.peers, found.peer_count, found.peer_total, found.confidence) == (peers, count, total, sure)


def test_a_text_with_labels_denials_and_a_set_compared() -> None:
    json = (
        "Dated 2026-03-18. Peers compared: Kasi Wallet, Lakeshore Pay, Tembo, Hill & Plain, Baobab Money. "
        "Two of the five (Kasi Wallet, Lakeshore Pay) score transfers, confidence 0.81; none seen at the "
        "other three or at Umurava Pay."
    )
    found = gap(json)
    assert [p.name for p in found.peers] == [
        "Kasi Wallet",
        "Lakeshore Pay",
        "Tembo",
        "Hill & Plain",
        "Baobab Money",
    ]
    assert [(f.peers, f.peer_count, f.peer_total, f.confidence) for f in found.findings] == [
        (("Kasi Wallet", "Lakeshore Pay"), 2, 5, 0.81)
    ]
    assert found.as_of == dt.date(2026, 3, 18)


@pytest.mark.parametrize(
    ("json", "practice", "peers"),
    [
        (
            "Practice: prior-art search. Peers: Patentis and Schriftgut, each a remark. Confidence: low.",
            "prior-art search.",
            ("Patentis", "Schriftgut"),
        ),
        (
            "Peer: Corbel Freight. Practice: load assignment. Confidence: low. No other peer checked.",
            "load assignment.",
            ("Corbel Freight",),
        ),
    ],
)
def test_labelled_texts(json: str, practice: str, peers: tuple[str, ...]) -> None:
    found = only(json)
    assert (found.practice, found.peers, found.confidence) == (practice, peers, 0.3)


def test_a_name_inside_a_sentence_is_a_peer_where_nothing_else_speaks_of_peers() -> None:
    found = only("One blog post hints that Lumo publishes audits; low confidence. As of 2026-04-02.")
    assert (found.peers, found.peer_count, found.confidence) == (("Lumo",), 1, 0.3)


def test_vendors_examined_are_the_whole() -> None:
    json = "Five vendors examined. A fuzzing report: found at Oxbow (a page) and Trellis Ward."
    found = only(json)
    assert (found.peers, found.peer_count, found.peer_total) == (("Oxbow", "Trellis Ward"), 2, 5)


@pytest.mark.parametrize("key", ["peers_examined", "competitors_reviewed", "peers_analyzed"])
@pytest.mark.parametrize("many", [5, ["Alder", "Brisk", "Corvid", "Dune", "Elm"]])
def test_the_peers_compared_under_any_name(key: str, many: Any) -> None:
    found = only({key: many, "gap_findings": [{"practice": "evals", "peer_evidence": ["Alder", "Brisk"]}]})
    assert (found.peer_count, found.peer_total) == (2, 5)


def test_a_note_on_the_others_takes_no_finding_away() -> None:
    json = {
        "gap_findings": [
            {"practice": "evals", "peer_evidence": ["Alder"], "note": "nothing found at the rest"}
        ]
    }
    assert only(json).peers == ("Alder",)


@pytest.mark.parametrize(
    "json",
    [None, "", {}, [], "none", "No gap found.", {"confirmed_gaps": [], "confidence": "low", "note": "x"}],
)
def test_nothing_confirmed_is_no_brief(json: Any) -> None:
    found = gap(json)
    assert (found.present, found.findings, found.peers) == (False, (), ())


def test_a_finding_that_there_is_no_gap_is_none() -> None:
    json = {
        "top_gap": {
            "practice": "AI score",
            "why": "No material capability gap identified vs. comparable peers.",
        }
    }
    assert gap(json).findings == ()


def test_the_oldest_evidence_dates_a_finding() -> None:
    json = {
        "gap_findings": [
            {
                "practice": "x",
                "peer_evidence": ["Alder (2026-03-01)", {"company": "Brisk", "date": "2025-12-01"}],
            }
        ]
    }
    assert only(json).as_of == dt.date(2025, 12, 1)


def test_an_undated_brief_is_a_warning_and_a_dated_finding_is_not() -> None:
    def messages(json: Any) -> list[str]:
        return [w.message for w in read_gap_brief(json, POLICY, TODAY)[1]]

    assert messages({"gap_findings": ["Alder has evals"]}) == ["no date: freshness of the gap not checked"]
    assert messages({"gap_findings": [{"practice": "x", "date": "2026-05-01"}]}) == []


def test_the_gap_nested_in_the_hiring_brief_where_there_is_no_other() -> None:
    nested: Any = {
        "competitor_gap": {"peers": [{"name": "Alder", "evidence": ["18% ML roles"]}], "confidence": "low"}
    }
    found = read_gap(RawContext(hiring_signal_brief=nested), POLICY, TODAY)[0]
    assert found.pointer == "/context/hiring_signal_brief/competitor_gap"
    assert found.peers[0].pointer == "/context/hiring_signal_brief/competitor_gap/peers/0"
    assert found.confidence == 0.3
    own: Any = {"gap_findings": ["Brisk has evals"], "peers": ["Brisk"]}
    context = RawContext(hiring_signal_brief=nested, competitor_gap_brief=own)
    assert [p.name for p in read_gap(context, POLICY, TODAY)[0].peers] == ["Brisk"]


@pytest.mark.parametrize(
    ("json", "pointer"),
    [
        (5, ""),
        ([5], ""),
        ({"confidence": 1.7}, "/confidence"),
        ({"gap_findings": [5]}, "/gap_findings/0"),
        ({"gap_findings": [{"practice": "x", "confidence": 2}]}, "/gap_findings/0/confidence"),
        ({"gap_findings": [{"practice": "x", "peer_evidence": [1]}]}, "/gap_findings/0/peer_evidence/0"),
        (
            {"gap_findings": [{"practice": "x", "peer_evidence": [{"date": "never"}]}]},
            "/gap_findings/0/peer_evidence/0/date",
        ),
        ({"peers": [{"name": 5}]}, "/peers/0/name"),
        ({"peers": [5]}, "/peers/0"),
        ({"as_of": "never"}, "/as_of"),
    ],
)
def test_bad_values_are_refused(json: Any, pointer: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_gap_brief(json, POLICY, TODAY)
    assert refused.value.pointer == ROOT + pointer
