"""Products, tools and the commodities they belong to, as O*NET and UNSPSC name them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import product as product_of

from graph.changes import Record
from graph.keys import Value
from ingestion.classification import Place, Statements, reference_key
from ingestion.onet import layout
from ingestion.onet.rows import Rows

_PLAIN = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*")
_OTHER = re.compile(r"[^a-z0-9]+")
_STATED = {"Y": True, "N": False}
_FLAGS = (None, False, True)


def technology_id(commodity: str, name: str) -> str:
    """The id of a product or tool within its commodity.

    A name of plain words reads back from its slug. Any other (C, C# and C++ would all be "c") carries a
    short hash of the name, so that two names never share an id.
    """
    folded = " ".join(name.casefold().split())
    slug = _OTHER.sub("-", folded).strip("-")
    if not _PLAIN.fullmatch(folded):
        slug = f"{slug}-{blake2b(folded.encode(), digest_size=3).hexdigest()}".lstrip("-")
    return f"onet-tech:{commodity}:{slug}"


def commodity_id(code: str) -> str:
    """The id of a UNSPSC commodity."""
    return f"unspsc:{code}"


def technology(said: Statements, place: Place, node_id: str, name: str, kind: str, code: str) -> Record:
    """A product or tool, with its BROADER edge to the commodity."""
    key = f"Technology/{node_id.removeprefix('onet-tech:')}"
    properties: dict[str, Value] = {"name": name, "kind": kind, "code": code, "scheme": "onet"}
    ends = (reference_key("Technology", node_id), reference_key("Technology", commodity_id(code)))
    node = said.node(place, "Technology", node_id, key, properties)
    edge = said.edge(place, "BROADER", *ends, key, {})
    return Record(key, place.file, place.line, node.nodes, edge.edges)


def commodity(said: Statements, place: Place, code: str, title: str) -> Record:
    """A UNSPSC commodity."""
    properties: dict[str, Value] = {"name": title, "kind": "commodity", "code": code, "scheme": "unspsc"}
    return said.node(place, "Technology", commodity_id(code), f"Commodity/{code}", properties)


@dataclass(slots=True)
class _Use:
    """That an occupation uses a product or tool; spellings that differ only in case are one."""

    place: Place
    hot: bool | None = None
    in_demand: bool | None = None

    def also(self, hot: str, in_demand: str) -> None:
        self.hot = _either(self.hot, hot)
        self.in_demand = _either(self.in_demand, in_demand)


@dataclass(slots=True)
class _Product:
    place: Place
    name: str
    kind: str
    code: str


def uses(rows: Rows) -> Iterator[Record]:
    """Commodities, products and tools, then what each occupation uses."""
    commodities: dict[str, tuple[str, Place]] = {}
    products: dict[str, _Product] = {}
    used: dict[tuple[str, str], tuple[str, _Use]] = {}
    named: dict[tuple[str, str], tuple[str, str]] = {}
    for table, kind in ((layout.TECHNOLOGY, "software"), (layout.TOOLS, "tool")):
        for place, row in rows.settled(table, 0, 1, 2):
            code, example, commodity_code, title = row[:4]
            hot, in_demand = row[4:] or ("", "")
            title = title.strip()
            if commodity_code not in commodities or title > commodities[commodity_code][0]:
                commodities[commodity_code] = (title, place)
            if (commodity_code, example) not in named:
                name = " ".join(example.split())
                named[commodity_code, example] = name, technology_id(commodity_code, name)
            name, node_id = named[commodity_code, example]
            product = products.get(node_id)
            if product is None:
                product = products[node_id] = _Product(place, name, kind, commodity_code)
            product.name, product.kind = min(product.name, name), min(product.kind, kind)
            entry = used.get((code, node_id))
            if entry is None:
                entry = used[code, node_id] = (table.official.removesuffix(".txt"), _Use(place))
            entry[1].also(hot, in_demand)
    for commodity_code, (title, place) in commodities.items():
        yield rows.stated(commodity(rows.said, place, commodity_code, title))
    for node_id, product in products.items():
        record = technology(rows.said, product.place, node_id, product.name, product.kind, product.code)
        yield rows.checked(rows.stated(record))
    said = {pair: _said(*pair) for pair in product_of(_FLAGS, _FLAGS)}
    roles = {code: reference_key("Role", code) for code, _ in used}
    tools = {node_id: reference_key("Technology", node_id) for node_id in products}
    for (code, node_id), (table_name, use) in used.items():
        key = f"{table_name}/{code}/{node_id.removeprefix('onet-tech:')}"
        properties = said[use.hot, use.in_demand]
        yield rows.checked(rows.said.edge(use.place, "USES_TECHNOLOGY", roles[code], tools[node_id], key, properties))


def _said(hot: bool | None, in_demand: bool | None) -> dict[str, Value]:
    stated: dict[str, Value] = {"hot": hot, "in_demand": in_demand}
    return {name: value for name, value in stated.items() if value is not None}


def _either(before: bool | None, flag: str) -> bool | None:
    stated = _STATED.get(flag)
    return stated if before is None else before or bool(stated)
