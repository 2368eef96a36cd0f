"""A lesson page of about 10 kB, beside nginx serving the same bytes from disk."""

from __future__ import annotations

from Tests.Load.figures import Result
from Tests.Load.rows.health import compare, expect_all_good
from Tests.Load.stage import Stage
from Tests.Load.wrk import burst
from Tests.Rig.client import Client

WANTED = 10_000


def run(stage: Stage) -> list[Result]:
    with stage.school(64, "lesson") as (server, load):
        token = load.pupils.read_text().split()[1]
        path, page = nearest(Client(server.port, token))
        stage.nginx.serve("lesson.html", page)
        header = [f"Authorization: Bearer {token}"]
        ours, theirs = [], []
        for _ in range(stage.rounds):
            theirs.append(burst(stage.nginx.url + "/lesson.html", stage.seconds))
            ours.append(burst(server.url + path, stage.seconds, headers=header))
    expect_all_good(stage, "lesson", ours + theirs)
    return [compare(
        "lesson", "lesson page ÷ nginx with the file", ">= 0.8", ours, theirs, bytes=len(page))]


def nearest(client: Client) -> tuple[str, bytes]:
    """The lesson page whose size comes nearest to the wanted one."""
    pages = []
    for course in client.must("GET", "/api/v1/courses")["items"]:
        for module in client.must("GET", f"/api/v1/courses/{course['slug']}")["modules"]:
            for lesson in module["lessons"]:
                path = f"/courses/{course['slug']}/lessons/{lesson['slug']}"
                pages.append((path, client.must("GET", path)))
    return min(pages, key=lambda page: abs(len(page[1]) - WANTED))
