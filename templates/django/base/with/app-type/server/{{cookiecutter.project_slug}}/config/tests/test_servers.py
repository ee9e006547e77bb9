from config import asgi, wsgi


def test_both_server_interfaces_start() -> None:
    assert callable(asgi.application)
    assert callable(wsgi.application)
