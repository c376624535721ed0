"""Which cells repeat an earlier release, so that no cell and no total of the two differs by a handful of people."""

from collections.abc import Hashable, Mapping, Sequence

from kith.analytics.disclosure.rules import Rule
from kith.analytics.disclosure.system import Sum
from kith.analytics.errors import UnbalancedTable


class Differences:
    """Two sets of counts over the same sums. Parts are settled, totals follow from them."""

    def __init__(
        self, earlier: Mapping[Hashable, int], new: Mapping[Hashable, int], sums: Sequence[Sum], rule: Rule
    ) -> None:
        self.sums, self.rule = list(sums), rule
        self.totals = {each.total for each in self.sums}
        named = [key for each in self.sums for key in (each.total, *each.parts)]
        self.keys = list(dict.fromkeys([*new, *earlier, *named]))
        self.parts = [key for key in self.keys if key not in self.totals]
        self.earlier = self._added_up({key: earlier.get(key, 0) for key in self.parts})
        self.new = self._added_up({key: new.get(key, 0) for key in self.parts})
        for given, right in ((earlier, self.earlier), (new, self.new)):
            if any(given.get(key, right[key]) != right[key] for key in self.totals) or not self._balanced(right):
                raise UnbalancedTable("The parts of a release do not add up to its totals.")

    def settled(self) -> dict[Hashable, int]:
        """The count of every key; holding more cells ends at the latest with the earlier release as a whole."""
        held = {key for key in self.parts if self._few(self.new[key] - self.earlier[key])}
        while True:
            used = self._added_up({key: (self.earlier if key in held else self.new)[key] for key in self.parts})
            more = self._more_to_hold(used) - held
            if not more:
                return used
            held |= more

    def _more_to_hold(self, used: Mapping[Hashable, int]) -> set[Hashable]:
        for each in self.sums:
            if used[each.total] != sum(used[part] for part in each.parts):
                return self._hanging_together(each.total)
        for each in self.sums:
            if self._few(used[each.total] - self.earlier[each.total]):
                changed = [key for key in self._under(each.total) if used[key] != self.earlier[key]]
                return set(sorted(changed, key=lambda key: abs(used[key] - self.earlier[key]))[:1])
        return set()

    def _few(self, difference: int) -> bool:
        return self.rule.hides(abs(difference))

    def _added_up(self, parts: Mapping[Hashable, int]) -> dict[Hashable, int]:
        """Each total by the first of its breakdowns, from the finest upwards."""
        found, waiting = dict(parts), list(self.sums)
        while waiting:
            ready = [each for each in waiting if all(part in found for part in each.parts)]
            if not ready:
                raise UnbalancedTable("A total is part of itself.")
            for each in ready:
                found.setdefault(each.total, sum(found[part] for part in each.parts))
            waiting = [each for each in waiting if each not in ready]
        return found

    def _balanced(self, counts: Mapping[Hashable, int]) -> bool:
        return all(counts[each.total] == sum(counts[part] for part in each.parts) for each in self.sums)

    def _under(self, total: Hashable) -> list[Hashable]:
        found, waiting = [], [total]
        while waiting:
            key = waiting.pop()
            below = [part for each in self.sums if each.total == key for part in each.parts]
            found += [key] if not below else []
            waiting += below
        return sorted(set(found), key=self.keys.index)

    def _hanging_together(self, key: Hashable) -> set[Hashable]:
        found, waiting = {key}, [key]
        while waiting:
            one = waiting.pop()
            members = [{each.total, *each.parts} for each in self.sums]
            beside = set().union(*(every for every in members if one in every))
            waiting += beside - found
            found |= beside
        return found - self.totals
