"""The real binary: its commands, and a server on a data directory of its own."""

import json
import os
import re
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from .client import Client

ROOT = Path(__file__).resolve().parents[3]
BINARY = Path(os.environ.get("XUBAO_BINARY", ROOT / ".build/release/xubao")).resolve()

# Long enough for a machine that is busy with something else; nothing waits this long when all is well.
PATIENCE = 60


def wait_until(condition, patience=PATIENCE, what="the condition"):
    """Polls until the condition gives something; fails when it never does."""
    deadline = time.monotonic() + patience
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {patience} s in vain for {what}")
        time.sleep(0.005)


@dataclass
class Outcome:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


def environment(language="zh_CN.UTF-8", **variables):
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XUBAO_", "LC_", "LANG"))}
    return kept | {"LANG": language, "LC_ALL": language} | variables


def command(*words, data=None, stdin=None, language="zh_CN.UTF-8", patience=PATIENCE, cwd=None, variables=None):
    """Runs a command to its end."""
    line = [str(BINARY), *map(str, words)] + (["--data", str(data)] if data else [])
    surroundings = environment(language, **variables or {})
    done = subprocess.run(line, input=stdin, capture_output=True, timeout=patience, env=surroundings, cwd=cwd)
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def enrol(data, code="E2E", name="端到端财险", role="insurer"):
    """Makes an insurer or an office known; its key."""
    outcome = command(role, "add", code, "--name", name, "--json", data=data)
    assert outcome.code == 0, outcome.err
    return outcome.json["key"]


class Server:
    """`xubao serve` on a data directory and a free port."""

    def __init__(self, data, *options, logs, greets="json", language="zh_CN.UTF-8", variables=None):
        self.data = Path(data)
        self.out = Path(logs) / f"{self.data.name}.out"
        self.err = Path(logs) / f"{self.data.name}.err"
        self.options = options
        self.greets = greets
        self.environment = environment(language, **variables or {})
        self.process = None

    def start(self, readiness=200):
        """Starts it and waits until it says how ready it is; the seconds that took."""
        began = time.monotonic()
        before = self.out.stat().st_size if self.out.exists() else 0
        line = [str(BINARY), "serve", "--data", str(self.data), "--listen", "127.0.0.1:0", *map(str, self.options)]
        if self.greets == "json":
            line.append("--json")
        with open(self.out, "ab") as out, open(self.err, "ab") as err:
            self.process = subprocess.Popen(line, stdout=out, stderr=err, env=self.environment)
        self.url = wait_until(lambda: self._greeting(before), what="the server's greeting")
        self.client = Client(self.url)
        wait_until(lambda: self._readiness() == readiness, what=f"readiness {readiness}")
        return time.monotonic() - began

    def _greeting(self, before):
        assert self.process.poll() is None, f"serve ended with {self.process.returncode}: {self.err.read_text()}"
        text = self.out.read_bytes()[before:].decode()
        if not text.endswith("\n"):
            return None
        if self.greets == "json":
            return json.loads(text.splitlines()[0])["url"]
        return re.search(r"http://[0-9.:]+", text)[0]

    def _readiness(self):
        try:
            return self.client.get("/readyz").status
        except OSError:
            return None

    @property
    def is_alive(self):
        return self.process is not None and self.process.poll() is None

    def stop(self, patience=PATIENCE):
        """Ends it gracefully; its exit code."""
        if self.process is None:
            return None
        if self.is_alive:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise

    def kill(self):
        """Ends it between two instructions."""
        self.process.kill()
        self.process.wait()

    @property
    def resident_MiB(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def metric(self, name):
        text = self.client.get("/metrics").text
        return int(re.search(rf"^{re.escape(name)} (\d+)$", text, re.M)[1])

    @property
    def entries(self):
        return self.metric("xubao_log_entries")
