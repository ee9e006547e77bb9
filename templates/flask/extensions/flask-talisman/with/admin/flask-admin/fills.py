# fill: config.helpers
# Flask-Admin's own pages hold scripts and styles; only administrators get them.
ADMIN_POLICY = CONTENT_SECURITY_POLICY | {
    "img-src": "'self' data:",
    "script-src": "'self' 'unsafe-inline'",
    "style-src": "'self' 'unsafe-inline'",
}

# fill: talisman.views
for endpoint, view in app.view_functions.items():
    if endpoint.startswith("admin"):
        shown = getattr(view, "__func__", view)
        talisman(content_security_policy=ADMIN_POLICY)(shown)

# fill: tests.headers
def test_only_the_admin_pages_may_hold_scripts(client: FlaskClient) -> None:
    policy = client.get("/admin/").headers["Content-Security-Policy"]
    assert "script-src 'self' 'unsafe-inline'" in policy
    assert "script-src" not in client.get("/").headers["Content-Security-Policy"]
