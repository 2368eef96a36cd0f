"""Manual pages, made from what --help says, so that they cannot say anything else.

    python3 Deploy/debian/manual.py PROGRAM NAME SECTION vi|en > NAME.SECTION
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator

# Where the installed trainctl looks for what it otherwise expects in the working folder.
PLACES = {"./data": "/var/lib/training-server", "./Courses": "/usr/share/training-server/Courses"}
FILES = {
    "/etc/default/training-server": (
        "cách khởi động máy chủ: địa chỉ, khóa học, proxy được tin",
        "how the server is started: address, courses, trusted proxies"),
    "/var/lib/training-server": (
        "thư mục dữ liệu; chỉ tài khoản training-server đọc được",
        "the data folder; only the account training-server may read it"),
    "/var/backups/training-server": (
        "nơi trainctl data backup được ghi", "where trainctl data backup may write"),
    "/usr/share/training-server": (
        "khóa học; cấu hình nginx và Caddy", "courses; configurations of nginx and Caddy"),
}
HEADINGS = {
    "name": ("TÊN", "NAME"), "synopsis": ("CÁCH DÙNG", "SYNOPSIS"),
    "commands": ("LỆNH", "COMMANDS"), "options": ("TUỲ CHỌN", "OPTIONS"),
    "common": ("TUỲ CHỌN CHUNG", "OPTIONS OF EVERY COMMAND"),
    "exit": ("MÃ THOÁT", "EXIT STATUS"), "files": ("TỆP", "FILES"),
    "also": ("XEM THÊM", "SEE ALSO"),
}
SERVER = (
    "máy chủ khóa học và cuộc thi", "serves courses and contests over HTTP")
STATUS = ("0 xong, 1 bị từ chối hoặc lỗi, 64 gõ sai lệnh.", "0 done, 1 refused or failed, 64 wrong usage.")


def roff(text: str) -> str:
    """Text that roff takes for text; a long list of choices may be broken."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("|", "|\\:")
    return "\\&" + text if text[:1] in (".", "'") else text


class Page:
    """One manual page in one language."""

    def __init__(self, program: str, name: str, section: str, language: str) -> None:
        self.program = program
        self.name = name
        self.section = section
        self.language = language
        self.turn = ("vi", "en").index(language)
        self.lines: list[str] = []

    def ask(self, *words: str) -> str:
        return subprocess.run(
            [self.program, *words], capture_output=True, text=True, check=True).stdout

    def add(self, *lines: str) -> None:
        self.lines += lines

    def heading(self, key: str) -> None:
        self.add(".SH " + HEADINGS[key][self.turn])

    def term(self, term: str, text: str) -> None:
        self.add(".TP", ".B " + roff(term), roff(text))

    def begin(self, summary: str) -> None:
        version = self.ask("--version").split()[-1]
        self.add(
            f'.TH {self.name} {self.section} "" "{self.name} {version}"', ".nh", ".ad l")
        self.heading("name")
        self.add(f"{self.name} \\- {roff(summary)}")
        self.heading("synopsis")

    def end(self, *others: str) -> None:
        self.heading("exit")
        self.add(roff(STATUS[self.turn]))
        self.heading("files")
        for path, texts in FILES.items():
            self.term(path, texts[self.turn])
        self.heading("also")
        self.add(", ".join(others))

    def server(self) -> None:
        """Usage in both languages: each option is followed by a line in each."""
        text = self.ask("--help")
        usage, _, options = text.partition("\n\n")
        self.begin(SERVER[self.turn])
        self.add(".B " + roff(" ".join(usage.split())))
        self.heading("options")
        for option, vietnamese, english in re.findall(
                r"^  (--\S+(?: [A-Z:]+)?) {2,}(\S.*)\n {10,}(\S.*)$", options, re.M):
            self.term(option, (vietnamese, english)[self.turn])
        self.term("--help, --version", ("Trợ giúp; phiên bản", "Help; version")[self.turn])
        self.end("trainctl(1)", "nginx(8)", "systemd.service(5)")

    def commands(self) -> None:
        """Everything that `trainctl help` knows, noun by noun."""
        language = ("--lang", self.language)
        text = self.ask("--help", *language)
        for place, packaged in PLACES.items():
            text = text.replace(place, packaged)
        self.begin(text.partition("\n")[0].partition(" – ")[2].rstrip("."))
        self.add(".B " + roff(re.search(r"^[^:\n]+: (trainctl .*)$", text, re.M)[1]))
        self.heading("commands")
        for noun, title in re.findall(r"^(\w+) – (.*)$", text, re.M)[1:]:
            self.add(f".SS {roff(noun)} – {roff(title)}")
            for verb, _ in columns(self.ask(noun, "--help", *language)):
                self.command(self.ask(noun, verb, "--help", *language))
        self.term("trainctl completions bash|zsh|fish",
                  ("Tự điền lệnh cho shell", "Completions for the shell")[self.turn])
        self.heading("common")
        for option, help_text in columns(text):
            if option.startswith("--"):
                self.term(option, help_text)
        self.end("TrainingServer(8)")

    def command(self, text: str) -> None:
        summary, usage, *rest = text.split("\n\n")
        self.term(usage.partition(": ")[2].strip(), summary)
        # The options of every command come last and have their own section.
        for option, help_text in columns("\n".join(rest[:-1])):
            self.add(".RS")
            self.term(option, help_text)
            self.add(".RE")


def columns(text: str) -> Iterator[tuple[str, str]]:
    """The rows of a table of help; a long word has its text on the next line."""
    lines = iter(text.splitlines())
    for line in lines:
        row = re.fullmatch(r"  (\S.*?)(?: {2,}(\S.*))?", line)
        if row:
            yield row[1], row[2] or next(lines, "").strip()


def main() -> None:
    program, name, section, language = sys.argv[1:]
    page = Page(program, name, section, language)
    if name == "trainctl":
        page.commands()
    else:
        page.server()
    print("\n".join(page.lines))


if __name__ == "__main__":
    main()
