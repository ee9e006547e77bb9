"""Real terminal sessions: every prompt path, on a screen of 80 by 24."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pexpect  # type: ignore[import-untyped,unused-ignore]
import pyte
import pytest

from tests.command.conftest import CHECKOUT, command, environment, tree

DOWN, ENTER, ESCAPE, SPACE, CTRL_C = "\x1b[B", "\r", "\x1b", " ", "\x03"


class Terminal:
    """A run in a pseudo-terminal whose output is drawn onto a screen."""

    def __init__(
        self, arguments: list[str], here: Path, variables: dict[str, str], columns: int = 80
    ) -> None:
        self.screen: Any = pyte.Screen(columns, 24)
        self.stream: Any = pyte.Stream(self.screen)
        self.raw = ""
        self.child: Any = pexpect.spawn(
            arguments[0], arguments[1:], cwd=str(here), env=variables, dimensions=(24, columns),
            encoding="utf-8", timeout=60,
        )  # fmt: skip

    def read(self) -> None:
        try:
            text = self.child.read_nonblocking(65536, timeout=0.1)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return
        self.raw += text
        self.stream.feed(text)
        if "\x1b[6n" in text:
            self.child.send(f"\x1b[{self.screen.cursor.y + 1};{self.screen.cursor.x + 1}R")

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display).strip()

    def wait(self, words: str) -> str:
        """Read until the screen shows the words."""
        end = time.monotonic() + 60
        while words not in self.text:
            self.read()
            assert time.monotonic() < end, f"waited for {words!r}, saw:\n{self.text}"
            assert self.child.isalive() or words in self.raw, self.text
            if not self.child.isalive():
                break
        return self.text

    def answer(self, words: str, *keys: str) -> str:
        """Wait for a question, press keys, and return the screen as it was before."""
        shown = self.wait(words)
        for key in keys:
            self.child.send(key)
            self.read()
        return shown

    def pick(self, question: str, *keys: str) -> str:
        """Answer a question with choices, once it is the one that waits."""
        return self.answer(f"{question} (", *keys)

    def end(self) -> int:
        """Read to the end and return the exit status."""
        end = time.monotonic() + 60
        while self.child.isalive() and time.monotonic() < end:
            self.read()
        for _ in range(3):
            self.read()
        self.child.close()
        status: int = self.child.exitstatus
        return status


Start = Callable[..., Terminal]


@pytest.fixture
def start(root: Path, home: Path, here: Path) -> Iterator[Start]:
    running: list[Terminal] = []

    def begin(*arguments: str, columns: int = 80, **variables: str) -> Terminal:
        wanted = {**environment(home), "PYTHONPATH": str(CHECKOUT), **variables}
        terminal = Terminal(command(root, *arguments), here, wanted, columns)
        running.append(terminal)
        return terminal

    yield begin
    for terminal in running:
        terminal.child.close(force=True)


STATED = ("--database", "sqlite", "--size", "small", "--app-type", "api")


def test_a_full_run(start: Start, here: Path) -> None:
    run = start("new")
    run.answer("What is the project called?", "../x")
    run.answer("is a path or an option", *["\x7f"] * 4, "My Shop", ENTER)
    shown = run.pick("Which database?", DOWN, DOWN, ENTER)
    assert "» SQLite (recommended: no server)" in shown
    run.pick("Size?", ENTER)
    run.pick("Application type?", ENTER)
    run.pick("freedom of layout?", ENTER)
    shown = run.pick("Which framework?", ENTER)
    assert "Django is recommended" in shown
    assert "(recommended: the higher score)" in shown
    run.pick("And the layers?", DOWN, ENTER)
    run.pick("Licence?", ENTER)
    run.pick("What should happen after writing?", SPACE, ENTER)
    shown = run.pick("Write it, or change an answer?", ENTER)
    assert 'whichway new "My Shop" --framework django --database postgresql' in shown
    assert "Database                 PostgreSQL" in shown
    assert run.end() == 0
    assert len(tree(here / "my-shop")) == 5
    assert "Wrote my-shop" in run.raw


def test_steps_back_and_changes(start: Start, here: Path) -> None:
    run = start("new", "shop", "--framework", "flask")
    run.pick("Which database?", DOWN, ENTER)
    run.pick("Size?", ESCAPE)
    shown = run.pick("Which database?", ENTER)
    assert "» MongoDB" in shown or "» PostgreSQL" in shown
    assert shown.count("Which database?") == 1
    assert "Size?" not in shown
    run.pick("Size?", DOWN, ENTER)
    run.pick("Application type?", ENTER)
    run.pick("freedom of layout?", ENTER)
    run.pick("And the layers?", DOWN, ENTER)
    run.pick("Licence?", ENTER)
    run.pick("How do people log in?", ENTER)
    run.pick("Which extensions?", SPACE, DOWN, SPACE, ENTER)
    run.pick("What should happen after writing?", SPACE, ENTER)
    shown = run.pick("Write it, or change an answer?", *[DOWN] * 4, ENTER)
    assert "Extensions" in shown
    run.pick("Which database?", DOWN, DOWN, ENTER)
    run.wait("Database                 No database")
    run.pick("Write it, or change an answer?", DOWN, ENTER)
    run.wait("package/")
    run.pick("Write it, or change an answer?", ENTER)
    assert run.end() == 0
    text = (here / "shop/.whichway.toml").read_text()
    assert 'database = "none"' in text
    assert 'auth = "none"' in text


def test_texts_are_as_narrow_as_the_screen(start: Start) -> None:
    run = start("new", "shop", "--database", "mongodb", "--size", "large", columns=60)
    run.pick("Application type?", ENTER)
    run.pick("freedom of layout?", ENTER)
    shown = run.wait("Which framework? (")
    assert "Flask is recommended (Django 4, Flask 2: database decides,\nwhatever the sc" in shown
    assert "Flask, which leaves the\n  choice of the data layer to you." in shown


def test_a_choice_that_does_not_fit_is_greyed_with_its_reason(start: Start, here: Path) -> None:
    layer = here / "more/flask/auth/sessions"
    layer.mkdir(parents=True)
    (layer / "layer.toml").write_text('title = "Sessions"\n')
    run = start("new", "shop", "--framework", "flask", "--database", "none", "--size", "small",
                "--app-type", "api", "--preference", "freedom", "--templates", "more")  # fmt: skip
    run.pick("And the layers?", DOWN, ENTER)
    run.pick("Licence?", ENTER)
    shown = run.pick("How do people log in?", CTRL_C)
    assert "- Tokens (It keeps users, so it needs a database.)" in shown
    assert run.end() == 130


@pytest.mark.parametrize("question", ["name", "select", "checkbox", "review"])
def test_ctrl_c_at_any_question(start: Start, here: Path, question: str) -> None:
    if question == "name":
        run = start("new")
        run.answer("What is the project called?", "sho", CTRL_C)
    else:
        run = start("new", "shop", *STATED, "--preference", "freedom", "--framework", "flask")
        run.pick("And the layers?", *([CTRL_C] if question == "select" else [ENTER]))
    if question in ("checkbox", "review"):
        run.pick("after writing?", *([CTRL_C] if question == "checkbox" else [ENTER]))
    if question == "review":
        run.pick("change an answer?", CTRL_C)
    assert run.end() == 130
    assert "Nothing was written." in run.raw
    assert not list(here.iterdir())


@pytest.mark.parametrize("signal", [2, 15, 1])
def test_a_signal_at_a_prompt(start: Start, here: Path, signal: int) -> None:
    run = start("new", "shop")
    run.wait("Which database?")
    time.sleep(0.3)
    run.child.kill(signal)
    assert run.end() == 130
    assert "Nothing was written." in run.raw
    assert "Traceback" not in run.raw


def test_quitting_in_the_review(start: Start, here: Path) -> None:
    run = start("new", "shop", *STATED, "--preference", "freedom", "--framework", "django")
    run.pick("And the layers?", ENTER)
    run.pick("after writing?", ENTER)
    run.pick("change an answer?", "\x1b[A", ENTER)
    assert run.end() == 130
    assert not list(here.iterdir())


class TestExistingFolders:
    @pytest.fixture
    def asked(self, start: Start, here: Path) -> Terminal:
        (here / "shop").mkdir()
        (here / "shop/README.md").write_text("mine\n")
        (here / "shop/pyproject.toml").write_text("mine\n")
        run = start("new", "shop", *STATED, "--preference", "freedom", "--framework", "django")
        run.wait('"shop" exists and is not empty.')
        return run

    def write(self, run: Terminal, *keys: str) -> None:
        run.pick("What now?", *keys)
        run.pick("And the layers?", ENTER)
        run.pick("after writing?", SPACE, ENTER)
        run.pick("change an answer?", ENTER)

    def test_another_name(self, asked: Terminal, here: Path) -> None:
        assert 'Take another name: "shop-2"' in asked.text
        self.write(asked, ENTER)
        assert asked.end() == 0
        assert len(tree(here / "shop")) == 2
        assert len(tree(here / "shop-2")) == 5

    def test_file_by_file(self, asked: Terminal, here: Path) -> None:
        self.write(asked, DOWN, ENTER)
        asked.wait('"README.md" exists and differs')
        asked.pick("What now?", DOWN, DOWN, ENTER)
        assert "-mine" in asked.wait("+# Shop")
        asked.pick("What now?", ENTER)
        asked.wait('"pyproject.toml" exists and differs')
        asked.pick("What now?", DOWN, ENTER)
        assert asked.end() == 0
        assert (here / "shop/README.md").read_text() == "mine\n"
        assert "name = " in (here / "shop/pyproject.toml").read_text()
        assert len(tree(here / "shop")) == 5

    def test_replace_all_wants_the_name_typed(self, asked: Terminal, here: Path) -> None:
        self.write(asked, DOWN, DOWN, ENTER)
        asked.answer("will be deleted", "shp", ENTER)
        asked.answer('Type "shop", or Esc', "\x7f", "op", ENTER)
        assert asked.end() == 0
        assert len(tree(here / "shop")) == 5
        assert (here / "shop/README.md").read_text().startswith("# Shop")

    def test_replace_all_can_be_left(self, asked: Terminal, here: Path) -> None:
        self.write(asked, DOWN, DOWN, ENTER)
        asked.answer("will be deleted", ESCAPE)
        assert asked.end() == 130
        assert (here / "shop/README.md").read_text() == "mine\n"


@pytest.mark.parametrize("variables", [{}, {"TERM": "dumb"}])
def test_plain_questions(start: Start, here: Path, variables: dict[str, str]) -> None:
    run = start("new", *([] if variables else ["--plain"]), "--framework", "flask", **variables)
    run.answer("What is the project called?", "../x\r")
    run.answer("is a path or an option", "shop\r")
    run.answer("Which database?", "9\r")
    run.answer('"9" is not a number from 1 to 4', "none\r")
    run.answer('"none" is not a number', "4\r")
    run.answer("Size?", "b\r")
    run.answer("Which database?", "\r")
    run.answer("Size?", "\r")
    run.answer("Application type?", "2\r")
    run.answer("Convention, or freedom", "\r")
    run.answer("And the layers?", "2\r")
    run.answer("Licence?", "\r")
    run.answer("Which extensions?", "2 3\r")
    run.answer("after writing?", "0\r")
    run.answer("Write it, or change an answer?", "1\r")
    assert run.end() == 0
    assert "\x1b[" not in run.raw
    text = (here / "shop/.whichway.toml").read_text()
    assert 'extensions = ["queue", "redis"]' in text
    assert 'database = "none"' in text


def test_the_end_of_input_is_an_interruption(start: Start, here: Path) -> None:
    run = start("new", "--plain")
    run.answer("What is the project called?", "\x04")
    assert run.end() == 130
    assert not list(here.iterdir())


def test_no_colour_on_demand(start: Start) -> None:
    run = start("new", "shop", NO_COLOR="1")
    run.answer("Which database?", CTRL_C)
    assert run.end() == 130
    assert "\x1b[38" not in run.raw
    assert "\x1b[0;38" not in run.raw
