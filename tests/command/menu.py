"""A tiny menu with all that the command can meet."""

from __future__ import annotations

import textwrap
from pathlib import Path

from generator.reading import PROJECT_FOLDER

FILES = {
    "shared/base/layer.toml": 'title = "Base"',
    "shared/base/P/README.md": "# {{ cookiecutter.project_name }}\n\n{{ cookiecutter.author }}\n",
    "shared/base/P/.env": "SECRET_KEY={{ random_ascii_string(32) }}\n",
    "shared/base/P/pyproject.toml": """
        [project]
        name = "{{ cookiecutter.project_slug }}"
        description = "{{ cookiecutter.description }}"
        authors = [{ name = "{{ cookiecutter.author }}", email = "{{ cookiecutter.email }}" }]
        dependencies = [
            # slot: project.dependencies
        ]
        """,
    "shared/base/P/.whichway.toml": """
        version = "{{ cookiecutter.whichway_version }}"

        [answers]
        # slot: answers.choices
        """,
    "shared/base/P/package/module.py": '"""A module."""\n',
    "shared/database/axis.toml": """
        title = "Database"
        prompt = "Which database?"
        default = [{ layer = "sqlite", why = "no server" }]
        """,
    "shared/database/sqlite/layer.toml": 'title = "SQLite"\nkind = "relational"',
    "shared/database/postgresql/layer.toml": """
        title = "PostgreSQL"
        summary = "The default of most production sites."
        kind = "relational"
        aliases = ["postgres"]
        """,
    "shared/database/mongodb/layer.toml": 'title = "MongoDB"\nkind = "document"',
    "shared/database/none/layer.toml": 'title = "No database"\nkind = "none"',
    "shared/size/axis.toml": 'title = "Size"\nafter = "database"\ndefault = [{ layer = "small" }]',
    "shared/size/small/layer.toml": 'title = "Small"',
    "shared/size/large/layer.toml": 'title = "Large"',
    "shared/app-type/axis.toml": """
        title = "Application type"
        after = "size"
        default = [{ layer = "web" }]
        """,
    "shared/app-type/web/layer.toml": 'title = "Web application"',
    "shared/app-type/api/layer.toml": 'title = "REST API"',
    "shared/licence/axis.toml": """
        title = "Licence"
        after = "app-type"
        default = [{ layer = "mit" }]
        """,
    "shared/licence/mit/layer.toml": 'title = "MIT"',
    "shared/licence/gpl/layer.toml": 'title = "GPL"',
    "django/framework.toml": 'title = "Django"\nsummary = "Batteries included."',
    "django/versions.toml": 'django = ">=5.2,<5.3"',
    "django/base/layer.toml": """
        dependencies = ["django"]
        serve = "uv run python manage.py runserver"
        migrate = "uv run python manage.py migrate"
        urls = ["http://127.0.0.1:8000/"]
        """,
    "flask/framework.toml": 'title = "Flask"\nsummary = "A small core."',
    "flask/versions.toml": 'flask = ">=3.1,<3.2"',
    "flask/base/layer.toml": 'dependencies = ["flask"]\nserve = "uv run flask run"',
    "flask/auth/axis.toml": """
        title = "Authentication"
        prompt = "How do people log in?"
        after = "licence"
        default = [{ layer = "tokens", when = { size = "large" } }, { layer = "none" }]
        """,
    "flask/auth/none/layer.toml": 'title = "None"',
    "flask/auth/tokens/layer.toml": """
        title = "Tokens"
        aliases = ["jwt", "old-jwt"]
        notices = { old-jwt = "old-jwt is dead; tokens replaces it." }
        when = { database = "!none" }
        why = "It keeps users, so it needs a database."
        """,
    "flask/extensions/axis.toml": """
        title = "Extensions"
        prompt = "Which extensions?"
        many = true
        after = "auth"
        default = [{ layer = "cors" }]
        """,
    "flask/extensions/cors/layer.toml": 'title = "CORS"\nsummary = "Other origins may ask."',
    "flask/extensions/redis/layer.toml": 'title = "Redis"',
    "flask/extensions/queue/layer.toml": 'title = "Queue"\nrequires = ["extensions/redis"]',
    "presets/small-api.toml": """
        summary = "A small API."

        [answers]
        app-type = "api"
        size = "small"
        auth = "tokens"
        """,
}


def write_root(folder: Path) -> Path:
    """Write the tiny template root and return its folder."""
    for path, text in FILES.items():
        file = folder / path.replace("/P/", f"/{PROJECT_FOLDER}/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")
    return folder
