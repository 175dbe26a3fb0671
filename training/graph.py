"""Writes the network as an ONNX graph by hand, so that every operation in it is there on purpose."""

import numpy as np
import onnx
from onnx import helper, numpy_helper

MICROSOFT = "com.microsoft"
WEIGHT_BITS_RANGE = 63  # 7 bits: sums of two products fit 16 bits on processors without VNNI


class Graph:
    """Adds nodes one by one; each call gives the name of the value that it makes."""

    def __init__(self, exact: bool = False):
        self.exact = exact
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}
        self.count = 0

    def constant(self, array: np.ndarray, hint: str = "c") -> str:
        self.count += 1
        name = f"{hint}_{self.count}"
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(array), name)
        return name

    def op(self, kind: str, *inputs: str, outputs: int = 1, domain: str = "", name: str = "", **attributes):
        self.count += 1
        names = [name or f"{kind}_{self.count}"] if outputs == 1 else [f"{kind}_{self.count}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, name=names[0], domain=domain, **attributes))
        return names[0] if outputs == 1 else names

    def ints(self, *values: int) -> str:
        return self.constant(np.array(values, np.int64), "i")

    def linear(self, x: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """x @ weight.T + bias. All of x shares one step: right only because a call holds one sentence and nothing else."""
        bias_name = self.constant(bias, "b")
        if self.exact:
            return self.op("Add", self.op("MatMul", x, self.constant(weight.T, "w")), bias_name)
        q, scale = quantise(weight)
        return self.op(
            "DynamicQuantizeMatMul", x, self.constant(q.T, "w"), self.constant(scale[:, 0], "s"), "", bias_name, domain=MICROSOFT
        )

    def model(self, inputs: list, outputs: list, metadata: dict[str, str]) -> onnx.ModelProto:
        graph = helper.make_graph(self.nodes, "reader", inputs, outputs, list(self.constants.values()))
        opsets = [helper.make_opsetid("", 20), helper.make_opsetid(MICROSOFT, 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=10, producer_name="demarche-training")
        helper.set_model_props(model, metadata)
        return model


def quantise(weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Symmetric 7-bit integers with one scale for each last axis."""
    scale = np.maximum(np.abs(weight).max(axis=-1, keepdims=True), 1e-9) / WEIGHT_BITS_RANGE
    return np.clip(np.round(weight / scale), -WEIGHT_BITS_RANGE, WEIGHT_BITS_RANGE).astype(np.int8), scale.astype(np.float32)
