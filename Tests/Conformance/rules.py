"""What RFC 9110 and RFC 9112 ask of a server, as bytes on the wire of the running product.

The questions are those of public conformance suites (h1spec, the HTTP Garden); words and bytes are
our own. Each is asked whole and octet by octet, alone and behind a good request.
"""

from __future__ import annotations

from dataclasses import dataclass

from Tests.Conformance.wire import Broken, exchange
from Tests.Rig.tally import Tally

GOOD = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"


@dataclass
class Rule:
    """Bytes, the status they get, and whether the connection outlives them."""

    name: str
    sent: bytes
    status: int
    open: bool = False


def get(line: str = "GET /healthz HTTP/1.1", *fields: str, host: str = "Host: localhost") -> bytes:
    """A request of these lines; octets above 127 as in Latin-1."""
    return "\r\n".join([line, *([host] if host else []), *fields, "", ""]).encode("latin-1")


def post(*fields: str, body: bytes = b"", path: str = "/api/v1/session") -> bytes:
    json = "Content-Type: application/json"
    return get(f"POST {path} HTTP/1.1", json, *fields) + body


def good_rules() -> list[Rule]:
    return [
        Rule("a plain GET", get(), 200, open=True),
        Rule("an origin form with a query", get("GET /healthz?a=b HTTP/1.1"), 200, open=True),
        Rule("an absolute form", get("GET http://localhost/healthz HTTP/1.1"), 200, open=True),
        Rule("an absolute form beside another Host",
             get("GET http://localhost/healthz HTTP/1.1", host="Host: other"), 200, open=True),
        Rule("a later minor version", get("GET /healthz HTTP/1.7"), 200, open=True),
        Rule("HTTP/1.0", get("GET /healthz HTTP/1.0", host=""), 200),
        Rule("a wish to close", get("GET /healthz HTTP/1.1", "Connection: x, ClOsE"), 200),
        Rule("field names in any case", get(host="hOsT: localhost"), 200, open=True),
        Rule("white space around a value", get("GET /healthz HTTP/1.1", "X: \t y \t"), 200, open=True),
        Rule("an empty value", get("GET /healthz HTTP/1.1", "X:"), 200, open=True),
        Rule("octets above 127 in a value", get("GET /healthz HTTP/1.1", "X: \xe9\xff"), 200, open=True),
        Rule("an empty line before", b"\r\n" + get(), 200, open=True),
        Rule("a body on GET", get("GET /healthz HTTP/1.1", "Content-Length: 3") + b"abc", 200, open=True),
        Rule("a chunked body on GET", get("GET /healthz HTTP/1.1", "Transfer-Encoding: chunked")
             + b"3;x\r\nabc\r\n0\r\nT: v\r\n\r\n", 200, open=True),
        Rule("OPTIONS on everything", get("OPTIONS * HTTP/1.1"), 204, open=True),
        Rule("OPTIONS on a resource", get("OPTIONS /api/v1/me HTTP/1.1"), 204, open=True),
        Rule("a method that is known, but not here", get("PATCH /healthz HTTP/1.1"), 405, open=True),
        Rule("a path that is not there", get("GET /no/such/page HTTP/1.1"), 404, open=True),
        Rule("a chunked body", post("Transfer-Encoding: chunked", body=b"2\r\n{}\r\n0\r\n\r\n"),
             400, open=True),
        Rule("a body of another type",
             get("POST /api/v1/session HTTP/1.1", "Content-Type: text/plain", "Content-Length: 2")
             + b"{}", 415, open=True),
        Rule("an offer to change protocols",
             get("GET /healthz HTTP/1.1", "Connection: Upgrade", "Upgrade: h2c"), 200, open=True),
    ]


