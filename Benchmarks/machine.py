"""The machine the figures come from: its disk, its processors, and what else was going on meanwhile."""

import hashlib
import os
import time
from contextlib import contextmanager
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


def processor_seconds(process: int) -> float:
    """User and system time of a process and of its children that are still there."""
    stat = Path(f"/proc/{process}/stat").read_text()
    fields = stat[stat.rindex(")") + 2 :].split()
    own = (int(fields[11]) + int(fields[12])) / TICK
    return own + sum(processor_seconds(child) for child in children(process))


def children(process: int) -> list[int]:
    found = []
    for task in Path(f"/proc/{process}/task").iterdir():
        found += [int(child) for child in (task / "children").read_text().split()]
    return found


def peak_memory(process: int) -> float:
    """The most resident memory a running process has had, in MiB."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


class Watch:
    """Processor time of the whole machine during a span, and how much of it the hypervisor took away."""

    def __init__(self):
        self.before, self.began = counters(), time.monotonic()
        self.after, self.ended = self.before, self.began

    def finish(self):
        self.after, self.ended = counters(), time.monotonic()

    @property
    def busy(self) -> float:
        return self.after[0] - self.before[0]

    @property
    def steal(self) -> float:
        return self.after[1] - self.before[1]

    def report(self) -> dict:
        whole = max(self.ended - self.began, 0.001) * (os.cpu_count() or 1)
        return {"stolen %": round(100 * self.steal / whole, 2), "load average": os.getloadavg()[0]}

    def others(self, own: float) -> float:
        """Processors kept busy by processes that do not belong to the measurement, given what belongs to it."""
        return max(self.busy - own, 0) / max(self.ended - self.began, 0.001)


def counters() -> tuple[float, float]:
    user, nice, system, _, _, interrupt, soft, steal = map(
        int, Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9])
    return (user + nice + system + interrupt + soft) / TICK, steal / TICK


class Machine:
    def __init__(self, directory: Path):
        directory.mkdir(parents=True, exist_ok=True)
        self.directory = directory
        self.first_speed = hashing_speed()

    @contextmanager
    def watch(self):
        watch = Watch()
        try:
            yield watch
        finally:
            watch.finish()

    def describe(self) -> dict:
        model = next(
            (line.split(":", 1)[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
             if line.startswith("model name")), "unknown")
        return {"processors": os.cpu_count(), "model": model, "load average before": os.getloadavg()[0]}

    def noise(self) -> dict:
        """One core's speed at a fixed work (SHA-256), first and last: their difference is the machine's."""
        return {"one core's MB/s of SHA-256 first": self.first_speed, "last": hashing_speed()}

    def disk(self) -> dict:
        """What the disk does by itself: durable small writes in a second, and megabytes of a large durable file."""
        path = self.directory / "disk.probe"
        block = os.urandom(4096)
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            count, began = 0, time.monotonic()
            while time.monotonic() - began < 1.5:
                os.write(file, block)
                os.fdatasync(file)
                count += 1
            syncs = count / (time.monotonic() - began)
            large = os.urandom(1 << 20)
            began = time.monotonic()
            for _ in range(256):
                os.write(file, large)
            os.fdatasync(file)
            rate = 256 * 1.048576 / (time.monotonic() - began)
        finally:
            os.close(file)
            path.unlink()
        return {"fdatasync/s (4 KiB each)": syncs, "MB/s written (256 MiB, one fdatasync)": rate}


def hashing_speed() -> float:
    """The best of five, so that a short disturbance does not count."""
    block, best = bytes(16 << 20), 0.0
    for _ in range(5):
        began = time.perf_counter()
        hashlib.sha256(block).digest()
        best = max(best, len(block) / 1e6 / (time.perf_counter() - began))
    return best
