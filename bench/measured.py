"""One measurement, and how a run of them is told."""

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """What was compared, the figure, its promised limit and its unit."""

    what: str
    figure: float
    limit: float
    unit: str = "times"

    @property
    def kept(self) -> bool:
        """Whether the promise is kept."""
        return self.figure <= self.limit

    def __str__(self) -> str:
        return (
            f"{'ok  ' if self.kept else 'OVER'} {self.figure:9.2f} {self.unit:<7} (at most {self.limit:g})  {self.what}"
        )


@dataclass(frozen=True)
class Cost:
    """Processor seconds and the highest memory of a process."""

    cpu: float
    megabytes: float


def cost_of(module: str, *arguments: str, env: dict[str, str] | None = None) -> Cost:
    """Run `python -m module arguments` by itself; it prints its own processor seconds on its last line."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=env)
    cpu, megabytes = done.stdout.split()[-2:]
    return Cost(float(cpu), float(megabytes))


def tell_cost(do: Callable[[], object]) -> None:
    """Do a thing and print what it cost, for `cost_of`."""
    before = time.process_time()
    do()
    cpu = time.process_time() - before
    print(cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def median_of_pairs(times: int, one: Callable[[], float], other: Callable[[], float]) -> float:
    """The median of the ratios of pairs run in turn, so that a slow moment of the machine hits both."""
    ratios: list[float] = []
    for _ in range(times):
        top = one()
        ratios.append(top / other())
    return statistics.median(ratios)


def tell(measured: Sequence[Measured]) -> bool:
    """Print each; whether every promise is kept."""
    for each in measured:
        print(each, flush=True)
    return all(each.kept for each in measured)
