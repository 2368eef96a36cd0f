"""nginx with a configuration of our own on a free port of loopback, the yardstick of the bench."""

from __future__ import annotations

import shutil
import subprocess
import time
import urllib.request
from pathlib import Path

from Tests.Rig.server import free_port

CONFIGURATION = """
daemon off;
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  default_type text/html;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port} reuseport;
    location / {{ default_type text/plain; return 200 "ok"; }}
    location = /lesson.html {{ root {folder}/files; }}
  }}
}}
"""


class Nginx:
    """Two workers that answer at once."""

    # Answered as soon as nginx is ready.
    probe = "/"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def configuration(self) -> str:
        return CONFIGURATION.format(folder=self.folder, port=self.port)

    def serve(self, name: str, content: bytes) -> None:
        (self.folder / "files" / name).write_bytes(content)

    def __enter__(self) -> Nginx:
        (self.folder / "files").mkdir(parents=True)
        # nginx gives up root for its workers, which must still read here.
        for place in (self.folder.parent, self.folder, self.folder / "files"):
            place.chmod(0o755)
        file = self.folder / "nginx.conf"
        file.write_text(self.configuration())
        program = shutil.which("nginx") or "/usr/sbin/nginx"
        log = (self.folder / "out.log").open("wb")
        self.process = subprocess.Popen(
            [program, "-p", str(self.folder), "-c", str(file)], stdin=subprocess.DEVNULL,
            stdout=log, stderr=log)
        until = time.monotonic() + 10
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(self.url + self.probe, timeout=1).close()
                return self
            except OSError:
                time.sleep(0.05)
        self.__exit__()
        raise RuntimeError(f"nginx did not start: {(self.folder / 'out.log').read_text()}")

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(10)
