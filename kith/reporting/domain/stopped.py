"""The stop list: whose words may not be used now, whatever the store was made with."""

from collections.abc import Iterable

import pyarrow as pa

from kith.analytics.contracts import Contract, key

STOPPED = Contract("stopped", 1, "One row a client who says no to evaluation now", (key("client"),))


def stopped_table(clients: Iterable[int]) -> pa.Table:
    """The list, of pseudonyms."""
    return pa.table([pa.array(sorted(clients), pa.int64())], schema=STOPPED.arrow)


NOBODY_STOPPED = stopped_table(())
