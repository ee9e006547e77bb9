"""The private servers of the proof start, answer, and leave nothing behind."""

from __future__ import annotations

import pytest

from tests.proof.servers import STARTERS, MissingProgram, Servers, listens, program


@pytest.mark.parametrize("kind", STARTERS)
def test_a_server_runs_on_a_free_port_and_stops(kind: str) -> None:
    servers = Servers()
    try:
        server = servers.get(kind)
        assert servers.get(kind) is server
        assert listens(server.port)
        server.make("demo")
        server.make("demo")
        assert str(server.port) in server.url("demo")
    finally:
        servers.stop()
    assert not listens(server.port)


def test_a_missing_program_is_named_with_its_package() -> None:
    with pytest.raises(MissingProgram, match='"no-such-server" is not installed; it comes with x'):
        program("no-such-server", "x", "/usr/lib/nothing/*/bin")
