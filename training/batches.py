"""Sentences to tensors: changed at random for training, sorted by length, padded."""

import random
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from . import lemma, names
from .corpus import Sentence, without_final_punctuation
from .pieces import Pieces

IGNORE = -100
LONGEST = 220  # pieces; longer training sentences are left out
SILVER_WEIGHT = 0.5
GOLD_NAMES_REPEAT = 6  # a parsed corpus of 20 000 sentences would drown 200


class Labels:
    def __init__(self, lists: dict[str, list]):
        self.lists = lists
        self.pieces = Pieces(lists["vocabulary"])
        self.ids = {k: {v: i for i, v in enumerate(lists[k])} for k in ("upos", "feats", "lemmas", "relations", "tags")}

    def of(self, kind: str, value: str | None) -> int:
        return self.ids[kind].get(value, IGNORE)

    def script(self, form: str, wanted: str) -> int:
        return IGNORE if wanted == "_" else self.of("lemmas", lemma.make_script(form, wanted))


def recase(s: Sentence, case: str) -> Sentence:
    """Headlines come in all cases. The small words of a Title Case headline stay as they are."""
    change = {"lower": str.lower, "UPPER": str.upper, "Title": _title}[case]
    return replace(s, forms=[change(f) for f in s.forms])


def _title(word: str) -> str:
    small = len(word) <= 3 and word.isalpha() and word.islower()
    return word if small or not word.islower() else word[:1].upper() + word[1:]


def augment(s: Sentence, rng: random.Random) -> Sentence:
    draw = rng.random()
    if draw < 0.84:
        return without_final_punctuation(s) if draw < 0.03 else s
    changed = recase(s, "lower" if draw < 0.90 else "UPPER" if draw < 0.95 else "Title")
    return without_final_punctuation(changed) if rng.random() < 0.5 else changed


def encode(s: Sentence, labels: Labels) -> dict[str, list]:
    n = len(s.forms)
    row = labels.pieces.inputs(s.forms)
    row["names"] = [labels.of("tags", t) for t in s.names or [None] * n]
    row["weight"] = [1.0 if s.gold_names else SILVER_WEIGHT] * n
    if not s.parsed:
        return row | {k: [IGNORE] * n for k in ("upos", "feats", "lemma", "heads", "relations")}
    row["upos"] = [labels.of("upos", v) for v in s.upos]
    row["feats"] = [labels.of("feats", v) for v in s.feats]
    row["lemma"] = [labels.script(f, wanted) for f, wanted in zip(s.forms, s.lemmas)]
    row["heads"] = s.heads
    row["relations"] = [labels.of("relations", v) for v in s.deprels]
    return row


PADDING = {"pieces": 0, "shapes": 0, "first": 0, "last": 0, "weight": 0.0}


def collate(rows: list[dict]) -> dict[str, Tensor]:
    batch = {}
    for key in rows[0]:
        width = max(len(r[key]) for r in rows)
        kind = np.float32 if key == "weight" else np.int64
        table = np.full((len(rows), width), PADDING.get(key, IGNORE), kind)
        for i, r in enumerate(rows):
            table[i, : len(r[key])] = r[key]
        batch[key] = torch.from_numpy(table)
    return batch


def by_length(rows: list[dict], most_pieces: int, rng: random.Random) -> Iterator[list[int]]:
    """Indices of rows of like length, at most so many pieces a batch with padding; the batches in random order."""
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]["pieces"]) + 3 * rng.random())
    groups: list[list[int]] = [[]]
    for i in order:
        length = len(rows[i]["pieces"])
        if groups[-1] and length * (len(groups[-1]) + 1) > most_pieces:
            groups.append([])
        groups[-1].append(i)
    rng.shuffle(groups)
    yield from groups


def epoch(
    parsed: list[Sentence], named: list[Sentence], pool: dict, labels: Labels, most_pieces: int, seed: int
) -> Iterator[dict[str, Tensor]]:
    """All parsed sentences once, the few with gold names several times, each time with other names in them."""
    rng = random.Random(seed)
    sentences = list(parsed)
    for turn in range(GOLD_NAMES_REPEAT):
        sentences += [names.swap_mentions(s, pool, 0.5, rng) if turn else s for s in named]
    rows = [encode(augment(s, rng), labels) for s in sentences]
    rows = [r for r in rows if len(r["pieces"]) <= LONGEST]
    for group in by_length(rows, most_pieces, rng):
        yield collate([rows[i] for i in group])
