"""The network: a small BERT that also sees the case of words, and the heads on top of it."""

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .pieces import SHAPE_IDS


@dataclass(frozen=True)
class Sizes:
    pieces: int
    upos: int
    feats: int
    lemmas: int
    relations: int
    tags: int
    layers: int = 6
    hidden: int = 384
    attention_heads: int = 12
    inner: int = 1536
    positions: int = 512
    arc: int = 256
    relation: int = 128


class Layer(nn.Module):
    """One BERT layer (normalisation after the sum)."""

    def __init__(self, s: Sizes, dropout: float):
        super().__init__()
        self.heads = s.attention_heads
        self.qkv = nn.Linear(s.hidden, 3 * s.hidden)
        self.out = nn.Linear(s.hidden, s.hidden)
        self.norm1 = nn.LayerNorm(s.hidden, eps=1e-12)
        self.up = nn.Linear(s.hidden, s.inner)
        self.down = nn.Linear(s.inner, s.hidden)
        self.norm2 = nn.LayerNorm(s.hidden, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, hidden = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, hidden // self.heads).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.dropout(self.out(mixed.transpose(1, 2).reshape(batch, length, hidden))))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, s: Sizes, dropout: float):
        super().__init__()
        self.piece = nn.Embedding(s.pieces, s.hidden)
        self.position = nn.Embedding(s.positions, s.hidden)
        # Starts at zero: the pretrained encoder is uncased and learns what case means on the way.
        self.shape = nn.Embedding(SHAPE_IDS, s.hidden)
        nn.init.zeros_(self.shape.weight)
        self.norm = nn.LayerNorm(s.hidden, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(s, dropout) for _ in range(s.layers))

    def forward(self, pieces: Tensor, shapes: Tensor) -> Tensor:
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.piece(pieces) + self.shape(shapes) + self.position(places)
        x = self.dropout(self.norm(x))
        mask = (pieces != 0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Reader(nn.Module):
    def __init__(self, s: Sizes, dropout: float = 0.1, head_dropout: float = 0.3):
        super().__init__()
        self.sizes = s
        self.encoder = Encoder(s, dropout)
        self.dropout = nn.Dropout(head_dropout)
        self.upos = nn.Linear(s.hidden, s.upos)
        self.feats = nn.Linear(s.hidden, s.feats)
        self.lemma = nn.Linear(s.hidden, s.lemmas)
        self.names = nn.Linear(s.hidden, s.tags)
        self.arc_dependent = nn.Linear(s.hidden, s.arc)
        self.arc_head = nn.Linear(s.hidden, s.arc)
        self.arc_bilinear = nn.Parameter(torch.zeros(s.arc, s.arc))
        self.arc_bias = nn.Linear(s.arc, 1, bias=False)
        self.rel_dependent = nn.Linear(s.hidden, s.relation)
        self.rel_head = nn.Linear(s.hidden, s.relation)
        self.rel_bilinear = nn.Parameter(torch.zeros(s.relation, s.relations, s.relation))
        self.rel_bias_dependent = nn.Linear(s.relation, s.relations)
        self.rel_bias_head = nn.Linear(s.relation, s.relations, bias=False)
        nn.init.xavier_uniform_(self.arc_bilinear)
        nn.init.normal_(self.rel_bilinear, std=0.02)

    def words(self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """One vector a word (the mean of its first and last piece); at 0 stands [CLS], which is the root."""
        x = self.encoder(pieces, shapes)
        rows = torch.arange(len(x), device=x.device)[:, None]
        return (x[rows, first] + x[rows, last]) * 0.5

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> dict[str, Tensor]:
        """`first` and `last`: for [CLS] and each word the place of its first and last piece."""
        nodes = self.dropout(self.words(pieces, shapes, first, last))
        words = nodes[:, 1:]
        return {
            "upos": self.upos(words),
            "feats": self.feats(words),
            "lemma": self.lemma(words),
            "names": self.names(words),
            "arcs": self.arcs(nodes),
            "rel_dependent": self.dropout(F.gelu(self.rel_dependent(words))),
            "rel_head": self.dropout(F.gelu(self.rel_head(nodes))),
        }

    def arcs(self, nodes: Tensor) -> Tensor:
        """[batch, dependent word, head node]"""
        dependent = self.dropout(F.gelu(self.arc_dependent(nodes[:, 1:])))
        head = self.dropout(F.gelu(self.arc_head(nodes)))
        scores = (dependent @ self.arc_bilinear) @ head.transpose(1, 2)
        return scores + self.arc_bias(head).transpose(1, 2)

    def relations(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Scores of all relations for pairs: [pairs, relations]."""
        s = self.sizes
        left = (dependent @ self.rel_bilinear.view(s.relation, -1)).view(-1, s.relations, s.relation)
        bilinear = (left @ head[:, :, None]).squeeze(2)
        return bilinear + self.rel_bias_dependent(dependent) + self.rel_bias_head(head)


def load_pretrained(encoder: Encoder, weights: Path, kept_pieces: list[int]) -> None:
    """Copies BERT weights out of a safetensors file; of the vocabulary only the kept pieces."""
    from safetensors.torch import load_file

    w = load_file(str(weights))
    state = encoder.state_dict()
    # The type of segment is always 0: fold it into the positions.
    state["position.weight"] = w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0]
    state["piece.weight"] = w["embeddings.word_embeddings.weight"][kept_pieces]
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = w[f"embeddings.LayerNorm.{part}"]
        for i in range(len(encoder.layers)):
            old, new = f"encoder.layer.{i}", f"layers.{i}"
            state[f"{new}.qkv.{part}"] = torch.cat([w[f"{old}.attention.self.{n}.{part}"] for n in ("query", "key", "value")])
            state[f"{new}.out.{part}"] = w[f"{old}.attention.output.dense.{part}"]
            state[f"{new}.norm1.{part}"] = w[f"{old}.attention.output.LayerNorm.{part}"]
            state[f"{new}.up.{part}"] = w[f"{old}.intermediate.dense.{part}"]
            state[f"{new}.down.{part}"] = w[f"{old}.output.dense.{part}"]
            state[f"{new}.norm2.{part}"] = w[f"{old}.output.LayerNorm.{part}"]
    encoder.load_state_dict(state)
