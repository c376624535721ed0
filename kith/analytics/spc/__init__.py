"""Statistical process control: telling a change from the noise of the months."""

from kith.analytics.spc.laney import LaneyChart, p_prime, u_prime
from kith.analytics.spc.profiles import PROFILES, Profile
from kith.analytics.spc.rare import TChart, t_chart
from kith.analytics.spc.run import RunChart, run_chart
from kith.analytics.spc.xmr import XmrChart, xmr

__all__ = [
    "PROFILES",
    "LaneyChart",
    "Profile",
    "RunChart",
    "TChart",
    "XmrChart",
    "p_prime",
    "run_chart",
    "t_chart",
    "u_prime",
    "xmr",
]
