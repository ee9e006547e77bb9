"""From stated answers to a complete set of layers, on a tiny menu."""

from __future__ import annotations

from typing import Any

import pytest

from generator.answers import Answers
from generator.catalog import Catalog
from generator.choose import choose, options
from generator.errors import TemplateError, UsageError
from generator.plan import make_plan
from tests.conftest import MakeCatalog

MENU = {
    "flask/auth/axis.toml": """
        title = "Authentication"
        after = "database"
        default = [{ layer = "tokens", when = { database = "relational" } }, { layer = "none" }]
        """,
    "flask/auth/none/layer.toml": 'title = "None"',
    "flask/auth/tokens/layer.toml": """
        aliases = ["jwt", "old-jwt"]
        notices = { old-jwt = "old-jwt is dead; tokens replaces it." }
        when = { database = "!none" }
        why = "It keeps users, so it needs a database."
        dependencies = ["pyjwt[crypto]>=2", "tiny"]
        requires-python = ">=3.12"
        """,
    "flask/extensions/axis.toml": """
        many = true
        after = "auth"
        default = [{ layer = "cors" }]
        """,
    "flask/extensions/cors/layer.toml": "",
    "flask/extensions/queue/layer.toml": 'requires = ["extensions/redis"]',
    "flask/extensions/redis/layer.toml": 'dependencies = ["pyjwt[extra]>=2"]',
    "flask/extensions/memory/layer.toml": 'conflicts = ["extensions/cors"]',
    "flask/orm/axis.toml": 'ask = false\nafter = "extensions"',
    "flask/orm/sql/layer.toml": 'when = { database = "relational" }',
    "flask/orm/dict/layer.toml": 'when = { database = "none" }',
    "flask/versions.toml": 'tiny = ">=1,<2"',
}


def chosen(catalog: Catalog, **fields: Any) -> list[str]:
    answers = Answers("my-shop", **fields)
    return [layer.id for layer in choose(catalog.framework("flask"), answers).layers]


def test_defaults_follow_from_what_is_stated(make_catalog: MakeCatalog) -> None:
    catalog = make_catalog(MENU)
    assert chosen(catalog, choices={"database": ("sqlite",)}) == [
        "database/sqlite",
        "auth/tokens",
        "extensions/cors",
        "orm/sql",
    ]
    assert chosen(catalog, choices={"database": ("none",)})[1:] == [
        "auth/none",
        "extensions/cors",
        "orm/dict",
    ]


def test_with_and_without_change_the_defaults(make_catalog: MakeCatalog) -> None:
    catalog = make_catalog(MENU)
    sqlite = {"database": ("sqlite",)}
    ids = chosen(catalog, choices=sqlite, include=("queue",), exclude=("cors",))
    assert ids[2:4] == ["extensions/queue", "extensions/redis"]
    assert "auth/none" in chosen(catalog, choices=sqlite, exclude=("tokens",))
    assert "extensions/memory" in (ids := chosen(catalog, choices=sqlite, include=("memory",)))
    assert "extensions/cors" not in ids


def test_an_alias_names_a_layer_and_tells_why(make_catalog: MakeCatalog) -> None:
    framework = make_catalog(MENU).framework("flask")
    stated = Answers("x", choices={"database": ("sqlite",)}, include=("OLD-JWT".lower(),))
    choice = choose(framework, stated)
    assert choice.notices == ("old-jwt is dead; tokens replaces it.",)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"include": ("tokenz",)}, 'Did you mean "tokens"?'),
        ({"include": ("tokens",), "choices": {"database": ("none",)}}, "needs a database"),
        ({"choices": {"auth": ("tokens",)}, "include": ("auth/none",)}, "only one can be"),
        ({"choices": {"auht": ("none",)}}, 'Did you mean "auth"?'),
        ({"include": ("none",)}, "database/none, auth/none"),
        ({"include": ("sql",)}, "has no layer"),
        ({"include": ("queue",), "exclude": ("redis",)}, "--without takes away"),
        ({"include": ("queue",), "exclude": ("queue",)}, "--without takes it away"),
        ({"choices": {"extensions": ("cors",)}, "exclude": ("cors",)}, "Say one of the two"),
        ({"include": ("cors", "memory")}, "exclude each other"),
    ],
)
def test_what_does_not_fit_is_refused_in_one_line(
    make_catalog: MakeCatalog, fields: dict[str, Any], said: str
) -> None:
    with pytest.raises(UsageError) as caught:
        chosen(make_catalog(MENU), **{"choices": {"database": ("sqlite",)}, **fields})
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_requirement_that_nothing_meets_names_the_manifest(make_catalog: MakeCatalog) -> None:
    manifest = {"flask/extensions/queue/layer.toml": 'requires = ["extensions/rediss"]'}
    with pytest.raises(TemplateError, match=r'layer\.toml: "requires".*"extensions/redis"\?'):
        chosen(make_catalog({**MENU, **manifest}), include=("queue",))


