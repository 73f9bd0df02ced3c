"""Firefox as Debian ships it, driven by its own Marionette protocol over a socket.

Neither geckodriver nor a browser of Playwright's own is to be had from a package mirror; the
protocol is a length, a colon and a JSON array (https://firefox-source-docs.mozilla.org/testing/
marionette/Protocol.html), so this is all that it takes.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_PATIENCE = 180.0  # seconds until a Firefox that was started must answer, on a busy machine too
_PREFERENCES = {
    "marionette.port": 0,
    "ui.prefersReducedMotion": 1,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "browser.shell.checkDefaultBrowser": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}
_WATCH = """
    const messages = window.keikakuMessages = [];
    const asked = window.keikakuAsked = [];
    const url = arguments[0];
    window.keikakuListener = { observe(message) {
        if (message instanceof Ci.nsIScriptError && message.sourceName.startsWith(url))
            messages.push(message.errorMessage);
    } };
    Services.console.registerListener(window.keikakuListener);
    Services.obs.addObserver((subject) => {
        const channel = subject.QueryInterface(Ci.nsIHttpChannel);
        if (channel.loadInfo.triggeringPrincipal.spec?.startsWith("file:"))
            asked.push(channel.URI.spec);
    }, "http-on-modify-request");
"""


class Firefox:
    """An open Firefox with one window."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=_PATIENCE)
        self._file = self._socket.makefile("rb")
        self._number = 0
        self._received()  # its greeting
        capabilities = {"acceptInsecureCerts": False, "pageLoadStrategy": "normal"}
        self.ask("WebDriver:NewSession", capabilities)

    def close(self) -> None:
        """Let go of it."""
        self._file.close()
        self._socket.close()

    def ask(self, command: str, parameters: dict[str, Any] | None = None) -> Any:
        """Send a command and wait for what it gives.

        Raises:
            RuntimeError: Firefox says that it failed.
        """
        self._number += 1
        message = json.dumps([0, self._number, command, parameters or {}]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._received()
        if error:
            raise RuntimeError(f"{command}: {error['message']}")
        return result

    def visit(self, path: Path, fragment: str = "") -> None:
        """Open a file as a double click does and wait until the map can be used."""
        self.ask("WebDriver:Navigate", {"url": "about:blank"})
        self.ask("WebDriver:Navigate", {"url": path.as_uri() + fragment})
        self.wait("document.body.dataset.ready === 'yes'")

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script in the page returns."""
        reply = self.ask(
            "WebDriver:ExecuteScript", {"script": script, "args": [*arguments], "sandbox": None}
        )
        return reply["value"]

    def wait(self, condition: str) -> None:
        """Wait until an expression in the page is true."""
        until = time.monotonic() + _PATIENCE
        while not self.run(f"return {condition}"):
            assert time.monotonic() < until, condition
            time.sleep(0.05)

    def click(self, selector: str) -> None:
        """Click what a selector finds, where it is seen."""
        self.ask("WebDriver:ElementClick", {"id": self._find(selector)})

    def type(self, selector: str, text: str) -> None:
        """Type into a field; ``\\ue007`` is the Enter key."""
        element = self._find(selector)
        self.ask("WebDriver:ElementClear", {"id": element})
        self.ask("WebDriver:ElementSendKeys", {"id": element, "text": text})

    def text(self, selector: str) -> str:
        """The words that a person sees there."""
        return str(self.run("return document.querySelector(arguments[0]).innerText", selector))

    def picture(self) -> bytes:
        """The page as it is seen, as a PNG."""
        reply = self.ask("WebDriver:TakeScreenshot", {"full": False})
        return base64.b64decode(reply["value"])

    def printed(self) -> bytes:
        """The page on paper, of the size that it asks for, as a PDF."""
        page = {"width": 42.0, "height": 29.7}
        reply = self.ask("WebDriver:Print", {"page": page, "background": True})
        return base64.b64decode(reply["value"])

    def watch(self, path: Path) -> None:
        """Note from now on what the console says of a page, and what the page asks for."""
        self._as_browser(_WATCH, path.as_uri())

    def message(self) -> list[str]:
        """What the console has said."""
        return [str(each) for each in self._as_browser("return window.keikakuMessages")]

    def wait_for_message(self, words: str) -> None:
        """Wait until the console has said something with these words; it speaks when it likes."""
        until = time.monotonic() + _PATIENCE
        while not any(words in message for message in self.message()):
            assert time.monotonic() < until, words
            time.sleep(0.05)

    def requests(self) -> list[str]:
        """What the page has asked of the network."""
        return [str(each) for each in self._as_browser("return window.keikakuAsked")]

    def _as_browser(self, script: str, *arguments: Any) -> Any:
        self.ask("Marionette:SetContext", {"value": "chrome"})
        try:
            return self.run(script, *arguments)
        finally:
            self.ask("Marionette:SetContext", {"value": "content"})

    def _find(self, selector: str) -> str:
        reply = self.ask("WebDriver:FindElement", {"using": "css selector", "value": selector})
        return str(next(iter(reply["value"].values())))

    def _received(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            byte = self._file.read(1)
            if not byte:
                raise RuntimeError("Firefox has gone")
            length += byte
        return json.loads(self._file.read(int(length[:-1])))


@contextlib.contextmanager
def running(program: str, profile: Path) -> Iterator[Firefox]:
    """A Firefox without a window, with a profile of its own, that ends with the block."""
    profile.mkdir(parents=True)
    lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in _PREFERENCES.items()]
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    flags = ["--headless", "--no-remote", "--marionette", "--remote-allow-system-access"]
    size = ["--width", "1366", "--height", "768"]
    process = subprocess.Popen(
        [program, *flags, *size, "--profile", str(profile)],
        env=os.environ | {"HOME": str(profile), "MOZ_HEADLESS_WIDTH": "1366"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        with contextlib.closing(Firefox(_port(process, profile / "MarionetteActivePort"))) as one:
            yield one
    finally:
        process.terminate()
        process.wait(30)


def _port(process: subprocess.Popen[bytes], file: Path) -> int:
    """The port that Firefox has chosen and written down."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        if file.exists() and (text := file.read_text(encoding="utf-8").strip()):
            return int(text)
        time.sleep(0.05)
    raise RuntimeError("Firefox does not answer")
