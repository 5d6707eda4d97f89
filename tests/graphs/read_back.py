"""Reads files of graphs as other people's programs do, and prints what they found as JSON: kind of file, file, ..."""

import json
import sys


def of_networkx(graph):
    nodes = {name: data.get("label") for name, data in graph.nodes(data=True)}
    ties = sorted([one, other, data.get("type")] for one, other, data in graph.edges(data=True))
    return {"nodes": nodes, "ties": ties}


def read(kind, file):
    if kind in ("gexf", "graphml", "json"):
        import networkx

        if kind == "gexf":
            return of_networkx(networkx.read_gexf(file))
        if kind == "graphml":
            return of_networkx(networkx.read_graphml(file))
        with open(file, encoding="utf-8") as text:
            return of_networkx(networkx.node_link_graph(json.load(text), edges="links"))
    if kind in ("ttl", "jsonld"):
        import rdflib

        graph = rdflib.Graph().parse(file, format="turtle" if kind == "ttl" else "json-ld")
        return sorted(triple for triple in ([part.n3() for part in one] for one in graph))
    from followthemoney import model

    found = []
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            given = json.loads(line)
            entity = model.get_proxy(given, cleaned=False)
            entity.schema.validate(given)
            kept = {name: sorted(values) for name, values in entity.to_dict()["properties"].items()}
            lost = {
                name: values
                for name, values in given["properties"].items()
                if sorted(set(values)) != sorted(set(kept.get(name, [])))
            }
            found.append({"id": entity.id, "schema": entity.schema.name, "name": entity.first("name", quiet=True), "lost": lost})
    return found


if __name__ == "__main__":
    pairs = list(zip(sys.argv[1::2], sys.argv[2::2]))
    print(json.dumps([read(kind, file) for kind, file in pairs], ensure_ascii=False))
