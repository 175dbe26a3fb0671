"""Measures a model folder on the dev sets, with spaCy's en_core_web_md beside it for names."""

import time
from collections import Counter
from pathlib import Path

from . import corpus, names
from .names import CROSSNER_TYPES, Span
from .reader import Reader

MERGED = {"GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "PERSON": "PERSON", "ORG": "ORG", "EVENT": "EVENT"}
Counts = dict[str, tuple[int, int, int]]
CASES = {"as written": None, "lower case": str.lower, "UPPER CASE": str.upper}


def evaluate(data: Path, work: Path, model: Path) -> None:
    dev = corpus.load_dev(data)
    for folder in (model, work / "float"):
        reader = Reader(folder)
        print(f"{folder.name}, version {reader.config['version']}, {reader.config['steps']} steps")
        print(syntax_table({name: measure_syntax(reader, s) for name, s in dev.items()}), flush=True)
    print(names_table(Reader(model), data))


def measure_syntax(reader: Reader, sentences: list[corpus.Sentence]) -> dict[str, float]:
    """Shares of words, given the gold words."""
    right: Counter[str] = Counter()
    words, seconds = 0, 0.0
    for s in sentences:
        start = time.perf_counter()
        p = reader.read(s.forms)
        seconds += time.perf_counter() - start
        words += len(s.forms)
        for i in range(len(s.forms)):
            head = p.heads[i] == s.heads[i]
            right["UPOS"] += p.upos[i] == s.upos[i]
            right["FEATS"] += p.feats[i] == s.feats[i]
            right["lemma"] += s.lemmas[i] in ("_", p.lemmas[i])  # as the CoNLL 2018 scorer counts
            right["UAS"] += head
            right["LAS"] += head and p.deprels[i].split(":")[0] == s.deprels[i].split(":")[0]
            right["LAS full"] += head and p.deprels[i] == s.deprels[i]
    return {k: v / words for k, v in right.items()} | {"words/s": words / seconds}


def syntax_table(rows: dict[str, dict[str, float]]) -> str:
    columns = ["UPOS", "FEATS", "lemma", "UAS", "LAS", "LAS full"]
    lines = ["| set | " + " | ".join(columns) + " | words/s |", "|---" * (len(columns) + 2) + "|"]
    for name, r in rows.items():
        lines.append(f"| {name} | " + " | ".join(f"{100 * r[c]:.2f}" for c in columns) + f" | {r['words/s']:.0f} |")
    return "\n".join(lines)


def names_table(reader: Reader, data: Path) -> str:
    gold = names.read_crossner(data / "ner" / "crossner-politics" / "dev.txt")
    teacher = names.Teacher()
    lines = ["| CrossNER politics dev | reader P / R / F1 | spaCy md P / R / F1 |", "|---|---|---|"]
    for case, change in CASES.items():
        texts = [[change(f) if change else f for f in forms] for forms, _ in gold]
        found = [reader.read(t).names for t in texts], teacher.spans(texts)
        lines.append(_row(f"{case}, all, misc counted as wrong", "all", [score_names(gold, f, True) for f in found]))
        counts = [score_names(gold, f) for f in found]
        for kind in ["all"] + ([] if change else sorted(set(MERGED.values()))):
            lines.append(_row(f"{case}, {kind}", kind, counts))
    return "\n".join(lines)


def _row(title: str, kind: str, counts: list[Counts]) -> str:
    return f"| {title} | " + " | ".join(_figures(c[kind]) for c in counts) + " |"


def _figures(counts: tuple[int, int, int]) -> str:
    right, said, wanted = counts
    precision, recall = right / max(1, said), right / max(1, wanted)
    return f"{precision:.3f} / {recall:.3f} / {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def score_names(gold: list[tuple[list[str], list[Span]]], found: list[list[Span]], strict: bool = False) -> Counts:
    """Right, said and wanted names, by type; span and type must both agree.

    What CrossNER calls "misc" has no type here: names that touch one do not count, or, if `strict`, are wrong.
    """
    counts = {k: [0, 0, 0] for k in ["all", *MERGED.values()]}
    for (_, wanted), said in zip(gold, found):
        misc = {i for a, b, t in wanted if t not in CROSSNER_TYPES for i in range(a, b)}
        truth = {(a, b, MERGED[CROSSNER_TYPES[t]]) for a, b, t in wanted if t in CROSSNER_TYPES}
        guess = {(a, b, MERGED[t]) for a, b, t in said if t in MERGED and (strict or not misc.intersection(range(a, b)))}
        for place, items in enumerate((truth & guess, guess, truth)):
            for _, _, kind in items:
                counts["all"][place] += 1
                counts[kind][place] += 1
    return {k: tuple(v) for k, v in counts.items()}
