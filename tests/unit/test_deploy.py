"""What is shipped fits together: compose, Dockerfile, Prometheus, CI."""

import dataclasses
import re
import shutil
import subprocess
import tomllib
from typing import Any

import yaml
from tenacious_judge import settings

from tests.support.server import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text()
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
PROMETHEUS: dict[str, Any] = yaml.safe_load((ROOT / "deploy/prometheus/prometheus.yml").read_text())


def _copied() -> list[str]:
    found = []
    for line in re.findall(r"^COPY (?!--from)(.+)$", DOCKERFILE, re.MULTILINE):
        found += line.split()[:-1]
    return found


def test_what_the_image_copies_is_there_and_not_ignored() -> None:
    allowed = [line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")]
    assert _copied()
    for path in _copied():
        assert (ROOT / path).exists(), path
        assert any(path == root or path.startswith(f"{root}/") for root in allowed), path


def test_the_image_installs_only_what_the_lock_pins_by_hash() -> None:
    installs = re.findall(r"pip install ([^\\&\n]+)", DOCKERFILE)
    assert installs
    for arguments in installs:
        assert "--require-hashes" in arguments or "--no-deps" in arguments, arguments


def test_the_image_runs_the_service_itself_as_a_user_without_rights() -> None:
    last_user = re.findall(r"^USER (\S+)$", DOCKERFILE, re.MULTILINE)[-1]
    assert last_user not in ("root", "0")
    assert re.search(r'^CMD \["tenacious-judge", "serve"', DOCKERFILE, re.MULTILINE)
    assert "HEALTHCHECK" in DOCKERFILE


def test_settings_that_are_shipped_exist() -> None:
    known = {f"{settings.PREFIX}{field.name.upper()}" for field in dataclasses.fields(settings.Settings)}
    named = set(re.findall(r"TENACIOUS_JUDGE_\w+", DOCKERFILE + (ROOT / "docker-compose.yml").read_text()))
    assert named
    assert named <= known


def test_compose_mounts_files_and_volumes_that_exist() -> None:
    for name, service in COMPOSE["services"].items():
        for mount in service.get("volumes", []):
            source = mount.split(":")[0]
            known = (ROOT / source).is_file() if source.startswith(".") else source in COMPOSE["volumes"]
            assert known, f"{name}: {mount}"


def test_compose_keeps_the_store_where_the_image_writes_it() -> None:
    folder = re.search(r"STORE_URL=sqlite:///(/\S+)/[^/\s]+", DOCKERFILE)
    assert folder
    assert f"verdicts:{folder[1]}" in COMPOSE["services"]["judge"]["volumes"]


def test_prometheus_scrapes_the_service_under_its_compose_name() -> None:
    (job,) = PROMETHEUS["scrape_configs"]
    (target,) = job["static_configs"][0]["targets"]
    host, port = target.split(":")
    published = [entry.split(":")[1] for entry in COMPOSE["services"][host]["ports"]]
    assert port in published
    assert f"EXPOSE {port}" in DOCKERFILE
    assert job["metrics_path"] == "/metrics"
    assert "prometheus.yml" in str(COMPOSE["services"]["prometheus"]["volumes"])


def test_promtool_accepts_the_configuration() -> None:
    """CI installs promtool; without it the test above is all that is checked."""
    promtool = shutil.which("promtool")
    if promtool is None:
        return
    command = [promtool, "check", "config", "deploy/prometheus/prometheus.yml"]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_ci_runs_check_and_test() -> None:
    script = (ROOT / ".ci/run").read_text()
    assert "make check" in script
    assert "make test" in script
    assert (ROOT / ".ci/run").stat().st_mode & 0o111


def test_make_has_every_target_it_names() -> None:
    makefile = (ROOT / "Makefile").read_text()
    for target in ("serve", "test", "check", "bench", "docs", "lock"):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_locks_are_pinned_by_hash_and_name_no_place() -> None:
    for lock in sorted((ROOT / "requirements").glob("*.txt")):
        text = lock.read_text()
        pins = re.findall(r"^[\w.-]+==", text, re.MULTILINE)
        assert pins, lock
        assert len(re.findall(r"--hash=sha256:[0-9a-f]{64}", text)) >= len(pins), lock
        assert not re.search(r"https?:|file:|--(?:extra-)?index|--find-links", text), lock


def test_the_server_lock_pins_everything_the_server_needs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["server"]]
    lock = (ROOT / "requirements/server.txt").read_text()
    for requirement in wanted:
        name = re.match(r"[\w.-]+", requirement)
        assert name
        assert re.search(rf"^{re.escape(name[0])}==", lock, re.MULTILINE | re.IGNORECASE), requirement
