"""The front door of the demonstration.

`load_demo(progress=)` loads the made-up service once, in one transaction, and returns the lines that tell how to sign
in; `progress` is called with a sentence. `SHOWN` is (role, e-mail) for each role and `PASSWORD` the one they share.
"""

from kith.nonprod.actions.cast import PASSWORD, SHOWN
from kith.nonprod.actions.load import load_demo, sign_ins

__all__ = ["PASSWORD", "SHOWN", "load_demo", "sign_ins"]