def test_options_carry_the_reason_why_they_do_not_fit(make_catalog: MakeCatalog) -> None:
    framework = make_catalog(MENU).framework("flask")
    axis = framework.axis("auth")
    assert axis
    without = choose(framework, Answers("x", choices={"database": ("none",)})).by_axis
    found = options(framework, axis, {"database": without["database"]})
    assert [(o.layer.name, o.refusal) for o in found] == [
        ("tokens", "It keeps users, so it needs a database."),
        ("none", ""),
    ]


def test_dependencies_are_merged_and_get_their_versions(make_catalog: MakeCatalog) -> None:
    answers = Answers(
        "shop", framework="flask", choices={"database": ("sqlite",)}, include=("redis",)
    )
    plan = make_plan(answers, make_catalog(MENU), year=2026)
    assert plan.dependencies == ("pyjwt[crypto,extra]>=2", "tiny>=1,<2")
    assert plan.python_min == "3.12"


def test_the_equivalent_command_makes_the_same_choice(make_catalog: MakeCatalog) -> None:
    answers = Answers(
        "My Shop",
        framework="flask",
        choices={"database": ("sqlite",), "auth": ("none",)},
        include=("queue",),
        exclude=("cors",),
    )
    plan = make_plan(answers, make_catalog(MENU), year=2026)
    assert plan.command == (
        'whichway new "My Shop" --framework flask --database sqlite --auth none'
        " --with queue --with redis --without cors --defaults"
    )


def test_the_equivalent_command_leaves_out_nothing_that_was_never_on_offer(
    make_catalog: MakeCatalog,
) -> None:
    menu = MENU | {
        "flask/extensions/axis.toml": """
            many = true
            after = "database"
            when = { database = "!none" }
            default = [{ layer = "cors" }]
            """
    }
    answers = Answers("shop", framework="flask", choices={"database": ("none",)})
    plan = make_plan(answers, make_catalog(menu), year=2026)
    assert "--without" not in plan.command


def test_a_framework_may_add_a_layer_to_a_shared_axis(make_catalog: MakeCatalog) -> None:
    catalog = make_catalog({"flask/database/duckdb/layer.toml": 'kind = "relational"'})
    stated = {"database": ("duckdb",)}
    plan = make_plan(Answers("shop", framework="flask", choices=stated), catalog, year=2026)
    assert [layer.id for layer in plan.layers] == ["database/duckdb"]
    with pytest.raises(UsageError, match='no layer "duckdb"'):
        make_plan(Answers("shop", framework="django", choices=stated), catalog, year=2026)
    with pytest.raises(UsageError, match='no layer "duckd"'):
        make_plan(Answers("shop", choices={"database": ("duckd",)}), catalog, year=2026)


def test_a_project_may_not_be_named_like_a_dependency(make_catalog: MakeCatalog) -> None:
    with pytest.raises(UsageError, match="depends on"):
        make_plan(Answers("tiny", framework="flask"), make_catalog(MENU), year=2026)


def test_the_last_layer_says_how_to_serve_and_all_say_what_to_open(
    make_catalog: MakeCatalog,
) -> None:
    catalog = make_catalog(
        {
            "flask/base/layer.toml": 'serve = "uv run flask run"\nurls = ["http://127.0.0.1:5000/"]',
            "flask/database/sqlite/layer.toml": """
                kind = "relational"
                serve = "uv run gunicorn"
                migrate = "uv run flask db upgrade"
                urls = ["http://127.0.0.1:5000/docs"]
                """,
        }
    )
    plan = make_plan(Answers("shop", framework="flask"), catalog, year=2026)
    assert (plan.serve, plan.migrate) == ("uv run gunicorn", "uv run flask db upgrade")
    assert plan.urls == ("http://127.0.0.1:5000/", "http://127.0.0.1:5000/docs")


def test_a_layer_leaves_out_what_it_has_no_use_for(make_catalog: MakeCatalog) -> None:
    catalog = make_catalog(
        {
            "flask/app-type/axis.toml": 'after = "database"',
            "flask/app-type/static/layer.toml": 'leaves-out = { database = "It keeps nothing." }',
            "flask/app-type/static/with/database/sqlite/layer.toml": 'dependencies = ["never>=1"]',
            "flask/database/sqlite/layer.toml": """
                title = "SQLite"
                dependencies = ["driver>=1"]
                requires = ["support/pool"]
                """,
            "flask/support/axis.toml": "ask = false\nmany = true",
            "flask/support/pool/layer.toml": "",
        }
    )
    stated = Answers("shop", framework="flask", choices={"database": ("sqlite",)})
    plan = make_plan(stated, catalog, year=2026)
    assert [layer.id for layer in plan.layers] == ["database/sqlite", "app-type/static"]
    assert plan.dependencies == ()
    assert plan.notices == ("SQLite is not set up: It keeps nothing.",)
    unstated = make_plan(Answers("shop", framework="flask"), catalog, year=2026)
    assert unstated.notices == ()


def test_an_axis_may_order_its_layers(make_catalog: MakeCatalog) -> None:
    files = {"shared/database/axis.toml": 'order = ["postgresql", "sqlite"]'}
    files |= {f"shared/database/{name}/layer.toml": "" for name in ("mysql", "postgresql")}
    framework = make_catalog(files).framework("flask")
    names = [layer.name for layer in framework.on("database")]
    assert names == ["postgresql", "sqlite", "mysql", "none"]
