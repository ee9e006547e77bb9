import asyncio
from typing import Any

from config import asgi, wsgi


async def get(path: str) -> list[Any]:
    """Ask as an ASGI server does, and return what came back: the head, the body."""
    requests: asyncio.Queue[Any] = asyncio.Queue()
    await requests.put({"type": "http.request"})
    answers: asyncio.Queue[Any] = asyncio.Queue()
    scope: dict[str, Any] = {
        "type": "http",
        "method": "GET",
        "path": path,
        "headers": [],
    }
    await asgi.application(scope, requests.get, answers.put)
    return [answers.get_nowait() for _ in range(answers.qsize())]


def test_an_asgi_server_gets_an_answer() -> None:
    head, body = asyncio.run(get("/healthz"))
    assert head["status"] == 200
    assert body["body"] == b'{"status": "ok"}'


def test_a_wsgi_server_finds_the_application() -> None:
    assert callable(wsgi.application)
