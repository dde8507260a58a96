import { get } from "./api.js";
import { h, options, replace, svg } from "./dom.js";
import { count } from "./format.js";

const ALL = "all services";

/** What really runs, drawn: the services and the topics between them, or one service node by node. Laid out by dagre. */
export class Topology {
  #element;
  #select;
  #groups = [];
  #shown = null;

  constructor(element, select) {
    this.#element = element;
    this.#select = select;
    select.addEventListener("change", () => this.refresh());
  }

  /** @param groups the consumer groups; those of the last time when they are left out */
  async refresh(groups = this.#groups) {
    this.#groups = groups;
    const { services } = await get("/topology");
    options(this.#select, [ALL, ...services.map(({ service }) => service)]);
    const chosen = services.find(({ service }) => service === this.#select.value);
    const lags = new Map(this.#groups.map(({ group, lag }) => [group, lag]));
    const graph = chosen ? nodes(chosen) : overview(services, lags);
    const text = JSON.stringify(graph);
    if (text !== this.#shown) {
      this.#shown = text;
      replace(this.#element, draw(graph, chosen ? `Nodes of ${chosen.service}` : "Services and topics"), asText(graph));
    }
  }
}

/** Services, and the topics that they read and write. */
function overview(services, lags) {
  const boxes = new Map();
  const edges = [];
  for (const { service, applicationId, state, nodes, tables } of services) {
    const lag = lags.get(applicationId);
    boxes.set(service, { kind: "box", lines: [service, state.toLowerCase() + (lag === undefined ? "" : `, lag ${count(lag)}`)] });
    const link = (topic, reads) => {
      boxes.set(`topic ${topic}`, { kind: "topic", lines: [topic] });
      edges.push(reads ? [`topic ${topic}`, service] : [service, `topic ${topic}`]);
    };
    nodes.forEach(({ kind, topics }) => topics.forEach((topic) => link(topic, kind === "SOURCE")));
    tables.forEach(({ topic }) => link(topic, true));
  }
  return { boxes: [...boxes], edges };
}

/** The nodes of a service, its topics and its stores. */
function nodes({ nodes, tables }) {
  const boxes = new Map();
  const edges = [];
  for (const { name, kind, topics, stores, next } of nodes) {
    boxes.set(name, { kind: "box", lines: [name] });
    next.forEach((other) => edges.push([name, other]));
    topics.forEach((topic) => {
      boxes.set(`topic ${topic}`, { kind: "topic", lines: [topic] });
      edges.push(kind === "SOURCE" ? [`topic ${topic}`, name] : [name, `topic ${topic}`]);
    });
    stores.forEach((store) => {
      boxes.set(`store ${store}`, { kind: "store", lines: [store] });
      edges.push([name, `store ${store}`]);
    });
  }
  tables.forEach(({ topic, store }) => {
    boxes.set(`topic ${topic}`, { kind: "topic", lines: [topic] });
    boxes.set(`store ${store}`, { kind: "store", lines: [`${store} (whole)`] });
    edges.push([`topic ${topic}`, `store ${store}`]);
  });
  return { boxes: [...boxes], edges };
}

function draw({ boxes, edges }, title) {
  const graph = new window.dagre.graphlib.Graph().setGraph({ rankdir: "LR", nodesep: 14, ranksep: 46, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  boxes.forEach(([id, { lines }]) =>
    graph.setNode(id, { width: Math.max(...lines.map((line) => line.length)) * 7.4 + 22, height: 18 * lines.length + 14 }));
  edges.forEach(([from, to]) => graph.setEdge(from, to));
  window.dagre.layout(graph);
  const { width, height } = graph.graph();
  return svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": title },
    svg("defs", {}, svg("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 8, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" },
      svg("path", { d: "M0 0L8 4L0 8z", class: "arrow" }))),
    graph.edges().map((edge) => svg("path", { class: "edge", "marker-end": "url(#arrow)",
      d: "M" + graph.edge(edge).points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L") })),
    boxes.map(([id, { kind, lines }]) => box(graph.node(id), kind, lines)));
}

function box({ x, y, width, height }, kind, lines) {
  return svg("g", {},
    svg("rect", { class: kind, x: x - width / 2, y: y - height / 2, width, height, rx: kind === "box" ? 6 : height / 2 }),
    lines.map((line, i) => svg("text", { x, y: y + 5 + (i - (lines.length - 1) / 2) * 18, "text-anchor": "middle" }, line)));
}

/** The same for those who do not see the drawing. */
function asText({ edges }) {
  return h("details", {}, h("summary", {}, "As a list"),
    h("ul", {}, edges.map(([from, to]) => h("li", {}, `${from} → ${to}`))));
}
