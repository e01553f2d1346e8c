"""A calibration curve: of the pairs with a score, the share that is one event, beside the score itself.

In: `Part`s of the scores, each with its pairs. Out: `curve`, an SVG picture as text: a dot for each part, larger
the more pairs it has, with the share's 95 % interval (Wilson's), and the diagonal on which a score would be the share.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

SIZE, EDGE = 320, 44  # of the square and of what is around it
Z = 1.96  # 95 %


@dataclass
class Part:
    """Pairs whose score is from `low` on, up to the next part: how many, of them one event, their scores summed."""

    low: float
    pairs: int = 0
    same: int = 0
    total: float = 0.0

    def add(self, score: float, same: bool) -> None:
        """One pair more."""
        self.pairs, self.same, self.total = self.pairs + 1, self.same + int(same), self.total + score

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval of the share."""
        n, share = self.pairs, self.same / self.pairs
        middle, half = share + Z**2 / (2 * n), Z * sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
        return (middle - half) / (1 + Z**2 / n), (middle + half) / (1 + Z**2 / n)


def curve(parts: list[Part]) -> str:
    """The picture."""
    told = [part for part in parts if part.pairs]
    dots = [(part.total / part.pairs, part.same / part.pairs, part) for part in told]
    path = " ".join(f"{_x(score):.1f},{_y(share):.1f}" for score, share, _ in dots)
    body = [_frame(), f'<polyline class="c" points="{path}"/>']
    for score, share, part in dots:
        low, high = part.interval
        body.append(
            f'<line class="i" x1="{_x(score):.1f}" x2="{_x(score):.1f}" y1="{_y(low):.1f}" y2="{_y(high):.1f}"/>'
        )
        seen = f"score {score:.2f}: {part.same} of {part.pairs} are one event"
        size = 2.5 + sqrt(part.pairs) / 3
        body.append(f'<circle cx="{_x(score):.1f}" cy="{_y(share):.1f}" r="{size:.1f}"><title>{seen}</title></circle>')
    whole = SIZE + 2 * EDGE
    style = (
        "text{font:12px sans-serif;fill:#444}.g{stroke:#ddd}.d{stroke:#999;stroke-dasharray:4 4}"
        ".c{fill:none;stroke:#1a6b8a;stroke-width:1.5}.i{stroke:#1a6b8a}circle{fill:#1a6b8a}"
    )
    box = f'viewBox="0 0 {whole} {whole}" width="{whole}" height="{whole}" role="img"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {box}>'
    title = "<title>Calibration: the share of pairs that are one event, by the score of merging</title>"
    paper = f'<rect width="{whole}" height="{whole}" fill="#fff"/>'
    return "\n".join([head, title, f"<style>{style}</style>", paper, *body, "</svg>"]) + "\n"


def _frame() -> str:
    """Grid, diagonal, numbers and what the sides mean."""
    lines = []
    for step in range(6):
        at, word = step / 5, f"{20 * step}"
        lines.append(f'<line class="g" x1="{_x(at):.1f}" x2="{_x(at):.1f}" y1="{_y(0):.1f}" y2="{_y(1):.1f}"/>')
        lines.append(f'<line class="g" x1="{_x(0):.1f}" x2="{_x(1):.1f}" y1="{_y(at):.1f}" y2="{_y(at):.1f}"/>')
        lines.append(f'<text x="{_x(at):.1f}" y="{_y(0) + 16:.1f}" text-anchor="middle">{word}</text>')
        lines.append(f'<text x="{_x(0) - 6:.1f}" y="{_y(at) + 4:.1f}" text-anchor="end">{word}</text>')
    lines.append(f'<line class="d" x1="{_x(0):.1f}" y1="{_y(0):.1f}" x2="{_x(1):.1f}" y2="{_y(1):.1f}"/>')
    lines.append(f'<text x="{_x(0.5):.1f}" y="{_y(0) + 34:.1f}" text-anchor="middle">score of the pair, in %</text>')
    middle = f"{_x(0) - 32:.1f} {_y(0.5):.1f}"
    x, y = middle.split()
    lines.append(f'<text x="{x}" y="{y}" text-anchor="middle" transform="rotate(-90 {middle})">one event, in %</text>')
    return "\n".join(lines)


def _x(share: float) -> float:
    return EDGE + share * SIZE


def _y(share: float) -> float:
    return EDGE / 2 + (1 - share) * SIZE
