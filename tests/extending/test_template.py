"""``new --template``: foreign templates in the shapes that public ones have, and hostile ones."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner
from cookiecutter import prompt
from cookiecutter.main import cookiecutter

from generator import execution
from generator.cli import cli
from generator.errors import Refused, TemplateError, UsageError
from generator.extending import foreign
from generator.extending.consent import may_run, powers_of
from generator.extending.fetched import fetched
from generator.extending.foreign import Request, Result, new_from_template
from generator.extending.show import show_result
from generator.job import Mode
from generator.question import Question
from generator.sources import Stated

SLUG = "{{cookiecutter.project_slug}}"
COMPUTED = "{{ cookiecutter.project_name.lower().replace(' ', '_') }}"


def template(folder: Path, variables: Mapping[str, Any], files: Mapping[str, str]) -> Path:
    """Write a template; ``P/`` is its project folder."""
    own = {"project_name": "Demo", "project_slug": COMPUTED, **variables}
    texts = {"cookiecutter.json": json.dumps(own), "P/readme.txt": "", **files}
    for path, text in texts.items():
        file = folder / ("/" + path).replace("/P/", f"/{SLUG}/").lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        if text.startswith("#!"):
            file.chmod(0o755)
    return folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without settings, and a folder for temporary files that has to end up empty."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    (tmp_path / "rc").write_text("default_context: {}\n")
    monkeypatch.setenv("COOKIECUTTER_CONFIG", str(tmp_path / "rc"))
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    return tmp_path


def given(home: Path, **orders: str) -> Stated:
    stated = {"name": "My Shop", "author": "Ada", "output-dir": str(home / "out"), **orders}
    return Stated(stated, {"database": "postgresql", "licence": "mit"})


def render(source: Path | str, home: Path, *variables: str, **more: Any) -> Path:
    before = set((home / "out").iterdir()) if (home / "out").exists() else set()
    new_from_template(Request(str(source), variables=variables, **more), given(home))
    (made,) = set((home / "out").iterdir()) - before
    return made


def left_behind(home: Path) -> list[str]:
    out = [p.name for p in (home / "out").iterdir()] if (home / "out").exists() else []
    return out + [p.name for p in (home / "tmp").iterdir()]


RICH: dict[str, Any] = {
    "full_name": "Somebody",
    "license": ["BSD", "MIT"],
    "database": ["sqlite", "postgresql"],
    "use_docker": True,
    "_private": ["a", "b"],
    "__year": "{{ '20' ~ '26' }}",
    "ports": {"web": {"number": "80"}},
    "_copy_without_render": ["*.html", "static"],
    "_extensions": ["jinja2.ext.do", "cookiecutter.extensions.SlugifyExtension"],
}
RICH_FILES = {
    "P/README.md": "{{cookiecutter.project_name}} {{cookiecutter.full_name}}"
    " {{cookiecutter.license}} {{cookiecutter.database}} {{cookiecutter.use_docker}}"
    " {{cookiecutter._private|join('-')}}"
    " {{cookiecutter.__year}} {{cookiecutter.ports.web.number}}",
    "P/page.html": "{{ not rendered }}",
    "P/static/{{x}}.js": "{{ }}",
    "P/{% if cookiecutter.use_docker %}Dockerfile{% endif %}": "FROM scratch",
    "P/{% if not cookiecutter.use_docker %}nothing{% endif %}": "",
    "P/{{cookiecutter.project_slug}}/__init__.py": "",
    "P/run.sh": "#!/bin/sh\n",
    "hooks/pre_gen_project.py": "import pathlib\npathlib.Path('pre').touch()\n",
    "hooks/post_gen_project.sh": "#!/bin/sh\necho '{{cookiecutter.project_slug}}' > post\n",
    "hooks/post_gen_project.py~": "raise SystemExit(1)",
}  # fmt: skip


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        file.relative_to(folder).as_posix(): (file.read_bytes(), file.stat().st_mode)
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_our_answers_are_offered_and_what_is_computed_stays(home: Path) -> None:
    made = render(template(home / "t", RICH, RICH_FILES), home)
    assert made.name == "my_shop"
    assert (made / "README.md").read_text() == "My Shop Ada MIT postgresql True a-b 2026 80"
    assert (made / "page.html").read_text() == "{{ not rendered }}"
    assert (made / "my_shop/__init__.py").exists()
    assert not (made / "pre").exists()
    assert not (made / "post").exists()


@pytest.mark.parametrize(
    ("default", "offered"),
    [("Demo Site", "My Shop"), ("my-project", "my-shop"), ("my_project", "my_shop")],
)
def test_the_name_is_offered_in_the_form_of_the_template(
    home: Path, default: str, offered: str
) -> None:
    own = {"project_name": default, "project_slug": "{{cookiecutter.project_name|slugify}}"}
    made = render(template(home / "t", own, {"P/a": "{{cookiecutter.project_name}}"}), home)
    assert (made / "a").read_text() == offered


def test_with_consent_it_is_what_cookiecutter_makes(home: Path) -> None:
    source = template(home / "t", RICH, RICH_FILES)
    made = render(source, home, "license=BSD", "use_docker=no", trust=True)
    stock = cookiecutter(
        str(source), no_input=True, output_dir=str(home / "stock"),
        extra_context={"project_name": "My Shop", "full_name": "Ada", "license": "BSD",
                       "database": "postgresql", "use_docker": "no"},
    )  # fmt: skip
    assert contents(made) == contents(Path(stock))
    assert (made / "post").read_text() == "my_shop\n"


def test_a_hook_before_the_questions_may_change_them(home: Path) -> None:
    hook = "import json\nt = json.load(open('cookiecutter.json'))\nt['tag'] = 'hooked'\n"
    files = {
        "P/tag": "{{cookiecutter.tag}}",
        "hooks/pre_prompt.py": hook + "json.dump(t, open('cookiecutter.json', 'w'))\n",
    }
    source = template(home / "t", {"tag": "plain"}, files)
    assert (render(source, home) / "tag").read_text() == "plain"
    shutil.rmtree(home / "out")
    assert (render(source, home, trust=True) / "tag").read_text() == "hooked"


def nested(folder: Path, *, old: bool = False) -> Path:
    for name in ("one", "two"):
        template(folder / name, {}, {"P/which": name, f"hooks/{name}.txt": ""})
    listed: dict[str, Any] = (
        {"template": ["One (./one)", "Two (./two)"]}
        if old
        else {"templates": {name: {"path": f"./{name}", "title": name} for name in ("one", "two")}}
    )
    (folder / "cookiecutter.json").write_text(json.dumps(listed))
    return folder


def test_nested_templates(home: Path) -> None:
    source = nested(home / "t")
    assert (render(source, home) / "which").read_text() == "one"
    assert (render(nested(home / "old", old=True), home, "project_slug=b") / "which").exists()
    assert (render(source, home, "template=two", "project_slug=c") / "which").read_text() == "two"
    made = render(source, home, "project_slug=d", directory="two")
    assert (made / "which").read_text() == "two"
    with pytest.raises(UsageError, match="Valid: one, two"):
        render(source, home, "template=three")


def git(folder: Path, *words: str) -> str:
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=m"]
    done = subprocess.run(
        ["git", *settings, *words], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def test_a_repository_a_branch_a_zip_and_an_abbreviation(home: Path) -> None:
    source = template(home / "repo.git", {}, {"P/text": "first"})
    git(source, "init", "-q")
    git(source, "add", ".")
    git(source, "commit", "-qm", "first")
    git(source, "tag", "v1")
    (source / SLUG / "text").write_text("second")
    git(source, "commit", "-qam", "second")
    url = f"file://{source}"
    assert (render(url, home) / "text").read_text() == "second"
    assert (render(url, home, "project_slug=b", checkout="v1") / "text").read_text() == "first"
    (home / "rc").write_text(f"abbreviations:\n  mine: file://{home}/{{0}}.git\n")
    assert (render("mine:repo", home, "project_slug=c") / "text").read_text() == "second"
    with zipfile.ZipFile(home / "t.zip", "w") as archive:
        archive.mkdir("t")
        for file in sorted(source.rglob("*")):
            if ".git" not in file.parts and file.is_file():
                archive.write(file, f"t/{file.relative_to(source)}")
    assert (render(home / "t.zip", home, "project_slug=d") / "text").read_text() == "second"
    assert left_behind(home)[-1:] != ["t.zip"]
    assert list((home / "tmp").iterdir()) == []


LOCAL = {
    "local.py": "from cookiecutter.utils import simple_filter\n\n@simple_filter\ndef loud(t):\n"
    "    return t.upper()\n",
    "P/loud": "{{ cookiecutter.project_name | loud }}",
}


def test_an_extension_of_its_own_needs_consent(home: Path) -> None:
    source = template(home / "t", {"_extensions": ["local.loud"]}, LOCAL)
    with pytest.raises(Refused, match=r"local\.loud.*--trust"):
        render(source, home)
    assert (render(source, home, trust=True) / "loud").read_text() == "MY SHOP"


HOSTILE: dict[str, tuple[dict[str, Any], dict[str, str]]] = {
    "a slug with dots": ({"project_slug": "{{ '../../evil' }}"}, {}),
    "an absolute slug": ({"project_slug": "{{ '/tmp/whichway-evil' }}"}, {}),
    "a file name with dots": ({"x": "../../../evil"}, {"P/{{cookiecutter.x}}": "evil"}),
    "an absolute file name": ({"x": "/tmp/whichway-evil"}, {"P/{{cookiecutter.x}}": "evil"}),
    "a folder name with dots": ({"x": "../../evil"}, {"P/{{cookiecutter.x}}/f": "evil"}),
    "a copied file": (
        {"x": "../../evil", "_copy_without_render": ["*x*"]},
        {"P/{{cookiecutter.x}}": "evil"},
    ),
    "a copied folder": (
        {"x": "../../evil", "_copy_without_render": ["*x*"]},
        {"P/{{cookiecutter.x}}/f": "evil"},
    ),
    "a name that changes while it is written": (
        {"x": "harmless"},
        {
            "P/a": "{{ cookiecutter.update({'x': '../../../evil'}) }}",
            "P/{{cookiecutter.x}}": "evil",
        },
    ),
    "a way out of Jinja in a file": (
        {},
        {"P/a": "{{ lipsum.__globals__['os'].system('touch evil') }}"},
    ),
    "a way out of Jinja in a variable": (
        {"x": "{{ lipsum.__globals__['os'].system('touch evil') }}"},
        {},
    ),
    "a reserved name": ({"project_slug": "{{ 'con.txt' }}"}, {}),
    "an empty name": ({"project_slug": "{{ ' ' }}"}, {}),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_template_that_escapes_is_refused(
    name: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "work").mkdir()
    monkeypatch.chdir(home / "work")
    source = template(home / "t", *HOSTILE[name])
    with pytest.raises(Refused):
        render(source, home)
    assert left_behind(home) == []
    assert not [path for path in home.rglob("*evil*") if path.is_relative_to(home / "work")]
    assert not Path("/tmp/whichway-evil").exists()
    assert not (home / "evil").exists()


def test_links_that_lead_out_are_refused(home: Path) -> None:
    source = template(home / "t", {}, {"P/a.txt": "a"})
    (source / SLUG / "b.txt").symlink_to("a.txt")
    assert (render(source, home) / "b.txt").read_text() == "a"
    (source / SLUG / "secret").symlink_to("/etc")
    with pytest.raises(Refused, match='"/etc", which is not a part of it'):
        render(source, home, "project_slug=b")


def test_a_nested_template_outside_is_refused(home: Path) -> None:
    template(home / "outside", {}, {})
    (home / "t").mkdir()
    manifest = {"templates": {"x": {"path": "../outside"}}}
    (home / "t/cookiecutter.json").write_text(json.dumps(manifest))
    with pytest.raises(Refused):
        render(home / "t", home)
    with pytest.raises(UsageError, match="leads out of the template"):
        render(home / "t", home, directory="../outside")


def test_a_failing_hook_leaves_nothing(home: Path) -> None:
    source = template(home / "t", {}, {"hooks/post_gen_project.py": "raise SystemExit(3)"})
    with pytest.raises(TemplateError, match="Hook script failed"):
        render(source, home, trust=True)
    assert left_behind(home) == []


def test_a_hook_that_writes_beside_the_project_is_told(home: Path) -> None:
    hook = "import pathlib\npathlib.Path('../more').touch()\n"
    source = template(home / "t", {}, {"hooks/post_gen_project.py": hook})
    with pytest.raises(Refused, match="its hooks wrote more beside"):
        render(source, home, trust=True)
    assert left_behind(home) == []


def test_an_existing_folder_is_left_alone_before_any_hook_runs(home: Path) -> None:
    hook = f"open({str(home / 'ran')!r}, 'w')"
    source = template(home / "t", {}, {"hooks/pre_gen_project.py": hook})
    (home / "out/my_shop").mkdir(parents=True)
    (home / "out/my_shop/mine").touch()
    with pytest.raises(Refused, match=r"empty folder\. Take another name, or say --if-exists"):
        render(source, home, trust=True)
    assert not (home / "ran").exists()


class TestExistingFolders:
    @pytest.fixture
    def mine(self, home: Path) -> Path:
        folder = home / "out/my_shop"
        folder.mkdir(parents=True)
        (folder / "readme.txt").write_text("mine\n")
        (folder / "notes.txt").write_text("mine too\n")
        return folder

    def run(self, home: Path, policy: str, mode: Mode | None = None) -> Result:
        files = {"P/readme.txt": "new", "P/more/a.txt": "", "hooks/post_gen_project.py":
                 "open('hooked', 'w').close()"}  # fmt: skip
        source = template(home / "t", {}, files)
        request = Request(str(source), trust=True, mode=mode or Mode())
        return new_from_template(request, given(home, **{"if-exists": policy}))

    def test_increment_takes_the_next_free_folder(self, home: Path, mine: Path) -> None:
        assert self.run(home, "increment").target == home / "out/my_shop-2"
        assert contents(mine).keys() == {"readme.txt", "notes.txt"}
        assert contents(home / "out/my_shop-2").keys() == {"readme.txt", "more/a.txt", "hooked"}
        assert sorted(left_behind(home)) == ["my_shop", "my_shop-2"]

    @pytest.mark.parametrize(("policy", "text"), [("skip", "mine\n"), ("overwrite", "new")])
    def test_it_goes_in_file_by_file(self, home: Path, mine: Path, policy: str, text: str) -> None:
        files = self.run(home, policy).files
        assert sorted(files.created) == ["hooked", "more/a.txt"]
        assert (files.overwritten or files.kept) == ("readme.txt",)
        assert (mine / "readme.txt").read_text() == text
        assert (mine / "notes.txt").read_text() == "mine too\n"
        assert left_behind(home) == ["my_shop"]

    @pytest.mark.parametrize(("answer", "made"), [("increment", "my_shop-2"), ("ask", "my_shop")])
    def test_at_a_terminal_it_is_asked(
        self, home: Path, mine: Path, answer: str, made: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[str] = []

        def ask(question: Question) -> str:
            asked.append(question.text)
            return answer if question.id == "if-exists" else "overwrite"

        monkeypatch.setattr(foreign, "ask_by", lambda mode: ask)
        monkeypatch.setattr(execution, "ask_by", lambda mode: ask)
        monkeypatch.setattr(prompt, "read_user_variable", lambda name, default, *_: default)
        target = self.run(home, "fail", Mode(interactive=True)).target
        assert target == home / "out" / made
        assert asked[0] == '"my_shop" exists and is not empty. What now?'
        assert (target / "readme.txt").read_text() == "new"

    def test_a_link_is_not_written_through(self, home: Path, mine: Path) -> None:
        mine.rename(home / "elsewhere")
        mine.symlink_to(home / "elsewhere")
        with pytest.raises(Refused, match="is not a folder"):
            self.run(home, "overwrite")
        assert contents(home / "elsewhere").keys() == {"readme.txt", "notes.txt"}


class TestDryRun:
    def test_it_lists_what_would_be_made_and_runs_nothing(self, home: Path) -> None:
        source = template(home / "t", RICH, RICH_FILES)
        mode = Mode(dry_run=True)
        result = new_from_template(Request(str(source), trust=True, mode=mode), given(home))
        assert result.target == home / "out/my_shop"
        assert {"README.md", "Dockerfile", "my_shop/__init__.py"} <= set(result.files.created)
        assert not {"pre", "post"} & set(result.files.created)
        assert result.left.hooks == ("hooks/post_gen_project.sh", "hooks/pre_gen_project.py")
        assert left_behind(home) == []

    def test_one_file_is_shown(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        source = template(home / "t", RICH, RICH_FILES)
        mode = Mode(show="page.html")
        show_result(new_from_template(Request(str(source), mode=mode), given(home)), mode)
        assert capsys.readouterr().out == "{{ not rendered }}"
        with pytest.raises(UsageError, match="Did you mean"):
            render(source, home, mode=Mode(show="pag.html"))
        assert left_behind(home) == []


def test_consent_is_asked_once_for_the_same_content(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = template(home / "t", {}, {"hooks/post_gen_project.py": ""})
    asked: list[str] = []

    def confirm(text: str, **_: object) -> bool:
        asked.append(text)
        return True

    monkeypatch.setattr(click, "confirm", confirm)

    def agreed(*, interactive: bool) -> bool:
        config: dict[str, Any] = {"abbreviations": {}}
        with fetched(str(source), checkout="", directory="", config=config) as found:
            return may_run(found, powers_of(found), trust=False, interactive=interactive)

    assert not agreed(interactive=False)
    assert agreed(interactive=True)
    assert agreed(interactive=True)
    assert agreed(interactive=False)
    assert len(asked) == 1
    (source / SLUG / "readme.txt").write_text("changed")
    assert not agreed(interactive=False)


def test_at_a_terminal_cookiecutter_asks_with_our_answers_as_defaults(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: dict[str, Any] = {}

    def variable(name: str, default: str, *_: object) -> str:
        asked[name] = default
        return default

    def choice(name: str, choices: list[str], *_: object) -> str:
        asked[name] = choices
        return choices[-1]

    monkeypatch.setattr(prompt, "read_user_variable", variable)
    monkeypatch.setattr(prompt, "read_user_choice", choice)
    source = template(home / "t", {"full_name": "X", "license": ["BSD", "MIT"]}, {})
    assert render(source, home, mode=Mode(interactive=True)).name == "my_shop"
    assert asked == {
        "project_name": "My Shop",
        "project_slug": "my_shop",
        "full_name": "Ada",
        "license": ["MIT", "BSD"],
    }


@pytest.mark.parametrize(
    ("source", "variables", "kind", "message"),
    [
        ("file:///nowhere/at/all", (), UsageError, r"Write \"git\+\" or \"hg\+\" before the URL"),
        ("{lacking}", (), TemplateError, "Install the package that has it beside Whichway"),
        ("nowhere", (), UsageError, 'an abbreviation such as "gh:owner/name"'),
        ("{t}", ("full_nam=Ada",), UsageError, 'Did you mean "full_name"'),
        ("{t}", ("license=GPL",), UsageError, "the choices are"),
        ("{t}", ("license",), UsageError, "write --set NAME=VALUE"),
        ("{broken}", (), TemplateError, r"cookiecutter\.json: not valid JSON"),
        ("{undefined}", (), TemplateError, "nothing_of_that_name"),
        ("{syntax}", (), TemplateError, r"a\.txt:2: "),
        ("{unnamed}", (), TemplateError, "cannot be rendered"),
        ("{failing}", (), TemplateError, "division by zero"),
    ],
)
def test_errors_are_one_line_and_name_the_place(
    source: str, variables: tuple[str, ...], kind: type[Exception], message: str, home: Path
) -> None:
    folders = {
        "t": template(home / "t", RICH, {}),
        "broken": template(home / "broken", {}, {"cookiecutter.json": "{"}),
        "undefined": template(home / "undefined", {}, {"P/a": "{{nothing_of_that_name}}"}),
        "syntax": template(home / "syntax", {}, {"P/a.txt": "\n{% if %}"}),
        "lacking": template(home / "lacking", {"_extensions": ["jinja2.ext.none.X"]}, {}),
        "failing": template(home / "failing", {}, {"P/a": "{{ 1 / 0 }}"}),
        "unnamed": template(home / "unnamed", {}, {}),
    }
    shutil.rmtree(folders["unnamed"] / SLUG)
    with pytest.raises(kind, match=message) as caught:
        render(source.format(**folders), home, *variables)
    assert "\n" not in str(caught.value).strip() or source == "{t}"
    assert left_behind(home) == []


@pytest.mark.parametrize("source", ["t", "t.zip"])
def test_a_checkout_wants_a_repository(source: str, home: Path) -> None:
    template(home / "t", {}, {})
    shutil.make_archive(str(home / "t"), "zip", home, "t")
    with pytest.raises(UsageError, match="--checkout goes with a repository"):
        render(home / source, home, checkout="v1")
    assert left_behind(home) == []


def test_steps_that_only_our_projects_have_are_refused(home: Path) -> None:
    source = str(template(home / "t", {}, {}))
    for flag in ("--git", "--install", "--migrate"):
        done = CliRunner().invoke(cli, ["new", "shop", "--template", source, flag])
        assert isinstance(done.exception, UsageError)
        assert f"{flag} does not go with --template" in str(done.exception)


def test_what_hooks_print_is_not_our_output(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    source = template(home / "t", {}, {"hooks/post_gen_project.py": "print('hello')"})
    mode = Mode(as_json=True)
    request = Request(str(source), trust=True, mode=mode)
    show_result(new_from_template(request, given(home)), mode)
    out, err = capfd.readouterr()
    assert json.loads(out)["target"] == str(home / "out/my_shop")
    assert "hello" in err


def test_the_command_takes_it(home: Path) -> None:
    source = template(home / "t", RICH, RICH_FILES)
    words = ["new", "My Shop", "--template", str(source), "--output-dir", str(home / "out")]
    environ = {**os.environ, "XDG_CONFIG_HOME": str(home / "home")}
    done = subprocess.run(
        [sys.executable, "-m", "generator", *words],
        capture_output=True, text=True, env=environ, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "hooks/pre_gen_project.py" in done.stderr
    assert "Not run" in done.stdout
