"""The TLS proxies of Deploy/ in front of a server, with a certificate made for the occasion."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import socket
import ssl
import subprocess
import time
from pathlib import Path

from Tests.Rig.server import ROOT, free_port

NAME = "thi.example.vn"


class Front:
    """A proxy of this machine; its configuration is the published one but for ports and paths."""

    program: str
    configuration: str

    def __init__(self, folder: Path, upstream: int) -> None:
        self.folder = folder / self.program
        self.upstream = upstream
        self.port = free_port()
        self.plain_port = free_port()
        self.certificate = self.folder / "fullchain.pem"
        self.key = self.folder / "privkey.pem"
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"https://{NAME}:{self.port}"

    @property
    def browser_arguments(self) -> list[str]:
        """Where Chromium finds the name, and that it may believe this one key."""
        public = subprocess.run(
            ["openssl", "pkey", "-in", str(self.key), "-pubout", "-outform", "DER"],
            capture_output=True, check=True).stdout
        pin = base64.b64encode(hashlib.sha256(public).digest()).decode()
        return [
            f"--host-resolver-rules=MAP {NAME} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            f"--ignore-certificate-errors-spki-list={pin}",
        ]

    def trusting(self, **versions: ssl.TLSVersion) -> ssl.SSLContext:
        """A client's TLS that believes this certificate and no other."""
        context = ssl.create_default_context(cafile=str(self.certificate))
        for name, version in versions.items():
            setattr(context, name, version)
        return context

    def edited(self) -> str:
        """The published configuration with this test's ports and paths; each edit must fit."""
        text = (ROOT / "Deploy" / self.configuration).read_text("utf-8")
        for old, new in self.edits().items():
            if old not in text:
                raise AssertionError(f"Deploy/{self.configuration} has no {old!r}")
            text = text.replace(old, new)
        return text

    def edits(self) -> dict[str, str]:
        raise NotImplementedError

    def command(self, file: Path) -> list[str]:
        raise NotImplementedError

    def __enter__(self) -> Front:
        self.folder.mkdir(parents=True, exist_ok=True)
        # nginx gives up root for its workers, which must still write here.
        self.folder.chmod(0o777)
        make_certificate(self.certificate, self.key)
        file = self.folder / self.configuration
        file.write_text(self.edited(), "utf-8")
        with (self.folder / "out.log").open("wb") as log:
            self.process = subprocess.Popen(
                self.command(file), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env={**os.environ, "HOME": str(self.folder), "XDG_DATA_HOME": str(self.folder),
                     "XDG_CONFIG_HOME": str(self.folder)})
        until = time.monotonic() + 15
        while time.monotonic() < until and self.process.poll() is None:
            try:
                with socket.create_connection(("127.0.0.1", self.port), 1) as raw, \
                        self.trusting().wrap_socket(raw, server_hostname=NAME):
                    return self
            except OSError:
                time.sleep(0.05)
        self.__exit__()
        raise RuntimeError(f"{self.program} did not start: {self.log('out.log')}")

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(10)

    def log(self, name: str) -> str:
        path = self.folder / name
        return path.read_text("utf-8", "replace") if path.exists() else ""


class Nginx(Front):
    program = "nginx"
    configuration = "nginx.conf"

    def edits(self) -> dict[str, str]:
        here = str(self.folder)
        scratch = "".join(
            f"\n  {kind}_temp_path {here}/{kind.split('_')[0]};"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        return {
            "  listen [::]:80 default_server;\n": "", "  listen [::]:443 ssl default_server;\n": "",
            "  listen [::]:80;\n": "", "  listen [::]:443 ssl http2;\n": "",
            "listen 80": f"listen 127.0.0.1:{self.plain_port}",
            "listen 443": f"listen 127.0.0.1:{self.port}",
            "server 127.0.0.1:8080;": f"server 127.0.0.1:{self.upstream};",
            "/etc/letsencrypt/live/thi.example.vn": here,
            "/var/log/nginx": here, "pid /run/nginx.pid;": f"pid {here}/nginx.pid;",
            " buffer=64k flush=5s": "", "http {\n": "http {" + scratch + "\n",
        }

    def command(self, file: Path) -> list[str]:
        program = shutil.which("nginx") or "/usr/sbin/nginx"
        return [program, "-p", str(self.folder), "-c", str(file), "-g", "daemon off;"]


class Caddy(Front):
    program = "caddy"
    configuration = "Caddyfile"

    def edits(self) -> dict[str, str]:
        ports = f"\thttp_port {self.plain_port}\n\thttps_port {self.port}\n\tadmin off\n"
        return {
            "{\n\tservers": "{\n" + ports + "\tservers",
            "\nthi.example.vn {\n": f"\nthi.example.vn {{\n\ttls {self.certificate} {self.key}\n",
            "127.0.0.1:8080 {": f"127.0.0.1:{self.upstream} {{",
        }

    def command(self, file: Path) -> list[str]:
        return ["caddy", "run", "--config", str(file), "--adapter", "caddyfile"]


FRONTS: dict[str, type[Front]] = {"nginx": Nginx, "caddy": Caddy}


def make_certificate(certificate: Path, key: Path) -> None:
    """The command of Deploy/README.md for a hall without internet, for a day."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-days", "1", "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}",
         "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True)
