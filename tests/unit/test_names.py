"""Project names: safe forms or one line of advice."""

from __future__ import annotations

import pytest

from generator.errors import UsageError
from generator.names import Name, parse_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("my app", Name("my app", "my-app", "my_app")),
        ("My Shop", Name("My Shop", "my-shop", "my_shop")),
        ("été", Name("Été", "ete", "ete")),
        ("Große Straße", Name("Große Straße", "grosse-strasse", "grosse_strasse")),
        ("Łódź", Name("Łódź", "lodz", "lodz")),
        ("日本", Name("日本", "ri-ben", "ri_ben")),
        ("my_api-2", Name("My Api 2", "my-api-2", "my_api_2")),
        ("rocket 🚀 shop", Name("rocket 🚀 shop", "rocket-shop", "rocket_shop")),
        ('say "hi" {{ x }}', Name("say hi x", "say-hi-x", "say_hi_x")),
    ],
)
def test_safe_forms(text: str, name: Name) -> None:
    assert parse_name(text) == name


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("   ", "is empty"),
        ("django", '"my-django"'),
        ("flask", '"my-flask"'),
        ("test", "standard library"),
        ("json", "standard library"),
        ("class", "keyword"),
        ("None", "keyword"),
        ("sqlalchemy", "depends on"),
        ("psycopg", "depends on"),
        ("../x", 'Use "x"'),
        ("/etc/passwd", "--output-dir"),
        ("a\\b", "--output-dir"),
        ("a\nb", "--output-dir"),
        ("C:shop", "--output-dir"),
        ("..", '"my-project"'),
        ("-rf", 'Use "rf"'),
        ("🚀", "no letter"),
        ("1shop", 'Use "shop"'),
        ("x" * 300, "300 characters"),
        ("CON", "Windows"),
        ("lpt1", "Windows"),
        ("users", "themselves"),
    ],
)
def test_one_line_of_advice(text: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_name(text, ["SQLAlchemy", "psycopg"])
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
