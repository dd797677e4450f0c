"""./dev replay: has events of a time put on the bus once more."""
import json
import os
import urllib.error
import urllib.request

from places import fail


def run(words):
    """Page by page, until all requests of the project are looked at."""
    if len(words) not in (3, 4):
        fail("replay takes the API's address, a project, and one or two times such as 2026-11-27T09:00:00Z")
    token = os.environ.get("COUNTERSIGN_TOKEN")
    if not token:
        fail("replay needs an access token in COUNTERSIGN_TOKEN, of somebody with destinations:write")
    base, project, *times = words
    body = dict(zip(("from", "to"), times))
    published = 0
    while True:
        page = _page(f"{base.rstrip('/')}/v1/projects/{project}/replays", token, body)
        published += page["published"]
        print(f"{published} events", flush=True)
        if page["next"] is None:
            return 0
        body["after"] = page["next"]


def _page(url, token, body):
    headers = {"authorization": f"Bearer {token}", "content-type": "application/json"}
    try:
        call = urllib.request.Request(url, json.dumps(body).encode(), headers)
        with urllib.request.urlopen(call, timeout=60) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as problem:
        fail(f"{problem.code}: {_detail(problem.read())}")
    except (urllib.error.URLError, ValueError) as problem:
        fail(f"{url} does not answer: {problem}")


def _detail(text):
    try:
        answer = json.loads(text)
        return answer.get("detail") or answer.get("message") or text.decode(errors="replace")
    except (ValueError, AttributeError):
        return text.decode(errors="replace")
