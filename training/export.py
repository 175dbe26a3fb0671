"""From a checkpoint to the files in model/: the ONNX graph, the vocabulary, the labels."""

import hashlib
import json
import pickle
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper

from . import lemma
from .calibrate import fit_temperatures
from .graph import MICROSOFT, Graph, quantise
from .network import Sizes
from .pieces import SENTENCE_CASES, SHAPES
from .train import sizes

VERSION = "1"
FILES = ("reader.onnx", "vocabulary.txt", "lemmas.tsv")
HEADS = ("upos", "feats", "lemma", "names", "arc_dependent", "arc_head", "rel_dependent", "rel_head")
BILINEAR = HEADS[4:]
Weights = dict[str, np.ndarray]
OF_NODES = ("arc_head", "rel_head")  # the root can be a head, too


def build(weights: Weights, s: Sizes, root_relation: int, exact: bool = False) -> onnx.ModelProto:
    """Inputs and outputs are described in model/README.md. `exact`: all in floating point, to compare."""
    g = Graph(exact)
    nodes = _word_vectors(g, _encoder(g, weights, s))
    parts = _heads(g, nodes, weights)
    words = {k: g.op("Slice", v, g.ints(1), g.ints(2**31 - 1), g.ints(0)) for k, v in parts.items() if k not in OF_NODES}
    for name in ("upos", "feats", "lemma"):
        g.op("Cast", g.op("ArgMax", words[name], axis=-1, keepdims=0), to=TensorProto.INT32, name=f"{name}_best")
    g.op("Identity", words["names"], name="names_scores")
    _arcs(g, words["arc_dependent"], parts["arc_head"], weights)
    _relations(g, words["rel_dependent"], parts["rel_head"], weights, s, root_relation)
    return g.model(_inputs(), _outputs(s), {"kind": "demarche reader", "version": VERSION})


def _heads(g: Graph, nodes: str, w: Weights) -> dict[str, str]:
    """The first layers of all heads as one: their input is made 8-bit once."""
    weight = np.concatenate([w[f"{name}.weight"] for name in HEADS])
    bias = np.concatenate([w[f"{name}.bias"] for name in HEADS])
    widths = g.ints(*(len(w[f"{name}.bias"]) for name in HEADS))
    parts = g.op("Split", g.linear(nodes, weight, bias), widths, outputs=len(HEADS), axis=-1)
    return {k: g.op("Gelu", v) if k in BILINEAR else v for k, v in zip(HEADS, parts)}


def _inputs() -> list:
    value = helper.make_tensor_value_info
    return [
        value("pieces", TensorProto.INT32, ["pieces"]),
        value("shapes", TensorProto.INT32, ["pieces"]),
        value("first", TensorProto.INT32, ["nodes"]),
        value("last", TensorProto.INT32, ["nodes"]),
    ]


def _outputs(s: Sizes) -> list:
    value = helper.make_tensor_value_info
    best = [value(f"{k}_best", TensorProto.INT32, ["words"]) for k in ("upos", "feats", "lemma")]
    return [
        *best,
        value("names_scores", TensorProto.FLOAT, ["words", s.tags]),
        value("arc_scores", TensorProto.FLOAT, ["words", "nodes"]),
        value("relation_best", TensorProto.UINT8, ["words", "nodes"]),
    ]


def _encoder(g: Graph, w: Weights, s: Sizes) -> str:
    q, scale = quantise(w["encoder.piece.weight"])
    piece = g.op("Cast", g.op("Gather", g.constant(q, "pieces"), "pieces"), to=TensorProto.FLOAT)
    piece = g.op("Mul", piece, g.op("Gather", g.constant(scale, "scales"), "pieces"))
    shape = g.op("Gather", g.constant(w["encoder.shape.weight"], "shapes"), "shapes")
    length = g.op("Shape", "pieces")
    place = g.op("Slice", g.constant(w["encoder.position.weight"], "places"), g.ints(0), length, g.ints(0))
    x = _sum_norm(g, [piece, shape, place], w, "encoder.norm")
    for i in range(s.layers):
        x = _layer(g, x, w, f"encoder.layers.{i}", s)
    return x


def _sum_norm(g: Graph, terms: list[str], w: Weights, name: str) -> str:
    """Sum, not Add: onnxruntime would fuse the latter into a kernel that is slower than both."""
    weight, bias = g.constant(w[f"{name}.weight"]), g.constant(w[f"{name}.bias"])
    return g.op("LayerNormalization", g.op("Sum", *terms), weight, bias, axis=-1, epsilon=1e-12)


