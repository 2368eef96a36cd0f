"""A small garden of two servers: nginx in front, the product behind, connections between them kept.

What smuggles does so by making the two count different requests. Every disguised request carries a
second one with a name of its own: if the product is asked for that name, nginx must have been too.
"""

from __future__ import annotations

from pathlib import Path

from Tests.Load.nginx import Nginx
from Tests.Conformance.mutations import HIDDEN, NEXT, codings, requests
from Tests.Conformance.wire import Broken, exchange
from Tests.Rig.server import Server
from Tests.Rig.tally import Tally

CONFIGURATION = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
  log_format asked '$request_uri $upstream_status';
  access_log {folder}/access.log asked;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  upstream product {{ server 127.0.0.1:{product}; keepalive 8; }}
  server {{
    listen 127.0.0.1:{port};
    location / {{
      proxy_pass http://product;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host localhost;
      proxy_request_buffering {buffering};
    }}
  }}
}}
"""


class Front(Nginx):
    """nginx as a proxy before the product."""

    probe = "/healthz"

    def __init__(self, folder: Path, product: int, *, buffers: bool) -> None:
        super().__init__(folder)
        self.product = product
        self.buffers = buffers

    def configuration(self) -> str:
        return CONFIGURATION.format(
            folder=self.folder, port=self.port, product=self.product,
            buffering="on" if self.buffers else "off")

    def asked(self) -> set[str]:
        """The paths that nginx read as requests."""
        return {line.split(" ")[0] for line in (self.folder / "access.log").read_text().splitlines()}


def run(tally: Tally, server: Server, folder: Path) -> int:
    sent = 0
    for buffers in (True, False):
        with Front(folder / f"front-{buffers}", server.port, buffers=buffers) as front:
            marks = plant(tally, front, "on" if buffers else "off", sent)
            sent += len(marks)
            seen = {mark for mark in marks if f"/{mark}" in server.log.read_text("utf-8", "replace")}
            apart = sorted(mark for mark in seen if f"/{mark}" not in front.asked())
            tally.check(f"nginx and the product count the same requests, buffering={buffers}",
                        not apart, apart[:10])
    return sent


def plant(tally: Tally, front: Front, way: str, start: int) -> list[str]:
    marks = []
    for coding in codings():
        for kind, request in requests(coding):
            # As long as the word it stands for, so that lengths stay right.
            mark = f"m{start + len(marks):05d}"
            marks.append(mark)
            try:
                exchange(front.port, request.replace(b"hidden", mark.encode()) + NEXT, patience=0.05)
            except Broken as fault:
                tally.check(f"buffering {way}, {kind} {coding!r} is answered in HTTP", False, fault)
    tally.check("the hidden requests were hidden well", b"/hidden" in HIDDEN and len(marks) > 500)
    return marks
