"""A teacher turns two-step sign-in on, signs in with a code and with a recovery code, turns it off."""

from __future__ import annotations

import base64
import hmac
import struct
import time

from Tests.Browser.audit import Audit
from Tests.Browser.browser import Browser
from Tests.Browser.journeys.common import enter_with_password
from Tests.Browser.stage import Stage

FACTOR = "/me/second-factor"


def second_factor(stage: Stage) -> None:
    entry = stage.server.sign_ins("teacher")[0]
    desk = stage.browser()
    # The wrong code below.
    desk.expected += [r"sign-in/code.*status of 401", r"second-factor.*status of 422"]
    audit = Audit(stage, desk)
    enter_with_password(desk, entry)
    with stage.step("scans the code and turns it on"):
        desk.open("/me")
        desk.follow(f"a[href='{FACTOR}']")
        audit.look("second-factor-off")
        desk.fill("#password", entry["password"])
        desk.follow("main form button:not([type=button])")
        assert desk.shown("svg.qr"), desk.main
        secret = desk.one("code.secret").text
        audit.look("second-factor-proposed")
        desk.fill("#code", code(secret))
        desk.follow("main form button:not([type=button])")
        recovery = [item.text for item in desk.all(".recovery-codes code")]
        assert len(recovery) == 8, desk.main
        audit.look("recovery-codes")
    with stage.step("signs in with the app's code; a wrong one says what to do"):
        desk.driver.delete_all_cookies()
        enter_with_password(desk, entry)
        assert desk.has("input[name=ticket]"), desk.main
        type_code(desk, "000000")
        assert "điện thoại" in desk.one("#code-error").text, desk.main
        audit.look("sign-in-code")
        # The code of the present half minute was used to turn it on; the next one is taken early.
        type_code(desk, code(secret, 1))
        assert desk.path == "/", desk.path
    with stage.step("without the telephone a recovery code opens once"):
        for expected in (True, False):
            desk.driver.delete_all_cookies()
            enter_with_password(desk, entry)
            type_code(desk, recovery[0])
            assert (desk.path == "/") is expected, desk.path
        type_code(desk, recovery[1])
        desk.open(FACTOR)
        assert "6" in desk.one(".facts").text, desk.main
        audit.look("second-factor-on")
    with stage.step("turns it off with the password and a code"):
        desk.fill("#password", entry["password"])
        desk.fill("#code", recovery[2])
        desk.follow("main button.danger")
        assert desk.path.startswith("/me?"), desk.path
        desk.driver.delete_all_cookies()
        enter_with_password(desk, entry)
        assert desk.path == "/", desk.path


def type_code(desk: Browser, text: str) -> None:
    desk.fill("#code", text)
    desk.follow("main form button:not([type=button])")


def code(letters: str, later: int = 0) -> str:
    """The six digits that an authenticator app shows (RFC 6238), some half minutes later."""
    secret = base64.b32decode(letters.replace(" ", ""))
    step = struct.pack(">Q", int(time.time()) // 30 + later)
    digest = hmac.new(secret, step, "sha1").digest()
    place = digest[-1] & 15
    number = struct.unpack(">I", digest[place:place + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"
