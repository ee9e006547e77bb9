"""Models, migrations and the commands around them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from alembic.autogenerate import render_python_code
from alembic.operations.ops import AddColumnOp, UpgradeOps
from flask import Flask
from flask_migrate import check, upgrade
from sqlalchemy import Column, Integer, func, select
from sqlalchemy.engine.default import DefaultDialect


def test_migrations_are_complete(app: Flask) -> None:
    with app.app_context():
        check()  # exits when a model has changed and no migration says so


def test_migrations_can_be_read_as_sql(
    app: Flask, capsys: pytest.CaptureFixture[str]
) -> None:
    with app.app_context():
        upgrade(sql=True)
    assert "CREATE TABLE notes" in capsys.readouterr().out


# slot: tests.nowhere


def test_an_upgrade_without_a_database_says_what_to_do(
    environ: dict[str, str], nowhere: str, capsys: pytest.CaptureFixture[str]
) -> None:
    app = create_app(environ | {"DATABASE_URL": nowhere, "FLASK_DEBUG": "1"})
    with app.app_context(), pytest.raises(SystemExit):
        upgrade()
    line = capsys.readouterr().err.splitlines()[-1]
    assert line.startswith("ERROR    flask_migrate: Error: DATABASE_URL leads to no ")
    assert line.endswith("or set DATABASE_URL in .env.")


def test_new_migrations_import_their_types() -> None:
    columns = [Column("seen_at", UTCDateTime()), Column("views", Integer())]
    changes = UpgradeOps([AddColumnOp("notes", column) for column in columns])
    code = render_python_code(changes, render_item=render_item)
    assert "'seen_at', UTCDateTime()" in code
    assert "'views', sa.Integer()" in code


def test_moments_come_back_in_utc() -> None:
    column, dialect = UTCDateTime(), DefaultDialect()
    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    east = noon.astimezone(timezone(timedelta(hours=2)))
    assert column.process_bind_param(east, dialect) == noon
    assert column.process_bind_param(None, dialect) is None
    for kept in (east, noon.replace(tzinfo=None)):
        assert column.process_result_value(kept, dialect) == noon
    assert column.process_result_value(None, dialect) is None


def test_seeding_keeps_notes(app: Flask) -> None:
    result = app.test_cli_runner().invoke(args=["seed"])
    assert result.exit_code == 0, result.output
    with app.app_context():
        assert db.session.scalar(select(func.count(Note.id))) == 3


# slot: tests.database_urls
