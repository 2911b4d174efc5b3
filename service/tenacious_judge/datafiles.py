"""Where files that are not code lie: in a checkout under `models/`, in a wheel inside the package."""

from pathlib import Path

from .errors import Misconfigured

_PACKAGE = Path(__file__).resolve().parent
_POLICY_FOLDERS = (_PACKAGE / "_data" / "policies", _PACKAGE.parents[1] / "models" / "policies")


def policy_path(name: str = "default") -> Path:
    """The shipped policy of that name. Raises `Misconfigured` where there is none."""
    for folder in _POLICY_FOLDERS:
        path = folder / f"{name}.yml"
        if path.is_file():
            return path
    raise Misconfigured(f"no policy {name!r} is shipped; looked in {', '.join(map(str, _POLICY_FOLDERS))}")
