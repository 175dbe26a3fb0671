"""Runs a finished model folder on words. `src/language/` does the same in TypeScript; the two must agree."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime

from . import lemma, tree
from .names import Span, to_spans
from .pieces import Pieces


@dataclass(frozen=True)
class Parsed:
    upos: list[str]
    feats: list[str]
    lemmas: list[str]
    heads: list[int]
    deprels: list[str]
    arc_scores: np.ndarray  # chosen or not; [words, nodes], not yet divided by the temperature
    names: list[Span]
    name_scores: np.ndarray  # log probabilities at temperature 1, [words, tags]


class Reader:
    def __init__(self, folder: Path, threads: int = 1):
        self.config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self.pieces = Pieces((folder / "vocabulary.txt").read_text(encoding="utf-8").rstrip("\n").split("\n"))
        rows = (line.split("\t") for line in (folder / "lemmas.tsv").read_text(encoding="utf-8").splitlines())
        self.lexicon = {(form, upos): wanted for form, upos, wanted in rows}
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.session = onnxruntime.InferenceSession(folder / "reader.onnx", options, providers=["CPUExecutionProvider"])
        self.steps = allowed_steps(self.config["tags"])

    def read(self, forms: list[str]) -> Parsed:
        """Sentences of more pieces than the model has positions are for the caller to cut."""
        upos, feats, scripts, tags, arcs, relations = self.session.run(None, self.inputs(forms))
        heads = tree.decode(arcs)
        c = self.config
        tags = log_softmax(tags)
        upos = [c["upos"][i] for i in upos]
        return Parsed(
            upos=upos,
            feats=[c["feats"][i] for i in feats],
            lemmas=[self.lemma(f, u, c["lemmas"][i]) for f, u, i in zip(forms, upos, scripts)],
            heads=heads,
            deprels=[c["relations"][relations[d, h]] if h else "root" for d, h in enumerate(heads)],
            arc_scores=arcs,
            names=best_names(tags, c["tags"], self.steps),
            name_scores=tags,
        )

    def lemma(self, form: str, upos: str, script: str) -> str:
        return self.lexicon.get((form.lower(), upos)) or lemma.apply_script(form, script)

    def inputs(self, forms: list[str]) -> dict[str, np.ndarray]:
        return {k: np.array(v, np.int32) for k, v in self.pieces.inputs(forms).items()}


def log_softmax(scores: np.ndarray) -> np.ndarray:
    shifted = scores - scores.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


def allowed_steps(tags: list[str]) -> np.ndarray:
    """0 where tag j may follow tag i in BIOES, else minus infinity. The last row and column: outside the sentence."""

    def fits(before: str, after: str) -> bool:
        if before[0] in "BI":
            return after[0] in "IE" and after[2:] == before[2:]
        return after[0] not in "IE"

    around = [*tags, "O"]
    return np.array([[0.0 if fits(a, b) else -np.inf for b in around] for a in around])


def best_names(scores: np.ndarray, tags: list[str], steps: np.ndarray) -> list[Span]:
    """The best well-formed sequence of tags (Viterbi), as spans."""
    total = scores[0] + steps[-1, :-1]
    back = []
    for row in scores[1:]:
        ways = total[:, None] + steps[:-1, :-1]
        back.append(ways.argmax(axis=0))
        total = ways.max(axis=0) + row
    path = [int((total + steps[:-1, -1]).argmax())]
    for choice in reversed(back):
        path.append(int(choice[path[-1]]))
    return to_spans([tags[i] for i in reversed(path)])
