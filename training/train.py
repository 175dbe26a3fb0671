"""Trains the reader for a number of steps that is fixed beforehand; saves often and goes on where it stopped."""

import copy
import itertools
import json
import pickle
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from . import batches, names, prepare
from .batches import IGNORE, Labels
from .network import Reader, Sizes, load_pretrained

SEED = 20160715
ENCODER_RATE, HEAD_RATE, LAYER_DECAY = 1.5e-4, 1e-3, 0.9
WORD_DROPOUT = 0.06
SAVE_MINUTES = 5
AVERAGE = 0.999
WEIGHTS = {"upos": 0.5, "feats": 0.3, "lemma": 0.5, "arcs": 1.0, "relations": 1.0, "names": 1.0}


def sizes(labels: dict[str, list]) -> Sizes:
    return Sizes(
        pieces=len(labels["vocabulary"]),
        upos=len(labels["upos"]),
        feats=len(labels["feats"]),
        lemmas=len(labels["lemmas"]),
        relations=len(labels["relations"]),
        tags=len(labels["tags"]),
    )


def losses(model: Reader, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    out = model(batch["pieces"], batch["shapes"], batch["first"], batch["last"])
    found = {k: _mean_loss(out[k].float(), batch[k]) for k in ("upos", "feats", "lemma")}
    per_word = F.cross_entropy(out["names"].float().transpose(1, 2), batch["names"], ignore_index=IGNORE, reduction="none")
    weight = batch["weight"] * (batch["names"] != IGNORE)
    found["names"] = (per_word * weight).sum() / weight.sum().clamp(min=1)
    found |= _tree_losses(model, batch, out)
    return found


def _mean_loss(scores: Tensor, wanted: Tensor) -> Tensor:
    known = (wanted != IGNORE).sum().clamp(min=1)
    return F.cross_entropy(scores.flatten(0, 1), wanted.flatten(), ignore_index=IGNORE, reduction="sum") / known


def _tree_losses(model: Reader, batch: dict[str, Tensor], out: dict[str, Tensor]) -> dict[str, Tensor]:
    heads = batch["heads"]
    # A padded word begins at piece 0, as [CLS] does, but stands after it.
    absent = batch["first"] == 0
    absent[:, 0] = False
    arcs = out["arcs"].float().masked_fill(absent[:, None, :], -1e4)
    sentence, word = (heads != IGNORE).nonzero(as_tuple=True)
    head = heads[sentence, word]
    scores = model.relations(out["rel_dependent"][sentence, word], out["rel_head"][sentence, head])
    return {"arcs": _mean_loss(arcs, heads), "relations": _mean_loss(scores.float()[None], batch["relations"][sentence, word][None])}


def drop_words(batch: dict[str, Tensor], mask: int, generator: torch.Generator) -> None:
    pieces = batch["pieces"]
    dropped = (torch.rand(pieces.shape, generator=generator) < WORD_DROPOUT) & (batch["shapes"] > 0) & (pieces > 4)
    pieces[dropped.to(pieces.device)] = mask


def optimiser(model: Reader) -> torch.optim.Optimizer:
    """Lower layers of the encoder learn more slowly; what is new learns fastest."""
    groups: dict[float, list[nn.Parameter]] = {}
    layers = len(model.encoder.layers)
    for name, parameter in model.named_parameters():
        rate = HEAD_RATE
        if name.startswith("encoder.layers."):
            rate = ENCODER_RATE * LAYER_DECAY ** (layers - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder.") and not name.startswith("encoder.shape"):
            rate = ENCODER_RATE * LAYER_DECAY**layers
        groups.setdefault(rate, []).append(parameter)
    return torch.optim.AdamW(
        [{"params": p, "lr": r, "top": r} for r, p in groups.items()], betas=(0.9, 0.98), weight_decay=0.01, fused=True
    )


def rate_at(progress: float, warmup: float = 0.05) -> float:
    """Share of the top learning rate: up, then down in a line. `progress` runs from 0 to 1."""
    return progress / warmup + 0.01 if progress < warmup else max(0.01, (1 - progress) / (1 - warmup))


class Average:
    """An exponential mean of the weights: what is shipped."""

    def __init__(self, model: nn.Module):
        self.state = {k: v.detach().clone() for k, v in model.state_dict().items()}
        self.updates = 0

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        self.updates += 1
        keep = min(AVERAGE, (1 + self.updates) / (10 + self.updates))
        mine = list(self.state.values())
        torch._foreach_lerp_(mine, list(model.state_dict().values()), 1 - keep)


class Workers:
    """Halves of a batch side by side, each on one thread with its own gradients for the same weights.

    On a CPU that others use too this is several times faster than two threads inside every operation,
    which wait for each other thousands of times a step.
    """

    def __init__(self, model: Reader, count: int):
        self.models = [model] + [copy.deepcopy(model) for _ in range(count - 1)]
        for other in self.models[1:]:
            for mine, shared in zip(other.parameters(), model.parameters()):
                mine.data = shared.data
        threads = 1 if count > 1 else torch.get_num_threads()
        self.pool = ThreadPoolExecutor(count, initializer=lambda: torch.set_num_threads(threads))

    def gradients(self, parts: list[dict[str, Tensor]]) -> dict[str, float]:
        """Leaves the mean gradient in the first model; returns the mean losses."""
        jobs = [self.pool.submit(_backward, m, b) for m, b in zip(self.models, parts)]
        found = [job.result() for job in jobs]
        first, *others = [list(m.parameters()) for m in self.models[: len(parts)]]
        for other in others:
            torch._foreach_add_([p.grad for p in first], [p.grad for p in other])
        torch._foreach_div_([p.grad for p in first], len(parts))
        return {k: sum(f[k] for f in found) / len(found) for k in found[0]}


def _backward(model: Reader, batch: dict[str, Tensor]) -> dict[str, float]:
    model.zero_grad(set_to_none=True)
    with torch.autocast(batch["pieces"].device.type, torch.bfloat16):
        parts = losses(model, batch)
    sum(WEIGHTS[k] * v for k, v in parts.items()).backward()
    return {k: v.item() for k, v in parts.items()}


def save(path: Path, **state) -> None:
    """Never leaves half a file."""
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)


class Run:
    """Everything that a checkpoint holds."""

    def __init__(self, model: Reader, path: Path):
        self.model, self.path = model, path
        self.optimiser = optimiser(model)
        self.average = Average(model)
        self.step = self.turn = self.place = 0
        self.seconds = 0.0
        if path.exists():
            self._load()

    def _load(self) -> None:
        saved = torch.load(self.path, map_location=next(self.model.parameters()).device, weights_only=True)
        self.model.load_state_dict(saved["model"])
        self.optimiser.load_state_dict(saved["optimiser"])
        self.average.state, self.average.updates = saved["average"], saved["step"]
        self.step, self.turn, self.place, self.seconds = (saved[k] for k in ("step", "turn", "place", "seconds"))
        print(f"goes on at step {self.step}", flush=True)

    def save(self) -> None:
        """Never leaves half a file."""
        part = self.path.with_suffix(".part")
        state = {k: getattr(self, k) for k in ("step", "turn", "place", "seconds")}
        state |= {"model": self.model.state_dict(), "optimiser": self.optimiser.state_dict(), "average": self.average.state}
        torch.save(state, part)
        part.replace(self.path)

    def update(self, factor: float) -> None:
        for group in self.optimiser.param_groups:
            group["lr"] = group["top"] * factor
        nn.utils.clip_grad_norm_(self.model.parameters(), 2.0)
        self.optimiser.step()
        self.average.update(self.model)
        self.step += 1


def train(work: Path, steps: int, minutes: float = float("inf"), pieces: int = 2048) -> None:
    """Ends after `steps` or `minutes`, whichever comes first; the learning rate falls towards that end."""
    torch.manual_seed(SEED)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    lists = json.loads((work / "labels.json").read_text(encoding="utf-8"))
    model = Reader(sizes(lists))
    load_pretrained(model.encoder, prepare.bert_files(work) / "model.safetensors", lists["old_ids"])
    run = Run(model.to(device).train(), work / "checkpoint.pt")
    workers = Workers(model, 2 if device == "cpu" else 1)
    log = Log(run)
    for parts in _endless_parts(run, work, Labels(lists), pieces, len(workers.models), device):
        losses_now = workers.gradients(parts)
        run.seconds = log.seconds()
        progress = max((run.step + 1) / steps, run.seconds / 60 / minutes)
        run.update(rate_at(progress))
        log.add(losses_now, progress)
        if progress >= 1 or log.minutes_unsaved() > SAVE_MINUTES:
            run.save()
            log.saved = time.time()
        if progress >= 1:
            break
    print(f"done: {run.step} steps, {run.turn + 1} epochs begun, {run.seconds / 60:.0f} minutes", flush=True)


def _endless_parts(run: Run, work: Path, labels: Labels, pieces: int, count: int, device: str) -> Iterator[list[dict[str, Tensor]]]:
    """Batches in `count` parts, epoch after epoch, from where the run stands."""
    parsed, named = pickle.loads((work / "sentences.pickle").read_bytes())
    pool = names.mentions(named)
    generator = torch.Generator().manual_seed(SEED + run.step)
    while True:
        stream = batches.epoch(parsed, named, pool, labels, pieces // count, SEED + run.turn)
        for parts in itertools.islice(itertools.batched(stream, count), run.place, None):
            for batch in parts:
                drop_words(batch, labels.pieces.mask, generator)
            run.place += 1
            yield [{k: v.to(device) for k, v in batch.items()} for batch in parts]
        run.turn, run.place = run.turn + 1, 0


class Log:
    """Time and losses, for people."""

    def __init__(self, run: Run):
        self.run, self.before, self.first_step = run, run.seconds, run.step
        self.started = self.saved = time.time()
        self.means: dict[str, float] = {}

    def seconds(self) -> float:
        return self.before + time.time() - self.started

    def minutes_unsaved(self) -> float:
        return (time.time() - self.saved) / 60

    def add(self, found: dict[str, float], progress: float) -> None:
        self.means = {k: 0.98 * self.means.get(k, v) + 0.02 * v for k, v in found.items()}
        if self.run.step % 50 == 0:
            pace = (time.time() - self.started) / (self.run.step - self.first_step)
            shown = " ".join(f"{k} {v:.3f}" for k, v in self.means.items())
            clock = time.strftime("%H:%M:%S")
            print(f"{clock} step {self.run.step} epoch {self.run.turn} at {progress:.1%} {pace:.2f} s/step {shown}", flush=True)
