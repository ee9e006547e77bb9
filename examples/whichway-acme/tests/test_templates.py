"""Our templates, tested with the fixture that Whichway brings."""

from pathlib import Path

from generator.extending.plugin import Templates


def test_they_pass_every_check_with_everything_they_can_join(whichway: Templates) -> None:
    assert whichway.problems() == []


def test_compression_is_there_where_it_is_asked_for(whichway: Templates) -> None:
    with_it = whichway.project(framework="flask", app_type="api", with_=["compress"])
    assert "Compress(app)" in with_it.files["app.py"]
    assert "tests/test_compression.py" in with_it.files
    without = whichway.project(framework="flask", app_type="api")
    assert "Compress" not in without.files["app.py"]


def test_both_frameworks_have_the_house_licence_and_style(whichway: Templates) -> None:
    for framework in ("django", "flask"):
        files = whichway.project(framework=framework, licence="acme").files
        assert "Acme Inc." in files["LICENSE"]
        assert 'license = "LicenseRef-Acme"' in files["pyproject.toml"]
        assert files[".editorconfig"].startswith("# The house style of Acme.")


def test_a_project_of_ours_works(whichway: Templates, tmp_path: Path) -> None:
    answers = {"framework": "flask", "app_type": "api", "licence": "acme"}
    project = whichway.write(tmp_path, **answers, with_=["flask-compress"])
    whichway.install_and_test(project)