def _layer(g: Graph, x: str, w: Weights, name: str, s: Sizes) -> str:
    def linear(part: str, value: str) -> str:
        return g.linear(value, w[f"{name}.{part}.weight"], w[f"{name}.{part}.bias"])

    qkv = g.op("Unsqueeze", linear("qkv", x), g.ints(0))
    q, k, v = g.op("Split", qkv, outputs=3, axis=-1, num_outputs=3)
    mixed = g.op("MultiHeadAttention", q, k, v, domain=MICROSOFT, num_heads=s.attention_heads)
    x = _sum_norm(g, [x, linear("out", g.op("Squeeze", mixed, g.ints(0)))], w, f"{name}.norm1")
    inner = g.op("Gelu", linear("up", x))
    return _sum_norm(g, [x, linear("down", inner)], w, f"{name}.norm2")


def _word_vectors(g: Graph, x: str) -> str:
    """[nodes, hidden]: the mean of the first and last piece; the node at 0 is [CLS], the root."""
    ends = [g.op("Gather", x, which) for which in ("first", "last")]
    return g.op("Mul", g.op("Add", *ends), g.constant(np.float32(0.5)))


def _arcs(g: Graph, dependent: str, head: str, w: Weights) -> str:
    left = g.linear(dependent, w["arc_bilinear"].T, w["arc_bias.weight"][0])
    return g.op("MatMul", left, g.op("Transpose", head), name="arc_scores")


def _relations(g: Graph, dependent: str, head: str, w: Weights, s: Sizes, root: int) -> str:
    """The best relation for every pair of word and head, so that no second call follows the tree."""
    # One row a relation; what the head alone says joins as the constant part of the form.
    form = np.transpose(w["rel_bilinear"], (1, 2, 0)).reshape(s.relations * s.relation, s.relation)
    left = g.linear(dependent, form, w["rel_bias_head.weight"].reshape(-1))
    left = g.op("Reshape", left, g.ints(-1, s.relation))  # [words * relations, width]
    scores = g.op("MatMul", left, g.op("Transpose", head))
    shape = g.op("Concat", g.ints(-1, s.relations), g.op("Shape", head, end=1), axis=0)
    scores = g.op("Reshape", scores, shape)  # [words, relations, nodes]
    # Only what hangs on the root is "root"; the tree decides which word does.
    bias = w["rel_bias_dependent.bias"].copy()
    bias[root] = -1e6
    own = g.op("Unsqueeze", g.linear(dependent, w["rel_bias_dependent.weight"], bias), g.ints(2))
    best = g.op("ArgMax", g.op("Add", scores, own), axis=1, keepdims=0)
    return g.op("Cast", best, to=TensorProto.UINT8, name="relation_best")


def export(data: Path, work: Path, out: Path) -> None:
    """The model folder out of the averaged weights of the checkpoint; WORK/float is the same without 8 bits."""
    lists = json.loads((work / "labels.json").read_text(encoding="utf-8"))
    saved = torch.load(work / "checkpoint.pt", map_location="cpu", weights_only=True)
    weights = {k: v.float().numpy() for k, v in saved["average"].items()}
    for folder, exact in ((work / "float", True), (out, False)):
        folder.mkdir(parents=True, exist_ok=True)
        graph = build(weights, sizes(lists), lists["relations"].index("root"), exact)
        (folder / "reader.onnx").write_bytes(graph.SerializeToString(deterministic=True))
        (folder / "vocabulary.txt").write_text("\n".join(lists["vocabulary"]) + "\n", encoding="utf-8")
        (folder / "lemmas.tsv").write_text(_lexicon(work), encoding="utf-8")
        _write_config(folder, lists, saved["step"], {"arcs": 1.0, "names": 1.0})
    _write_config(out, lists, saved["step"], fit_temperatures(data, out))


def _lexicon(work: Path) -> str:
    """Form, UPOS, lemma."""
    parsed, _ = pickle.loads((work / "sentences.pickle").read_bytes())
    words = (w for s in parsed for w in zip(s.forms, s.upos, s.lemmas))
    return "".join(f"{form}\t{upos}\t{found}\n" for (form, upos), found in lemma.make_lexicon(words).items())


def _write_config(folder: Path, lists: dict[str, list], steps: int, temperature: dict[str, float]) -> None:
    config = {
        "version": VERSION,
        "steps": steps,
        "longest": Sizes.positions,
        "sha256": {name: _sha256(folder / name) for name in FILES},
        "temperature": temperature,
        "shapes": SHAPES,
        "sentence_cases": SENTENCE_CASES,
        **{k: lists[k] for k in ("upos", "relations", "tags", "feats", "lemmas")},
    }
    text = json.dumps(config, ensure_ascii=False, indent=1) + "\n"
    (folder / "config.json").write_text(text, encoding="utf-8")


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
