"""Who may ask and act: hosts, sessions, tokens of forms, other sites, looking only, passwords."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient
from web_client import Client, client_of

from dateline.errors import DatelineError
from dateline.project import Filters, Project
from dateline.web import Access, make_app, review
from dateline.web.guard import HEADERS, Guard

POSTS = ("/events/{event}/act", "/events/{event}/claim", "/events/{event}/bind", "/events/{event}/split",
         "/events/{event}/join", "/tell", "/pairs", "/many", "/undo", "/adjudicate/{event}")  # fmt: skip


def paths(app: Guard, method: str) -> list[str]:
    """Every address of the application that takes that method."""
    return [route.path for route in app.app.routes if method in (route.methods or ())]


def stranger(client: Client) -> TestClient:
    """A client without the session."""
    return TestClient(client.http.app, base_url="http://127.0.0.1:8765")


def test_the_list_of_forms_is_whole(client: Client):
    assert set(paths(client.http.app, "POST")) == {*POSTS, "/login", "/prefer"}


def test_nothing_is_shown_without_the_session(client: Client):
    event = client.desk.find(Filters())[0].id
    for path in paths(client.http.app, "GET"):
        if path.startswith(("/static", "/login", "/start")):
            continue
        answer = stranger(client).get(path.replace("{event}", event), follow_redirects=False)
        assert answer.status_code == 403, path
        assert event not in answer.text


@pytest.mark.parametrize("path", [*POSTS, "/prefer"])
def test_no_form_is_taken_without_the_session_or_its_token(client: Client, path: str):
    event = client.desk.find(Filters())[0].id
    fields = {"act": "accept", "theme": "dark"}
    where = path.replace("{event}", event)
    assert stranger(client).post(where, data={"token": client.access.form, **fields}).status_code == 403
    for token in ("", "guessed", client.access.session, client.access.gate):
        answer = client.http.post(where, data={"token": token, **fields}, follow_redirects=False)
        assert answer.status_code == 403
    assert client.http.post(where, content=b"\xff\xfe", follow_redirects=False).status_code in (400, 403)
    assert client.desk.project.log() == []


def test_a_form_that_is_too_large_is_not_taken(client: Client):
    answer = client.post("/undo", reason="x" * 2_000_000)
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1:9999", "127.0.0.1", "", "127.0.0.1:x"]
)
def test_another_host_is_not_answered(client: Client, host: str):
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "location" not in answer.headers


@pytest.mark.parametrize("host", ["localhost:8765", "[::1]:8765"])
def test_this_machine_has_three_names(client: Client, host: str):
    assert client.http.get("/progress", headers={"host": host}).status_code in (200, 403)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_form_of_another_site_or_port_is_not_taken(client: Client, site: str):
    event = client.desk.find(Filters())[0].id
    data = {"token": client.access.form, "act": "accept"}
    answer = client.http.post(f"/events/{event}/act", data=data, headers={"sec-fetch-site": site})
    assert answer.status_code == 403
    assert client.desk.project.log() == []


def test_every_answer_bears_the_headers(client: Client):
    event = client.desk.find(Filters())[0].id
    answers = [client.get(p) for p in ("/", f"/events/{event}", "/nowhere", "/static/keys.js", "/map.json")]
    answers += [client.get("/", headers={"host": "evil.example"}), stranger(client).get("/log"), client.post("/undo")]
    for answer in answers:
        kept = {"cache-control": "max-age=600"} if answer.url.path.startswith("/static") else {}
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS | kept
    assert "unsafe" not in HEADERS["content-security-policy"]


def test_no_page_has_a_script_or_style_of_its_own(client: Client):
    event = client.desk.find(Filters())[0].id
    for path in ("/events/" + event, "/pairs", "/log", "/progress", "/guide", "/reports", "/files", "/adjudicate"):
        text = client.get(path).text
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=|javascript:", text), path


def test_the_session_cookie_is_strict_and_out_of_reach_of_scripts(client: Client):
    answer = stranger(client).get(f"/start?key={client.access.token}", follow_redirects=False)
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("dateline-8765=")
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert client.access.token not in cookie


def test_another_reviews_session_opens_nothing_here(client: Client):
    other = Access(port=8766)
    for name in (other.cookie, client.access.cookie):
        http = stranger(client)
        http.cookies.set(name, other.session)
        assert http.get("/progress").status_code == 403
    http = stranger(client)
    http.cookies.set(other.cookie, client.access.session)  # rightly, but under another port's name
    assert http.get("/progress").status_code == 403


@pytest.mark.parametrize("key", ["", "x", "%00", "é"])
def test_a_wrong_key_opens_nothing(client: Client, key: str):
    answer = stranger(client).get(f"/start?key={key}", follow_redirects=False)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_two_runs_share_no_secret():
    one, two = Access(), Access()
    assert len({one.token, one.session, one.form, one.gate, two.token, two.session, two.form, two.gate}) == 8


@pytest.mark.parametrize(
    "back", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/\n/x"]
)
def test_no_form_leads_to_another_site(client: Client, back: str):
    assert client.post("/prefer", theme="dark", back=back).headers["location"] == "/"


def test_looking_only_refuses_every_act(project: Project):
    client = client_of(project, read_only=True)
    event = client.desk.find(Filters())[0].id
    assert "looking only" in client.get(f"/events/{event}").text
    for path in POSTS:
        answer = client.post(path.replace("{event}", event), act="accept")
        assert answer.status_code == 403
        assert "--read-only" in answer.text
    assert project.log() == []


def test_other_hosts_need_a_password_of_some_length(project: Project):
    for password in (None, "", "short"):
        with pytest.raises(DatelineError, match="--password of 12 characters"):
            review(project, access=Access(host="0.0.0.0", password=password), browser=False)


def test_with_a_password_the_printed_key_opens_nothing_and_the_password_does(project: Project):
    access = Access(host="0.0.0.0", password="correct horse battery")
    http = TestClient(make_app(project.desk("ada"), access), base_url="http://192.168.1.5:8765")
    assert http.get("/", follow_redirects=False).headers["location"] == "/login"
    assert http.get(f"/start?key={access.token}", follow_redirects=False).status_code == 403
    page = http.get("/login").text
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token
    assert token[1] not in (access.form, access.session)
    wrong = http.post("/login", data={"token": token[1], "password": "guess"}, follow_redirects=False)
    assert (wrong.status_code, "set-cookie" in wrong.headers) == (403, False)
    right = http.post("/login", data={"token": token[1], "password": access.password}, follow_redirects=False)
    assert right.status_code == 303
    assert http.get("/progress").status_code == 200


def test_a_named_host_is_answered_by_its_name_or_a_bare_address(project: Project):
    access = Access(host="desk.example", password="correct horse battery")
    assert [access.answers_to(f"{h}:8765") for h in ("desk.example", "10.0.0.7", "evil.example")] == [True, True, False]


@pytest.mark.parametrize(
    "path",
    ["/events/../../etc/passwd", "/static/..%2fapp.py", "/static/app.py", "/files/../x", "/log/' or 1=1",
     "/events/DL-%00",
     "/reports/r%2e%2e", "/guide/<script>", "/queue?from=99999999999999999999", "/queue?from=-1", "/map.json?current=x",
     "/new?report=x&spans=1-2", "/new?spans=9", "/log?before=x&by=%27"],
)  # fmt: skip
def test_odd_addresses_are_answered_in_one_line(client: Client, path: str):
    answer = client.get(path)
    assert answer.status_code in (200, 400, 403, 404), path
    assert "Traceback" not in answer.text
    assert "<script>alert" not in answer.text
