"""Schema, config, doctor, completion, JSON everywhere, and the public functions."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import generator
from generator import Answers, Refused, UsageError, explain, generate, preview, roots
from generator.equivalent import shell_command
from tests.command.conftest import CHECKOUT, Whichway, environment, process, tree


@pytest.mark.parametrize(
    "arguments",
    [["list"], ["config"], ["doctor"], ["explain"], ["completion", "bash"], ["list", "--slots"],
     ["new", "shop"], ["new", "shop-2", "--dry-run"], ["new", "shop-3", "--show", "README.md"],
     ["explain", "--files"], ["export", "taken"], ["layer", "new", "mine/flask/extensions/acme"]],
    ids=" ".join,
)  # fmt: skip
def test_json_is_versioned_everywhere(whichway: Whichway, arguments: list[str]) -> None:
    assert whichway(*arguments, "--json").data["schema"] == 1


@pytest.mark.parametrize("arguments", [[], ["layer"]], ids=["whichway", "layer"])
def test_no_command_at_all_shows_the_help(whichway: Whichway, arguments: list[str]) -> None:
    result = whichway(*arguments)
    assert (result.status, result.out) == (2, "")
    assert result.lines[0].startswith("Usage: whichway")
    assert "  new " in result.err


def test_commands_stand_in_the_order_of_their_use(whichway: Whichway) -> None:
    text = whichway("--help").out
    names = [line.split()[0] for line in text.partition("Commands:\n")[2].splitlines()]
    assert names[:3] == ["new", "explain", "list"]
    assert names[-3:] == ["layer", "check", "export"]
    assert not any(line.endswith("...") for line in text.splitlines()[1:])


@pytest.mark.parametrize(
    ("word", "quoted"),
    [
        ("shop", "shop"), ("My Shop", '"My Shop"'), ("It's", '"It\'s"'), ("", '""'),
        ("a $b", "'a $b'"), ("50 %", "'50 %'"), ("a\nb", "'a\nb'"),
    ],
)  # fmt: skip
def test_words_are_quoted_for_every_shell_where_they_can_be(word: str, quoted: str) -> None:
    assert shell_command(["new", word]) == f"new {quoted}"
    assert shlex.split(shell_command([word])) == [word]


def test_explain_has_its_keys_on_top(whichway: Whichway) -> None:
    data = whichway("explain", "--json", "--database", "mongodb").data
    assert data["framework"] == "flask"
    assert data["score"] == {"django": 2, "flask": 4}
    assert [reason["criterion"] for reason in data["reasons"]] == [
        "database", "size", "app-type", "performance",
    ]  # fmt: skip
    assert all({"side", "weight", "text", "source"} <= set(reason) for reason in data["reasons"])


def test_explain_tells_what_nobody_stated_and_what_was_left_aside(
    whichway: Whichway, home: Path
) -> None:
    file = home / ".config/whichway/config.toml"
    file.parent.mkdir(parents=True)
    file.write_text('size = "large"\nauth = "tokenz"\n')
    result = whichway("explain", "--database", "sqlite")
    assert "Database = sqlite: Django" in result.out
    assert "Project size = large: Django" in result.out
    assert "Application type = web (default): Django" in result.out
    for arguments in (["explain"], ["explain", "--files"], ["export", "made"]):
        assert "Note: auth = tokenz was left aside" in whichway(*arguments).err
    reasons = whichway("explain", "--json").data["reasons"]
    assert [reason["criterion"] for reason in reasons if reason["default"]] == [
        "database", "app-type",
    ]  # fmt: skip


def test_a_criterion_may_be_stated_by_with(whichway: Whichway) -> None:
    result = whichway("explain", "--with", "mongodb", "--framework", "django")
    assert result.out.startswith("Flask is recommended")
    assert "Database = mongodb: Flask +2, decisive" in result.out
    assert "You give up" in result.err
    data = whichway("new", "shop", "--with", "mongodb", "--dry-run", "--json").data
    assert data["framework"] == "flask"
    assert "Database = mongodb (default)" in whichway("explain", "--without", "sqlite").out


def test_no_line_is_wider_than_the_screen_or_broken_at_a_hyphen(whichway: Whichway) -> None:
    flags = ("--size", "large", "--with", "queue", "--framework", "flask", "--defaults")
    for arguments in (["explain"], ["list"], ["config"], ["new", "shop", *flags, "--dry-run"]):
        result = whichway(*arguments, COLUMNS="60")
        paths = (line for line in (result.out + result.err).splitlines() if " whichway " in line)
        lines = set((result.out + result.err).splitlines()) - set(paths)
        assert [line for line in lines if len(line) > 60 and "/" not in line] == []
        assert not any(line.endswith("-") for line in lines)


def test_overriding_a_decisive_reason_says_what_is_given_up(whichway: Whichway) -> None:
    result = whichway("explain", "--database", "mongodb", "--framework", "django")
    assert "You give up: " in result.err


def test_config_shows_where_and_what(whichway: Whichway, home: Path) -> None:
    assert "not there yet" in whichway("config").out
    file = home / ".config/whichway/config.toml"
    file.parent.mkdir(parents=True)
    file.write_text('licence = "gpl"\nwith = ["cors"]\n')
    (file.parent / "presets").mkdir()
    (file.parent / "presets/mine.toml").write_text('summary = "My way."\n[answers]\nsize = "large"')
    result = whichway("config", WHICHWAY_SIZE="small")
    for words in (str(file), "licence = gpl", "with = cors", "WHICHWAY_SIZE = small",
                  "author = Ada", "mine          My way.", "small-api"):  # fmt: skip
        assert words in result.out
    assert whichway("config", WHICHWAY_SIEZ="small").status == 2
    data = whichway("config", "--json").data
    assert data["settings"][str(file)] == {"licence": "gpl", "with": ["cors"]}
    assert data["presets"]["mine"] == "My way."


def test_doctor_tells_lacks_and_cures(
    whichway: Whichway, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "none").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "none"))
    result = whichway("doctor")
    assert result.status == 0
    assert "–    uv                not found" in result.out
    assert "https://docs.astral.sh/uv/" in result.out
    broken = whichway("doctor", "--json", WHICHWAY_CONFIG="missing.toml")
    assert broken.status == 1
    settings = next(f for f in broken.data["findings"] if f["what"] == "Settings")
    assert (settings["ok"], settings["needed"]) == (False, True)
    assert "missing.toml" in settings["fix"]


def test_completion_knows_layers_and_databases(
    root: Path, home: Path, here: Path, tmp_path: Path
) -> None:
    def complete(words: str) -> str:
        return process(
            root, home, here, extra={
                "_WHICHWAY_COMPLETE": "bash_complete", "COMP_WORDS": f"whichway {words}",
                "COMP_CWORD": str(len(words.split(" "))),
            },
        ).out  # fmt: skip

    assert complete("new --database p").split() == ["plain,postgresql"]
    assert {"plain,cors", "plain,queue"} <= set(complete("new --with ").split())
    assert complete("new --preset s").split() == ["plain,small-api"]
    assert "plain,--database" in complete("new --d")
    assert complete("expl").split() == ["plain,explain"]
    assert complete("list --templates ").split() == ["dir,"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_installs_once(whichway: Whichway, home: Path, shell: str) -> None:
    (home / ".bashrc").write_text("alias ll=ls")
    for _ in range(2):
        result = whichway("completion", "--install", SHELL=f"/usr/bin/{shell}")
        assert result.status == 0
    changed = {"bash": ".bashrc", "zsh": ".zshrc", "fish": ".config/fish/completions/whichway.fish"}
    text = (home / changed[shell]).read_text()
    assert text.count("completion of whichway") == (shell != "fish")
    script = text if shell == "fish" else (
        home / f".config/whichway/completion.{shell}"
    ).read_text()  # fmt: skip
    assert "_WHICHWAY_COMPLETE" in script
    if shell == "bash":
        assert text.startswith("alias ll=ls\n")
        subprocess.run(["bash", "-n", home / ".bashrc"], check=True)
        done = subprocess.run(
            ["bash", "--norc", "-c", f'. "{home}/.bashrc"; complete -p whichway'],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert "_whichway_completion" in done.stdout


def test_an_unknown_shell_is_one_line(whichway: Whichway) -> None:
    result = whichway("completion", SHELL="/bin/tcsh")
    assert (result.status, len(result.lines)) == (2, 1)
    assert whichway("completion", "tcsh").status == 2


class TestPublicFunctions:
    @pytest.fixture(autouse=True)
    def tiny(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(roots, "built_in_root", lambda: root)

    def test_they_do_what_the_command_does(
        self, here: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        answers = Answers("My Shop", choices={"database": ("mongodb",)})
        assert explain(answers).framework == "flask"
        assert preview(answers).name.slug == "my-shop"
        project = generate(answers, here)
        assert tree(project.folder) == set(project.files.created)
        with pytest.raises(Refused, match="exists"):
            generate(answers, here)
        assert generate(answers, here, if_exists="increment").folder.name == "my-shop-2"
        assert generate(answers, here, if_exists="skip").files.created == ()
        with pytest.raises(UsageError, match="Did you mean"):
            preview(Answers("shop", choices={"database": ("sqlit",)}))
        assert explain(Answers("x", choices={"database": "mongodb"})).framework == "flask"  # type: ignore[dict-item]
        for wrong in ({"if_exists": "merge"}, {"steps": ["gti"]}):
            with pytest.raises(UsageError, match="Valid: "):
                generate(answers, here / "new", **wrong)
        assert not (here / "new").exists()
        assert capfd.readouterr() == ("", "")

    def test_every_public_name_is_there(self) -> None:
        for name in generator.__all__:
            assert getattr(generator, name)
        with pytest.raises(AttributeError):
            _ = generator.nothing  # type: ignore[attr-defined,unused-ignore]


def imported_by(*arguments: str, home: Path) -> set[str]:
    """Return the modules that a run of the command imports."""
    script = (
        "import sys, json, atexit, os\n"
        "os._exit = sys.exit\n"
        "atexit.register(lambda: print(json.dumps(sorted(sys.modules)), file=sys.__stderr__))\n"
        f"sys.argv = ['whichway', *{list(arguments)!r}]\n"
        "from generator.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env={**environment(home), "PYTHONPATH": str(CHECKOUT)},
        cwd=home, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(json.loads(done.stderr.splitlines()[-1]))


HEAVY = {"questionary", "cookiecutter", "jinja2", "rich", "importlib.metadata", "yaml", "arrow"}


@pytest.mark.parametrize(
    ("arguments", "may"),
    [
        (["--version"], set()),
        (["--help"], set()),
        (["list"], set()),
        (["explain"], set()),
        (["new", "shop", "--dry-run"], set()),
        (["new", "shop", "-y"], {"cookiecutter", "jinja2", "rich", "importlib.metadata"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_heavy_imports_come_only_where_they_are_used(
    arguments: list[str], may: set[str], home: Path
) -> None:
    found = imported_by(*arguments, home=home)
    assert HEAVY & found <= may
    if arguments[0].startswith("--"):
        ours = {name for name in found if name.startswith("generator.")}
        assert not ours & {"generator.catalog", "generator.session", "generator.schema"}


def test_the_command_is_installed_under_its_name() -> None:
    import tomllib

    table = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())
    assert table["project"]["scripts"] == {"whichway": "generator.__main__:main"}
    assert os.access(CHECKOUT / "generator/__main__.py", os.R_OK)
