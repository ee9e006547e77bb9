"""``whichway new`` off a terminal: what it writes, shows and refuses."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import render
from generator.reading import PROJECT_FOLDER
from tests.command.conftest import CHECKOUT, Whichway, process, tree

PATHS = {
    ".env", ".whichway.toml", "README.md", "package/module.py", "pyproject.toml",
}  # fmt: skip


def test_defaults_write_a_project(whichway: Whichway, here: Path) -> None:
    result = whichway("new", "My Shop", "-y")
    assert result.status == 0
    assert tree(here / "my-shop") == PATHS
    assert "cd my-shop" in result.out
    assert "uv run python manage.py runserver" in result.out or ".venv/bin/python manage.py" in (
        result.out
    )
    assert "http://127.0.0.1:8000/" in result.out
    assert 'whichway new "My Shop" --framework django' in result.err


def test_json_is_pure_and_tells_all(whichway: Whichway, here: Path) -> None:
    data = whichway("new", "shop", "--json").data
    assert data["schema"] == 1
    assert set(data["created"]) == PATHS
    assert data["target"] == "shop"
    assert data["decision"]["framework"] == data["framework"] == "django"
    assert (here / "shop").is_dir()


def test_a_dry_run_writes_nothing_and_lists_the_files(whichway: Whichway, here: Path) -> None:
    result = whichway("new", "shop", "--dry-run")
    assert result.status == 0
    assert "  package/\n    module.py\n" in result.out
    data = whichway("new", "shop", "--dry-run", "--json").data
    assert set(data["files"]) == PATHS
    assert not list(here.iterdir())


def test_show_prints_one_file_alone(whichway: Whichway, here: Path) -> None:
    result = whichway("new", "My Shop", "--show", "README.md")
    assert result.out == "# My Shop\n\nAda\n"
    assert whichway("new", "x-y", "--show", "README.md", "--json").data["path"] == "README.md"
    wrong = whichway("new", "shop", "--show", "READNE.md")
    assert wrong.status == 2
    assert 'Did you mean "README.md"?' in wrong.err
    assert not list(here.iterdir())
    (here / "shop/kept").mkdir(parents=True)
    assert whichway("new", "shop", "--show", "README.md").out == "# Shop\n\nAda\n"


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["new"], 2, "NAME is missing"),
        (["new", "-y"], 2, "NAME is missing"),
        (["new", "../x", "-y"], 2, "is a path"),
        (["new", "django", "-y"], 2, 'Use "my-django"'),
        (["new", "shop", "--database", "sqlit"], 2, 'Did you mean "sqlite"?'),
        (["new", "shop", "--framework", "rails"], 2, '--framework: there is no "rails". Valid: au'),
        (["new", "shop", "--auth", "tokens", "--framework", "django"], 2, 'choice named "auth"'),
        (["new", "shop", "--auth", "tokens", "--database", "none"], 2, "needs a database"),
        (["new", "shop", "--with", "cors", "--framework", "django"], 2, 'no layer "cors"'),
        (["new", "shop", "--with", "cors", "-y"], 2, "Flask has it: add --framework flask."),
        (["new", "shop", "--auth", "tokens", "-y"], 2, "Flask has it: add --framework flask."),
        (["new", "shop", "--databse", "sqlite"], 2, "'--database'"),
        (["new", "shop", "shop"], 2, "put a name with spaces between quotes"),
        (["new", "shop", "--description", 'the "best"'], 2, "cannot hold"),
        (["new", "shop", "--description", "two\nlines"], 2, "cannot hold"),
        (["new", "shop", "--email", "nobody"], 2, "no e-mail address"),
        (["new", "shop", "--if-exists", "merge"], 2, "Valid: fail, increment"),
        (["new", "shop", "--templates", "nowhere"], 2, "is not a folder"),
        (["mew"], 2, "No such command 'mew'"),
        (["list", "shop"], 2, "unexpected extra argument"),
    ],
)
def test_a_refusal_is_one_line_and_json_on_demand(
    whichway: Whichway, here: Path, arguments: list[str], status: int, said: str
) -> None:
    result = whichway(*arguments)
    assert result.status == status
    assert said in result.err
    assert (result.err.count("\n"), result.out) == (1, "")
    error = whichway(*arguments, "--json").data["error"]
    assert error["exit_status"] == status
    assert said in error["message"]
    assert not list(here.iterdir())


def test_names_are_taken_in_any_case(whichway: Whichway) -> None:
    result = whichway(
        "new", "shop", "--framework", "Flask", "--with", "Queue", "--dry-run", "--json"
    )
    assert result.data["framework"] == "flask"
    assert "extensions/queue" in result.data["layers"]


class TestExistingFolders:
    @pytest.fixture
    def shop(self, here: Path) -> Path:
        folder = here / "shop"
        (folder / "package").mkdir(parents=True)
        (folder / "README.md").write_text("mine\n")
        (folder / "notes.txt").write_text("mine too\n")
        return folder

    def test_fail_is_the_default(self, whichway: Whichway, shop: Path, here: Path) -> None:
        result = whichway("new", "shop", "-y")
        assert (result.status, len(result.lines)) == (1, 1)
        assert "--if-exists increment, skip or overwrite" in result.err
        assert tree(here) == {"shop/README.md", "shop/notes.txt"}

    def test_increment_takes_the_next_free_name(
        self, whichway: Whichway, shop: Path, here: Path
    ) -> None:
        for number in (2, 3):
            assert whichway("new", "shop", "-y", "--if-exists", "increment").status == 0
            table = tomllib.loads((here / f"shop-{number}/pyproject.toml").read_text())
            assert table["project"]["name"] == f"shop-{number}"
        assert tree(shop) == {"README.md", "notes.txt"}

    def test_skip_keeps_what_is_there(self, whichway: Whichway, shop: Path, here: Path) -> None:
        data = whichway("new", "shop", "--json", "--if-exists", "skip").data
        assert data["kept"] == ["README.md"]
        assert set(data["created"]) == PATHS - {"README.md"}
        assert (shop / "README.md").read_text() == "mine\n"
        assert tree(shop) == PATHS | {"notes.txt"}
        assert [p.name for p in here.iterdir()] == ["shop"]

    def test_overwrite_leaves_other_files_alone(self, whichway: Whichway, shop: Path) -> None:
        data = whichway("new", "shop", "--json", "--if-exists", "overwrite").data
        assert data["overwritten"] == ["README.md"]
        assert (shop / "README.md").read_text().startswith("# Shop")
        assert (shop / "notes.txt").read_text() == "mine too\n"

    @pytest.mark.parametrize("policy", ["skip", "overwrite"])
    def test_obstacles_are_told_before_anything_is_touched(
        self, whichway: Whichway, shop: Path, policy: str, here: Path
    ) -> None:
        (shop / ".whichway.toml").mkdir()
        result = whichway("new", "shop", "-y", "--if-exists", policy)
        assert (result.status, result.lines[-1].count("is a folder where")) == (1, 1)
        (shop / ".whichway.toml").rmdir()
        (shop / "package").rmdir()
        (here / "elsewhere").mkdir()
        (shop / "package").symlink_to(here / "elsewhere")
        result = whichway("new", "shop", "-y", "--if-exists", policy)
        assert (result.status, result.lines[-1].count("is a link")) == (1, 1)
        assert (shop / "README.md").read_text() == "mine\n"
        assert not list((here / "elsewhere").iterdir())

    def test_a_failure_half_way_puts_everything_back(
        self, whichway: Whichway, shop: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        rename = Path.rename

        def fail_late(self: Path, target: Path) -> Path:
            if target == Path("shop/pyproject.toml"):
                raise OSError(28, "No space left on device")
            return rename(self, target)

        monkeypatch.setattr(Path, "rename", fail_late)
        result = whichway("new", "shop", "-y", "--if-exists", "overwrite")
        assert (result.status, "No space left" in result.err) == (1, True)
        assert tree(shop) == {"README.md", "notes.txt"}
        assert (shop / "README.md").read_text() == "mine\n"

    def test_a_symbolic_link_is_refused(self, whichway: Whichway, here: Path) -> None:
        (here / "elsewhere").mkdir()
        (here / "shop").symlink_to("elsewhere")
        for policy in ("fail", "skip", "overwrite"):
            result = whichway("new", "shop", "-y", "--if-exists", policy)
            assert (result.status, len(result.lines)) in [(1, 1), (2, 1)]
        (here / "elsewhere").rmdir()
        assert whichway("new", "shop", "-y").status in (1, 2)
        assert tree(here) == {"shop"}

    def test_a_file_of_that_name_is_refused(self, whichway: Whichway, here: Path) -> None:
        (here / "shop").touch()
        for policy in ("fail", "skip", "overwrite"):
            assert whichway("new", "shop", "-y", "--if-exists", policy).status == 1
        assert tree(here) == {"shop"}


@pytest.mark.parametrize(
    "place", ["with space", "quo'te \"s", "new\nline", "ünï", "-dash", "$HOME"]
)
def test_any_folder_will_do(whichway: Whichway, here: Path, place: str) -> None:
    assert whichway("new", "shop", "-y", f"--output-dir={place}").status == 0
    assert tree(here / place / "shop") == PATHS


def test_two_hundred_levels_deep(whichway: Whichway, here: Path) -> None:
    deep = "/".join(["d"] * 200)
    assert whichway("new", "shop", "-y", "-o", deep).status == 0
    assert tree(here / deep / "shop") == PATHS


def test_a_path_too_long_is_one_line(whichway: Whichway, here: Path) -> None:
    for place in ("d" * 300, "/".join(["d" * 200] * 30)):
        result = whichway("new", "shop", "-y", "-o", place)
        assert (result.status, result.lines[-1].startswith("Error: ")) == (1, True)
    assert not list(here.iterdir())


def test_a_file_as_output_folder_is_one_line(whichway: Whichway, here: Path) -> None:
    (here / "file").touch()
    result = whichway("new", "shop", "-y", "-o", "file/below")
    assert (result.status, result.lines[-1].startswith("Error: ")) == (1, True)
    assert tree(here) == {"file"}


@pytest.fixture
def mounted(here: Path) -> Iterator[Path]:
    """Return a file system of its own with 16 kB."""
    folder = here / "small"
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", folder],
        capture_output=True,
        check=False,
    )
    if done.returncode:
        pytest.skip("mounting is not allowed here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_leaves_nothing(whichway: Whichway, root: Path, mounted: Path) -> None:
    result = whichway("new", "shop", "-y", "-o", str(mounted))
    assert (result.status, result.lines[-1].count("No space left on device")) == (1, 1)
    assert not list(mounted.iterdir())


def test_a_read_only_folder_is_one_line(whichway: Whichway, mounted: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", mounted], check=True)
    for deeper in ("", "/a/b"):
        result = whichway("new", "shop", "-y", "-o", f"{mounted}{deeper}")
        assert (result.status, result.lines[-1].count("Read-only file system")) == (1, 1)
    assert not list(mounted.iterdir())


def test_a_working_folder_that_is_gone_is_one_line(root: Path, home: Path, here: Path) -> None:
    script = f'cd "{here}" && rmdir "{here}" && exec "$0" "$@"'
    arguments = ["-m", "tests.command.on", str(root), "new", "shop", "-y"]
    done = subprocess.run(
        ["bash", "-c", script, shutil.which("python3") or "python3", *arguments],
        env={**os.environ, "HOME": str(home), "PYTHONPATH": str(CHECKOUT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode != 0
    assert "Traceback" not in done.stderr or "tests.command.on" not in done.stderr


@pytest.mark.parametrize(
    "variables",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "ascii"},
        {"HOME": "/nonexistent"},
        {"HOME": ""},
        {"PATH": ""},
    ],
)
def test_strange_surroundings(
    root: Path, home: Path, here: Path, variables: dict[str, str]
) -> None:
    result = process(root, home, here, "new", "Größe 1", "-y", "--author", "René", extra=variables)
    assert result.status == 0, result.err
    (folder,) = here.iterdir()
    assert tree(folder) == PATHS
    readme = (folder / "README.md").read_text(encoding="utf-8")
    assert readme == "# Größe 1\n\nRené\n"
    assert process(root, home, here, "list", extra=variables).status == 0
    data = process(root, home, here, "explain", "--json", extra=variables).data
    assert data["framework"] == "django"


def test_bytes_that_are_no_text_are_no_traceback(root: Path, home: Path, here: Path) -> None:
    broken = os.fsdecode(b"caf\xe9")
    for arguments in (
        ["new", broken, "-y"],
        ["new", "shop", "-y", "--author", broken],
        ["new", "shop-2", "-y", "--database", broken],
        ["new", "shop-3", "-y", "--output-dir", broken],
    ):
        result = process(root, home, here, *arguments)
        assert result.status in (0, 2), result.err
        assert "Traceback" not in result.err


def test_no_colour_reaches_a_pipe(root: Path, home: Path, here: Path) -> None:
    for arguments in (["new", "shop", "-y"], ["new", "shop", "-y"], ["list"], ["explain"]):
        result = process(root, home, here, *arguments)
        assert "\x1b" not in result.out + result.err


def test_a_reader_that_goes_away_is_no_traceback(root: Path, home: Path, here: Path) -> None:
    script = '"$0" "$@" | true'
    for _ in range(3):
        done = subprocess.run(
            ["bash", "-c", script, *[__import__("sys").executable, "-m", "tests.command.on"],
             str(root), "list"],
            cwd=here, env={**os.environ, "HOME": str(home), "PYTHONPATH": str(CHECKOUT)},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert "Traceback" not in done.stderr
        assert "Exception" not in done.stderr


def test_a_broken_template_is_one_line_that_names_it(
    whichway: Whichway, root: Path, here: Path
) -> None:
    folder = here / "mine/flask/extensions/own" / PROJECT_FOLDER
    folder.mkdir(parents=True)
    (folder.parent / "layer.toml").write_text('title = "Own"\n')
    for text in ("{{ cookiecutter.colour }}", "{{ cookiecutter.year + 1 }}", "{{ 1 / 0 }}"):
        (folder / "own.txt").write_text(text)
        result = whichway("new", "shop", "--templates", "mine", "--with", "own", "-y",
                          "--framework", "flask")  # fmt: skip
        assert result.status == 3
        assert "own.txt" in result.lines[-1]
        assert not (here / "shop").exists()
    (folder.parent / "layer.toml").write_text("titel = 1\n")
    (here / "mine").rename(here / "other")
    result = whichway("new", "shop", "--templates", "other", "-y", "--framework", "flask")
    assert (result.status, 'layer.toml:1: unknown key "titel"' in result.err) == (3, True)


def test_unforeseen_trouble_while_rendering_leaves_nothing(
    whichway: Whichway, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "there")

    monkeypatch.setattr(render, "_render_with_cookiecutter", fail)
    result = whichway("new", "shop", "-y", "--json")
    assert result.status == 1
    assert json.loads(result.out)["error"]["kind"] == "Refused"
    assert not list(here.iterdir())