def line_rules() -> list[Rule]:
    bad = [
        "GET  /healthz HTTP/1.1", "GET /healthz  HTTP/1.1", "GET\t/healthz HTTP/1.1",
        "GET /healthz HTTP/1.1 ", " GET /healthz HTTP/1.1", "GET /healthz", "GET", "/healthz",
        "GET /healthz http/1.1", "GET /healthz HTTP/1", "GET /healthz HTTP/1.10",
        "GET /healthz HTTP/11", "GET /healthz XTTP/1.1", "GET /healthz HTTP/1.1\0", "G@T / HTTP/1.1",
        "GET /he althz HTTP/1.1", "GET healthz HTTP/1.1", "GET * HTTP/1.1", "GET /a#b HTTP/1.1",
        "GET /\xe9 HTTP/1.1", "GET /%zz HTTP/1.1", "GET /%00 HTTP/1.1", "GET /../healthz HTTP/1.1",
        "GET /x/%2e%2e/healthz HTTP/1.1", "GET /x%2fy HTTP/1.1", "GET /%c0%af HTTP/1.1",
        "GET ftp://localhost/ HTTP/1.1", "GET http:///x HTTP/1.1", "GET http://u@localhost/ HTTP/1.1",
    ]
    rules = [Rule(f"the line {line!r}", get(line), 400) for line in bad]
    rules += [
        Rule("bare LF after the line", b"GET /healthz HTTP/1.1\nHost: localhost\r\n\r\n", 400),
        Rule("bare CR in the line", b"GET /healthz\rHTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
        Rule("HTTP/2.0", get("GET /healthz HTTP/2.0"), 505),
        Rule("the greeting of HTTP/2", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
        Rule("an unknown method", get("BREW /healthz HTTP/1.1"), 501),
        Rule("a method in small letters", get("get /healthz HTTP/1.1"), 501),
        Rule("TRACE", get("TRACE /healthz HTTP/1.1"), 405),
        Rule("CONNECT", get("CONNECT localhost:1 HTTP/1.1"), 405),
        Rule("an endless target", get(f"GET /{'a' * 8200} HTTP/1.1"), 414),
        Rule("the hello of TLS", bytes([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3]), 400),
    ]
    return rules


def field_rules() -> list[Rule]:
    line = "GET /healthz HTTP/1.1"
    bad = [
        "X : y", " X: y", "\tX: y", "X: y\r\n z", "X", ": y", "X\0: y", "X: a\0b", "X: a\rb", "X: \x7f",
        "X\xe9: y", "(X): y", "X y: z", "Host: localhost", "Host:", "Content-Length : 0",
    ]
    hosts = ["", "Host:", "Host: a b", "Host: u@a", "Host: a:b", "Host: a:65536", "Host: a/b",
             "Host: a,b", "Host: [::1", "Host: \xe9"]
    rules = [Rule(f"the field {field!r}", get(line, field), 400) for field in bad]
    rules += [Rule(f"the host {host!r}", get(line, host=host), 400) for host in hosts]
    rules += [
        Rule("bare LF after a field", b"GET /healthz HTTP/1.1\r\nHost: localhost\nX: y\r\n\r\n", 400),
        Rule("a host that is not ours", get(line, host="Host: evil.example"), 421),
        Rule("an authority that is not ours", get("GET http://evil.example/ HTTP/1.1"), 421),
        Rule("a line that is too long", get(line, "X: " + "a" * 8200), 431),
        Rule("fields that are too many", get(line, *["X: y"] * 101), 431),
        Rule("fields that are too large", get(line, *["X: " + "a" * 4000] * 5), 431),
        Rule("an expectation of something else", get(line, "Expect: tea"), 417),
    ]
    return rules


def framing_rules() -> list[Rule]:
    lengths = ["+2", "-0", "0x2", "2, 2", "2 2", "", "1_0", "2.0", "9223372036854775808", "\xb2", "2\xa0"]
    codings = ["chunked, chunked", ",chunked", "chunked,", "chunked;q=1", "chunked, gzip", "",
               "\x0bchunked", "chunked\x85", "\xa0chunked"]
    chunks = [b"2\n{}\r\n0\r\n\r\n", b" 2\r\n{}\r\n0\r\n\r\n", b"2 \r\n{}\r\n0\r\n\r\n", b"0x2\r\n{}\r\n",
              b"+2\r\n{}\r\n", b"\r\n\r\n", b"2;\n\r\n{}\r\n", b"2;a\nb\r\n{}\r\n", b"2\r\n{}XX0\r\n\r\n",
              b"2\r\n{}\n0\r\n\r\n", b"2\r\n{}\r\n0\r\nX : y\r\n\r\n", b"2\r\n{}\r\n0\n\n",
              b"fffffffffffffffff\r\n", b"2;" + b"a" * 300 + b"\r\n{}\r\n"]
    rules = [Rule(f"the length {text!r}", post(f"Content-Length: {text}", body=b"{}"), 400)
             for text in lengths]
    rules += [Rule(f"the coding {text!r}", post(f"Transfer-Encoding: {text}", body=b"0\r\n\r\n"), 400)
              for text in codings]
    rules += [Rule(f"the coding {text!r}", post(f"Transfer-Encoding: {text}", body=b"0\r\n\r\n"), 501)
              for text in ("gzip", "identity", "xchunked", "gzip, chunked")]
    rules += [Rule(f"the chunks {body[:40]!r}", post("Transfer-Encoding: chunked", body=body), 400)
              for body in chunks]
    both = ["Content-Length: 5", "Transfer-Encoding: chunked"]
    rules += [
        Rule("length, then coding", post(*both, body=b"0\r\n\r\n"), 400),
        Rule("coding, then length", post(*reversed(both), body=b"0\r\n\r\n"), 400),
        Rule("two lengths", post("Content-Length: 2", "Content-Length: 2", body=b"{}"), 400),
        Rule("two codings", post(both[1], both[1], body=b"0\r\n\r\n"), 400),
        Rule("a coding in HTTP/1.0",
             get("POST /api/v1/session HTTP/1.0", both[1]) + b"0\r\n\r\n", 400),
        Rule("a length beyond the limit", post("Content-Length: 9000000000"), 413),
        Rule("a chunk beyond the limit",
             post("Transfer-Encoding: chunked", body=b"7fffffff\r\n"), 413),
        Rule("a huge body on GET",
             get("GET /healthz HTTP/1.1", "Content-Length: 70000"), 413),
    ]
    return rules


def run(tally: Tally, port: int) -> int:
    rules = good_rules() + line_rules() + field_rules() + framing_rules()
    asked = 0
    for rule in rules:
        ways = {"whole": (rule.sent, False, []), "behind a good one": (GOOD + rule.sent, False, [200])}
        if len(rule.sent) < 1000:
            ways["octet by octet"] = (rule.sent, True, [])
        for way, (sent, single, before) in ways.items():
            asked += 1
            tally.check(f"{rule.name}, {way}: {rule.status}", *judge(port, rule, sent, single, before))
    return asked


def judge(port: int, rule: Rule, sent: bytes, single: bool, before: list[int]) -> tuple[bool, str]:
    """A good request behind it is answered exactly when the connection is to stay open."""
    expected = [*before, rule.status] + ([200] if rule.open else [])
    try:
        got = exchange(port, sent + GOOD, single=single, patience=2 if not rule.open else 0.15)
    except Broken as fault:
        return False, f"no HTTP: {fault}"
    dated = all("date" in answer.fields for answer in got.answers)
    holds = got.statuses == expected and got.closed != rule.open and dated and not got.rest
    return holds, f"{got.statuses} closed={got.closed} dated={dated} rest={got.rest[:60]!r}"
