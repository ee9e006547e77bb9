"""Cookiecutter at work on a foreign template: its own code, inside our fences.

Without consent Jinja is sandboxed, because a template can reach the whole machine through it, and
no hook runs. With or without, every path is looked at before it is written.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cookiecutter import generate, prompt
from cookiecutter.environment import ExtensionLoaderMixin, StrictEnvironment
from cookiecutter.find import find_template
from jinja2 import StrictUndefined, Template
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from generator.errors import Refused, TemplateError, WhichwayError
from generator.names import RESERVED

logging.getLogger("cookiecutter").addHandler(logging.NullHandler())


class _Sandboxed(ExtensionLoaderMixin, SandboxedEnvironment):  # type: ignore[misc]
    """Cookiecutter's environment without a way to the machine."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(undefined=StrictUndefined, **settings)


class _Checked:
    """A path to be rendered, refused where the result would leave the project."""

    def __init__(self, template: Template, output: Path) -> None:
        self._template, self._output = template, output

    def render(self, **context: Any) -> str:
        path = self._template.render(**context)
        inside = path.removeprefix(f"{self._output}{os.sep}")
        parts = inside.replace("\\", "/").split("/")
        if os.path.isabs(inside) or ".." in parts or "\x00" in inside or ":" in parts[0]:
            raise Refused(f'The template is refused: it would write to "{inside}".')
        return path


@contextmanager
def fences(output: Path, *, trusted: bool) -> Iterator[None]:
    """Let cookiecutter render with our environments, and turn its errors into ours."""
    base: Any = StrictEnvironment if trusted else _Sandboxed

    class Paths(base):  # type: ignore[misc]
        """Used where cookiecutter writes: there only paths are rendered from strings."""

        def from_string(self, *args: Any, **kwargs: Any) -> Any:
            return _Checked(super().from_string(*args, **kwargs), output)

    def make(kind: Any) -> Any:
        def create(context: Mapping[str, Any]) -> Any:
            settings = context.get("cookiecutter", {}).get("_jinja2_env_vars", {})
            return kind(context=context, keep_trailing_newline=True, **settings)

        return create

    before = generate.create_env_with_context, prompt.create_env_with_context
    generate.create_env_with_context, prompt.create_env_with_context = make(Paths), make(base)
    path = list(sys.path)
    try:
        yield
    except SecurityError as error:
        raise Refused(f"The template reaches for the machine: {error} Read it, then add --trust."
                      ) from None  # fmt: skip
    except TemplateSyntaxError as error:
        raise TemplateError(f"{error.filename or 'the template'}:{error.lineno}: {error.message}."
                            ) from None  # fmt: skip
    except (WhichwayError, OSError):
        raise
    except Exception as error:  # a template can raise anything
        raise TemplateError(f"The template cannot be rendered: {_said(error)}") from None
    finally:
        sys.path[:] = path
        generate.create_env_with_context, prompt.create_env_with_context = before


@contextmanager
def standard_output_kept() -> Iterator[None]:
    """Send what hooks print to standard error: standard output is ours."""
    sys.stdout.flush()
    kept = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def let_import(folder: Path) -> None:
    """Let a trusted template's extensions be imported from its folder, inside the fences."""
    sys.path.append(str(folder))


def project_name(folder: Path, context: Mapping[str, Any]) -> str:
    """Return the name of the folder that a template makes. Raises ``Refused`` for a bad one."""
    env = generate.create_env_with_context(context)
    name: str = env.from_string(find_template(folder, env).name).render(**context)
    if not name.strip() or "/" in name or "\\" in name or name in (".", ".."):
        raise Refused(f'The template is refused: it would call the project "{name}".')
    if name.partition(".")[0].lower() in RESERVED:
        raise Refused(f'The template would call the project "{name}", which Windows reserves.')
    return name


def generate_project(folder: Path, context: dict[str, Any], output: Path, *, hooks: bool) -> Path:
    """Render a template below ``output``, and let its hooks run or not."""
    made = generate.generate_files(
        repo_dir=str(folder), context=context, output_dir=str(output), accept_hooks=hooks
    )
    return Path(made)


def _said(error: Exception) -> str:
    message: str = getattr(error, "message", "") or str(error) or type(error).__name__
    if message.startswith("Unable to load extension"):
        message += ". Install the package that has it beside Whichway."
    detail = getattr(getattr(error, "error", None), "message", "")
    return f"{message} ({detail})" if detail else str(message)
