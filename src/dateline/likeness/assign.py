"""The best one-to-one pairing of two lists (the Hungarian algorithm).

In: the gain of each pair worth making: a table with one row for each of the one list and one column for each of the
other (None forbids a pair), or a mapping of pairs. Out: the pairs (row, column) of the greatest total gain. Pairs that
gain nothing are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def assign(gains: Sequence[Sequence[float | None]]) -> list[tuple[int, int]]:
    """The pairs of greatest total gain, in order of rows."""
    return best_pairs({(i, j): gain for i, row in enumerate(gains) for j, gain in enumerate(row) if gain})


def best_pairs(gains: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The same of the pairs given; rows that share no column are settled apart."""
    useful: dict[int, list[int]] = {}
    for i, j in sorted(gains):
        useful.setdefault(i, []).append(j)
    pairs: list[tuple[int, int]] = []
    for rows, columns in _parts(useful):
        table = [[gains.get((i, j), 0.0) for j in columns] for i in rows]
        pairs += [(rows[i], columns[j]) for i, j in _best(table)]
    return sorted(pairs)


def _parts(useful: dict[int, list[int]]) -> Iterator[tuple[list[int], list[int]]]:
    """Rows and columns that hang together by a gain."""
    by_column: dict[int, list[int]] = {}
    for i, columns in useful.items():
        for j in columns:
            by_column.setdefault(j, []).append(i)
    left = {i for i, columns in useful.items() if columns}
    while left:
        rows, reached = {min(left)}, set[int]()
        todo = [min(left)]
        while todo:
            for j in set(useful[todo.pop()]) - reached:
                reached.add(j)
                fresh = set(by_column[j]) - rows
                rows |= fresh
                todo += fresh
        left -= rows
        yield sorted(rows), sorted(reached)


def _best(table: list[list[float]]) -> list[tuple[int, int]]:
    wide = len(table) <= len(table[0])
    turned = table if wide else [list(column) for column in zip(*table, strict=True)]
    pairs = [(i, j) for i, j in enumerate(_columns(turned)) if turned[i][j] > 0]
    return pairs if wide else [(j, i) for i, j in pairs]


def _columns(table: list[list[float]]) -> list[int]:
    """The column of each row; at least as many columns as rows. Potentials and shortest paths, one row at a time."""
    rows, columns = len(table), len(table[0])
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner, came_from = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0], column = row, 0
        least, seen = [float("inf")] * (columns + 1), [False] * (columns + 1)
        while owner[column]:
            seen[column] = True
            here, step, following = owner[column], float("inf"), 0
            for j in range(1, columns + 1):
                if seen[j]:
                    continue
                cost = -table[here - 1][j - 1] - of_row[here] - of_column[j]
                if cost < least[j]:
                    least[j], came_from[j] = cost, column
                if least[j] < step:
                    step, following = least[j], j
            for j in range(columns + 1):
                if seen[j]:
                    of_row[owner[j]] += step
                    of_column[j] -= step
                else:
                    least[j] -= step
            column = following
        while column:
            owner[column] = owner[came_from[column]]
            column = came_from[column]
    found = [0] * rows
    for j in range(1, columns + 1):
        if owner[j]:
            found[owner[j] - 1] = j - 1
    return found
