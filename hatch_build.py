"""A part of building wheels: the index of the templates, which saves a run hundreds of files."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class IndexTemplates(BuildHookInterface):
    """Adds the index to a wheel. An editable installation reads the templates themselves."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from generator.reading import index_of

        self.folder = Path(tempfile.mkdtemp())
        root = Path(self.root, "templates")
        for home in (root / "shared", *(file.parent for file in root.glob("*/framework.toml"))):
            for name, part in index_of(home).items():
                file = self.folder / f"{home.name}-{name}"
                text = json.dumps(part, sort_keys=True, separators=(",", ":"))
                file.write_text(text, encoding="ascii")
                build_data["force_include"][str(file)] = f"generator/templates/{home.name}/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            shutil.rmtree(self.folder)
