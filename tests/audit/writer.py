"""One of many writers, in a process of its own: pages, jobs, and transactions that come to nothing.

`python -m tests.audit.writer TIMES` writes, and says so; with `for-ever` it writes until it is killed.
"""

import itertools
import sys


def main(times: str) -> None:
    """Write, each time as a page does, as a job does, and in vain."""
    import django

    django.setup()
    from django.db import transaction

    from kith.access.api import system_viewer
    from kith.audit.api import Deed, record, record_all
    from kith.kernel.ids import new_id

    class InVainError(Exception):
        pass

    def deeds(rows: int) -> list[Deed]:
        return [Deed("changed", "people.Person", [new_id()], ["surname"], client_id=new_id()) for _ in range(rows)]

    actor = system_viewer().actor
    for number in itertools.count() if times == "for-ever" else range(int(times)):
        record(actor=actor, deed=deeds(1)[0])
        with transaction.atomic():
            record_all(actor=actor, deeds=deeds(2))
            try:
                with transaction.atomic():
                    record(actor=actor, deed=deeds(1)[0])
                    raise InVainError
            except InVainError:
                record(actor=actor, deed=deeds(1)[0])
            if number % 3 == 0:
                transaction.set_rollback(True)
        if number == 0:
            print("writing", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
