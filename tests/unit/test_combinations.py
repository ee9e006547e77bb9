"""The enumerator on tiny catalogues: what it multiplies, and what it never makes."""

from __future__ import annotations

from generator.catalog import Framework
from tests.conftest import MakeCatalog
from tests.matrix.combinations import combinations, is_alone

FILES = {
    "shared/size/axis.toml": 'after = "database"',
    "shared/size/small/layer.toml": "",
    "shared/size/large/layer.toml": "",
    "flask/orm/axis.toml": 'after = "database"\nask = false',
    "flask/orm/alchemy/layer.toml": 'when = { database = ["relational"] }',
    "flask/auth/axis.toml": 'after = "size"',
    "flask/auth/none/layer.toml": "",
    "flask/auth/jwt/layer.toml": 'when = { database = ["!none"] }',
    "flask/extensions/axis.toml": 'after = "auth"\nmany = true',
    "flask/extensions/admin/layer.toml": 'when = { auth = ["jwt"] }',
    "flask/extensions/cors/layer.toml": "",
    "flask/extensions/celery/layer.toml": 'requires = ["extensions/redis"]',
    "flask/extensions/redis/layer.toml": "",
}


def sets(framework: Framework, *, full: bool = False) -> list[str]:
    return [
        " ".join(layer.name for layer in combination.layers)
        for combination in combinations(framework, full=full)
    ]


def test_exclusive_axes_are_multiplied_and_additive_ones_are_none_one_or_all(
    make_catalog: MakeCatalog,
) -> None:
    framework = make_catalog(FILES).framework("flask")
    full = sets(framework, full=True)
    assert len(full) == len(set(full))
    for size in ("small", "large"):
        assert {line for line in full if f" {size} " in line} == {
            f"sqlite alchemy {size} none",
            f"sqlite alchemy {size} none cors",
            f"sqlite alchemy {size} none redis",
            f"sqlite alchemy {size} none celery redis",
            f"sqlite alchemy {size} none celery cors redis",
            f"sqlite alchemy {size} jwt",
            f"sqlite alchemy {size} jwt admin",
            f"sqlite alchemy {size} jwt cors",
            f"sqlite alchemy {size} jwt redis",
            f"sqlite alchemy {size} jwt celery redis",
            f"sqlite alchemy {size} jwt admin celery cors redis",
            f"none {size} none",
            f"none {size} none cors",
            f"none {size} none redis",
            f"none {size} none celery redis",
            f"none {size} none celery cors redis",
        }


def test_an_axis_that_nothing_is_related_to_is_dealt_out(make_catalog: MakeCatalog) -> None:
    framework = make_catalog(FILES).framework("flask")
    alone = {axis.id for axis in framework.axes if is_alone(axis, framework)}
    assert alone == {"size"}
    dealt = sets(framework)
    assert len(dealt) == len(sets(framework, full=True)) // 2
    assert sum(" small " in f"{line} " for line in dealt) in range(6, 11)


def test_a_folder_relates_two_axes(make_catalog: MakeCatalog) -> None:
    files = {**FILES, "flask/auth/jwt/with/size/small/fills.py": ""}
    framework = make_catalog(files).framework("flask")
    assert not any(is_alone(axis, framework) for axis in framework.axes)


def test_layers_that_exclude_each_other_are_never_together(make_catalog: MakeCatalog) -> None:
    conflict = 'conflicts = ["extensions/redis"]'
    files = {**FILES, "flask/extensions/cors/layer.toml": conflict}
    lines = sets(make_catalog(files).framework("flask"), full=True)
    assert "sqlite alchemy small jwt admin celery redis" in lines
    assert "sqlite alchemy small jwt admin cors" in lines
    assert not any("cors" in line and "redis" in line for line in lines)


def test_a_new_layer_is_there_the_day_its_folder_appears(make_catalog: MakeCatalog) -> None:
    files = {**FILES, "flask/extensions/limiter/layer.toml": ""}
    lines = sets(make_catalog(files).framework("flask"))
    assert any(line.endswith("none limiter") for line in lines)
    assert any(line.endswith("jwt limiter") for line in lines)
