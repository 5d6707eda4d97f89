"""networkx: enterprises and clusters that they belong to, as a graph; prints those that join clusters.

python who_is_linked.py [--server http://localhost:4000] [--gexf clusters.gexf]   # the file opens in Gephi
"""

import argparse
import json
from urllib.request import Request, urlopen

import networkx as nx

QUESTION = """
query ($after: String) {
  enterprises(first: 100, after: $after, filter: {clusters: {some: {}}}) {
    edges { node { id name clusters(first: 50) { edges { node { id name } } } } }
    pageInfo { hasNextPage endCursor }
  }
}
"""

arguments = argparse.ArgumentParser()
arguments.add_argument("--server", default="http://localhost:4000")
arguments.add_argument("--gexf")
given = arguments.parse_args()


def ask(variables):
    body = json.dumps({"query": QUESTION, "variables": variables}).encode()
    headers = {"content-type": "application/json"}
    with urlopen(Request(f"{given.server}/graphql", body, headers)) as response:
        answer = json.load(response)
    if answer.get("errors"):
        raise SystemExit(answer["errors"][0]["message"])
    return answer["data"]["enterprises"]


graph, after = nx.Graph(), None
while True:
    page = ask({"after": after})
    for edge in page["edges"]:
        enterprise = edge["node"]
        graph.add_node(enterprise["id"], label=enterprise["name"], kind="Enterprise")
        for cluster in (each["node"] for each in enterprise["clusters"]["edges"]):
            graph.add_node(cluster["id"], label=cluster["name"], kind="Cluster")
            graph.add_edge(enterprise["id"], cluster["id"])
    if not page["pageInfo"]["hasNextPage"]:
        break
    after = page["pageInfo"]["endCursor"]

print(f"{graph.number_of_nodes()} nodes, {graph.number_of_edges()} links")
for node, between in sorted(nx.betweenness_centrality(graph).items(), key=lambda pair: -pair[1])[:10]:
    print(f"{between:.3f}  {graph.nodes[node]['kind']:<10}  {graph.nodes[node]['label']}")
if given.gexf:
    nx.write_gexf(graph, given.gexf)
    print(f"written: {given.gexf}")
