"""From arc scores to a well-formed tree with one root. `src/language/` does the same in TypeScript."""

import numpy as np


def decode(scores: np.ndarray) -> list[int]:
    """`scores[d][h]`: word d+1 hangs on word h, 0 being the root. Returns a head for each word."""
    heads = _best(scores)
    root = heads.index(0) + 1
    if not any(_spans(h, d, root) for d, h in enumerate(heads, 1)):
        return heads
    clear = scores.copy()
    for d in range(1, len(scores) + 1):
        for h in range(len(scores) + 1):
            if _spans(h, d, root) or (h == 0 and d != root):
                clear[d - 1, h] = -1e6
    return _best(clear)


def _spans(head: int, word: int, root: int) -> bool:
    """Does the arc run over the word below the root? English hardly has such."""
    return head > 0 and (head - root) * (word - root) < 0


def _best(scores: np.ndarray) -> list[int]:
    greedy = scores.argmax(axis=1)
    if (greedy == 0).sum() == 1 and _cycle(greedy) is None:
        return [int(h) for h in greedy]
    n = len(scores)
    full = np.full((n + 1, n + 1), -np.inf)
    full[1:] = scores
    np.fill_diagonal(full, -np.inf)
    # One root: try those that can matter, best tree wins.
    best, best_score = None, -np.inf
    for root in np.argsort(-full[1:, 0], kind="stable")[:5] + 1:
        single = full.copy()
        single[:, 0] = -np.inf
        single[root] = -np.inf
        single[root, 0] = full[root, 0]
        heads = _edmonds(single)
        total = sum(single[d, heads[d]] for d in range(1, n + 1))
        if total > best_score:
            best, best_score = heads, total
    return [int(h) for h in best[1:]]


def _cycle(heads: np.ndarray) -> list[int] | None:
    """A cycle among the words of `heads` (1-based dependents in order), if there is one."""
    state = [0] * (len(heads) + 1)
    for start in range(1, len(heads) + 1):
        path, node = [], start
        while node and state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node - 1])
        if node and state[node] == 1:
            return path[path.index(node) :]
        for p in path:
            state[p] = 2
    return None


def _edmonds(scores: np.ndarray) -> np.ndarray:
    """Chu-Liu/Edmonds on `scores[d, h]`, node 0 the root."""
    heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads[1:])
    if cycle is None:
        return heads
    inside = np.zeros(len(scores), bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    ring = np.flatnonzero(inside)
    m = len(outside)
    small = np.full((m + 1, m + 1), -np.inf)
    small[:m, :m] = scores[np.ix_(outside, outside)]
    # Out of the ring: the best head in it. Into the ring: breaking it where it costs least.
    leave = scores[np.ix_(outside, ring)]
    small[:m, m] = leave.max(axis=1)
    leave_from = ring[leave.argmax(axis=1)]
    enter = scores[np.ix_(ring, outside)] - scores[ring, heads[ring]][:, None]
    small[m, :m] = enter.max(axis=0)
    enter_at = ring[enter.argmax(axis=0)]
    small[0] = -np.inf
    solved = _edmonds(small)
    result = heads.copy()
    for k in range(1, m):
        result[outside[k]] = outside[solved[k]] if solved[k] < m else leave_from[k]
    broken = enter_at[solved[m]]
    result[broken] = outside[solved[m]]
    return result
