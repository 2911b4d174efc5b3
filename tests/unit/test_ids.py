"""Verdict ids sort by time and never repeat."""

import datetime as dt
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from tenacious_judge.store.ids import id_floor, is_id, new_id


def test_ids_of_one_process_only_grow() -> None:
    made = [new_id() for _ in range(5000)]
    assert made == sorted(set(made))
    assert all(map(is_id, made))
    assert len({len(id) for id in made}) == 1


def test_ids_made_at_once_from_threads_differ() -> None:
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: new_id(), range(4000)))
    assert len(set(made)) == 4000


def test_a_clock_that_steps_back_does_not_turn_ids_round() -> None:
    ahead = time.time_ns() // 1_000_000 + 3_600_000
    assert new_id(now_ms=ahead) < new_id(now_ms=ahead - 1_800_000)


def test_the_floor_of_a_moment_parts_ids_before_it_from_ids_after() -> None:
    later = time.time_ns() // 1_000_000 + 7_200_000
    before, after = new_id(now_ms=later), new_id(now_ms=later + 2)
    floor = id_floor(dt.datetime.fromtimestamp((later + 1) / 1000, dt.UTC))
    assert before < floor <= after
    assert is_id(floor)


def test_a_forked_process_makes_other_ids() -> None:
    code = """
import os
from tenacious_judge.store.ids import new_id
child = os.fork()
if child:
    os.waitpid(child, 0)
print(new_id(now_ms=9_000_000_000_000), flush=True)
"""
    forked = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=True
    )
    assert len(set(forked.stdout.split())) == 2


def test_what_is_no_id_is_seen() -> None:
    good = new_id()
    for bad in ("", "vrd_", good[:-1], good + "0", good.replace("vrd_", "x_"), good[:-1] + "I", good.lower()):
        assert not is_id(bad), bad
