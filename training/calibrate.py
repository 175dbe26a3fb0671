"""Temperatures that make probabilities honest: of arcs given 0.8, four in five should be right."""

from pathlib import Path

import numpy as np

from . import corpus, names
from .names import CROSSNER_TYPES
from .reader import Reader, log_softmax

TEMPERATURES = np.geomspace(0.5, 4, 31)


def fit_temperatures(data: Path, model: Path) -> dict[str, float]:
    """Fitted on the dev sets, the finished graph being what is measured."""
    reader = Reader(model)
    return {"arcs": _fit(*_arcs(reader, data)), "names": _fit(*_names(reader, data))}


def _fit(outcomes: np.ndarray, probability_at) -> float:
    """The temperature with the least log loss of "was it right?"."""

    def loss(t: float) -> float:
        p = np.clip(probability_at(t), 1e-6, 1 - 1e-6)
        return -np.where(outcomes, np.log(p), np.log(1 - p)).mean()

    return round(float(min(TEMPERATURES, key=loss)), 3)


def _arcs(reader: Reader, data: Path):
    rows, chosen, right = [], [], []
    for name, sentences in corpus.load_dev(data).items():
        for s in sentences[:600] if name != "GUM dev news" else []:  # these are in GUM dev already
            p = reader.read(s.forms)
            rows += list(p.arc_scores)
            chosen += p.heads
            right += [a == b for a, b in zip(p.heads, s.heads)]

    def probability(t: float) -> np.ndarray:
        return np.array([np.exp(log_softmax(r / t)[h]) for r, h in zip(rows, chosen)])

    return np.array(right), probability


def _names(reader: Reader, data: Path):
    scores, right = [], []
    tags = reader.config["tags"]
    for forms, gold in names.read_crossner(data / "ner" / "crossner-politics" / "dev.txt"):
        truth = {(a, b, _merged(CROSSNER_TYPES[t])) for a, b, t in gold if t in CROSSNER_TYPES}
        p = reader.read(forms)
        for a, b, kind in p.names:
            if kind in CROSSNER_TYPES.values():
                wanted = names.to_tags(b - a, [(0, b - a, kind)])
                scores.append((p.name_scores[a:b], [tags.index(t) for t in wanted]))
                right.append((a, b, _merged(kind)) in truth)

    def probability(t: float) -> np.ndarray:
        return np.array([name_probability(rows / t, ids) for rows, ids in scores])

    return np.array(right), probability


def _merged(kind: str) -> str:
    """CrossNER does not tell kinds of places apart as we do."""
    return "LOC" if kind in names.PLACES else kind


def name_probability(scores: np.ndarray, tags: list[int]) -> float:
    """A name is as sure as the least sure of its tags."""
    return float(np.exp(log_softmax(scores)[np.arange(len(tags)), tags].min()))
