"""Helps scripts/draw-pictures.

usage: draw_pictures.py wrap FILE.dot              breaks the names of nodes into lines that fit a circle
       draw_pictures.py whole FILE.graphml OUT.png  the graph by a force layout: discs by their number of facts, coloured by type, arrows as curves
"""
import re
import sys
import textwrap


def wrap(path):
    def broken(match):
        name = match.group(2).replace('\\"', '"')
        lines = textwrap.wrap(name, 13, break_long_words=False) or [name]
        lines = lines[:3] + ["…"] if len(lines) > 4 else lines
        return match.group(1) + "\\n".join(lines).replace('"', '\\"') + '"'

    with open(path, encoding="utf-8") as file:
        text = file.read()
    with open(path, "w", encoding="utf-8") as file:
        file.write(re.sub(r'^(  n\d+ \[label=")((?:[^"\\]|\\.)*)"', broken, text, flags=re.M))


def whole(path, out):
    import matplotlib
    matplotlib.use("Agg")
    import matplotlib.pyplot as plot
    import networkx

    graph = networkx.read_graphml(path, force_multigraph=True)
    plain = networkx.Graph(graph)
    plain.remove_edges_from(networkx.selfloop_edges(plain))
    parts = sorted(networkx.connected_components(plain), key=lambda part: (-len(part), sorted(part)))
    shown = plain.subgraph(parts[0])
    places = networkx.spring_layout(shown, k=2.2 / len(shown) ** 0.5, iterations=400, seed=7)
    degrees = {node: graph.degree(node) for node in shown}
    types = sorted({graph.nodes[node]["type"] for node in shown})
    colours = dict(zip(types, ["#4E79A7", "#F28E2B", "#59A14F", "#E15759", "#76B7B2", "#EDC948", "#B07AA1", "#9C755F", "#FF9DA7", "#86BCB6", "#D37295", "#79706E"] * 3))
    figure = plot.figure(figsize=(15, 11), dpi=100)
    axes = figure.add_axes([0, 0, 1, 1])
    axes.set_axis_off()
    edges = [(a, b) for a, b in graph.edges() if a in shown and b in shown and a != b]
    networkx.draw_networkx_edges(graph, places, edgelist=[(a, b, 0) for a, b in dict.fromkeys(edges)], ax=axes, edge_color=[colours[graph.nodes[a]["type"]] for a, b in dict.fromkeys(edges)],
                                 alpha=0.35, width=0.8, arrowsize=6, connectionstyle="arc3,rad=0.15", node_size=[30 + 14 * degrees[node] for node in shown])
    networkx.draw_networkx_nodes(shown, places, ax=axes, node_size=[30 + 14 * degrees[node] for node in shown], node_color=[colours[graph.nodes[node]["type"]] for node in shown],
                                 edgecolors="white", linewidths=0.6)
    axes.margins(0.03)
    figure.canvas.draw()
    taken = []
    for node in sorted(shown, key=lambda node: (-degrees[node], node)):
        name = graph.nodes[node].get("label", "")
        label = axes.text(*places[node], name if len(name) < 28 else name[:27] + "…", fontsize=min(7 + degrees[node] * 0.22, 15), ha="center", va="center", color="#111111", zorder=5)
        box = label.get_window_extent()
        if graph.nodes[node]["type"] == "Deal" or any(box.overlaps(other) for other in taken):
            label.remove()  # the name of a disc with more facts stands there
        else:
            taken.append(box)
    handles = [plot.Line2D([], [], marker="o", linestyle="", color=colours[one], label=one) for one in types]
    axes.legend(handles=handles, loc="lower left", frameon=False, fontsize=10)
    figure.savefig(out, metadata={"Software": None})


if sys.argv[1] == "wrap":
    wrap(sys.argv[2])
else:
    whole(*sys.argv[2:4])
