"""Runs the product and the programs it is measured against, as a user would: by their command lines."""

import hashlib
import http.client
import json
import os
import signal
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

INSURERS = {
    "PICC": "人保财险", "PAIC": "平安产险", "CPIC": "太保产险", "CLPC": "国寿财险",
    "CIC": "中华财险", "CCIC": "大地财险", "YGBX": "阳光财险", "TPIC": "太平财险",
}


@dataclass
class Finished:
    """A process that has ended: what it printed, how long it took, what it used."""

    output: bytes
    seconds: float
    processor_seconds: float
    peak_mebibytes: float


class Server:
    """A listening process, ended with the `with` block."""

    def __init__(self, command: list, port: int, log: Path, environment: dict | None = None):
        self.port = port
        self.began = time.perf_counter()
        with log.open("wb") as file:
            self.process = subprocess.Popen(
                [str(word) for word in command], stdout=file, stderr=file, env={**os.environ, **(environment or {})})
        self.log = log

    @property
    def id(self) -> int:
        return self.process.pid

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def first_answer(self, body: bytes, headers: dict | None = None, patience: float = 120) -> float:
        """Seconds from the start of the process to its first answer."""
        while time.perf_counter() - self.began < patience:
            if self.process.poll() is not None:
                raise SystemExit(f"the server ended early; it said:\n{self.log.read_text(errors='replace')}")
            try:
                status, said = ask(self.port, body, headers)
                if status == 200:
                    return time.perf_counter() - self.began
                if status != 503:
                    raise SystemExit(f"the server answered with {status}: {said.decode(errors='replace')}")
            except OSError:
                pass
            time.sleep(0.002)
        raise SystemExit(f"the server did not answer in {patience:.0f} s")


def ask(port: int, body: bytes, headers: dict | None = None) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request(
            "POST", "/v1/coverage-queries", body, {"Content-Type": "application/json", **(headers or {})})
        response = connection.getresponse()
        return response.status, response.read()
    except http.client.HTTPException as problem:
        raise ConnectionError(str(problem)) from problem
    finally:
        connection.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def question(vehicle: tuple[str, str]) -> bytes:
    plate, suffix = vehicle
    return json.dumps({"plate": {"number": plate}, "vinSuffix": suffix}, ensure_ascii=False).encode()


class Product:
    def __init__(self, binary: Path):
        self.binary = binary.resolve()

    @property
    def fingerprint(self) -> str:
        """Changes with every build."""
        with self.binary.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:16]

    def world_fingerprint(self, as_of: str, seed: int) -> str:
        """Changes when the generator writes other worlds; told by a small one."""
        with tempfile.TemporaryDirectory() as directory:
            self.run("world", "--vehicles", 300, "--seed", seed, "--as-of", as_of, "--output", directory)
            digest = hashlib.sha256()
            for path in sorted(Path(directory).iterdir()):
                digest.update(path.read_bytes())
        return digest.hexdigest()[:12]

    def run(self, *words, accept: tuple[int, ...] = (0,)) -> Finished:
        """Runs one command to its end and takes its resource use from the kernel."""
        command = [str(self.binary)] + [str(word) for word in words]
        with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as diagnostics:
            began = time.perf_counter()
            process = subprocess.Popen(command, stdout=output, stderr=diagnostics, stdin=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - began
            process.returncode = os.waitstatus_to_exitcode(status)
            output.seek(0)
            if process.returncode not in accept:
                diagnostics.seek(0)
                said = (output.read() + diagnostics.read()).decode(errors="replace")[-2000:]
                raise SystemExit(f"`xubao {words[0]}` ended with {process.returncode}:\n{said}")
            return Finished(
                output.read(), seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)

    def enrol(self, directory: Path):
        for code, name in INSURERS.items():
            self.run("insurer", "add", code, "--name", name, "--data", directory, "--json")

    def upload(self, directory: Path, path: Path, insurer: str, through: str | None) -> tuple[Finished, dict]:
        words = ["upload", path, "--insurer", insurer, "--data", directory, "--json"]
        if through:
            words += ["--reported-through", through]
        # Rows in quarantine are part of the world; the command may say so with 1.
        finished = self.run(*words, accept=(0, 1))
        return finished, json.loads(finished.output)

    def serve(self, directory: Path, log: Path) -> Server:
        port = free_port()
        return Server(
            [self.binary, "serve", "--data", directory, "--listen", f"127.0.0.1:{port}", "--trusted-proxy", "127.0.0.1"],
            port, log)

    def bare_server(self, document: Path, log: Path) -> Server:
        port = free_port()
        return Server([self.binary, "bench", "bare-server", "--port", port, "--document", document], port, log)
