"""Reading answers files: TOML, YAML or JSON, told apart by their ending."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.errors import UsageError


def read_table(file: Path) -> dict[str, Any]:
    """Read a TOML, YAML or JSON file. Raises ``UsageError`` when it cannot be."""
    try:
        text = file.read_text(encoding="utf-8-sig")
        table = _PARSERS.get(file.suffix.lower(), _from_toml)(text)
    except (OSError, ValueError, RecursionError) as error:
        reason = getattr(error, "strerror", None) or " ".join(str(error).split())
        raise UsageError(f'"{file}" cannot be read: {reason}.') from None
    if not isinstance(table, dict):
        raise UsageError(f'"{file}" holds no table of answers: write lines such as size = "small".')
    return table


def _from_toml(text: str) -> Any:
    import tomllib

    return tomllib.loads(text)


def _from_json(text: str) -> Any:
    import json

    return json.loads(text)


def _from_yaml(text: str) -> Any:
    import yaml

    try:
        return yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        at = f" (at line {mark.line + 1}, column {mark.column + 1})" if mark else ""
        raise ValueError(f"{error.problem}{at}") from None
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None


_PARSERS = {".json": _from_json, ".yaml": _from_yaml, ".yml": _from_yaml}
