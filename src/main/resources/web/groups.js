import { h, replace, wideTable } from "./dom.js";
import { count } from "./format.js";

/** The consumer groups: how far behind they are, and which pod has which partitions. */
export function showGroups(element, groups) {
  const rows = groups.map(({ group, state, lag, topics, members }) => [
    h("strong", {}, group),
    h("span", { class: state === "STABLE" ? "good" : "wait" }, state.toLowerCase().replaceAll("_", " ")),
    count(lag),
    Object.entries(topics).filter(([, left]) => left > 0).map(([topic, left]) => h("div", {}, `${topic}: ${count(left)}`)),
    members.length
      ? members.map(({ name, host, partitions }) => h("div", {}, h("strong", {}, name), ` ${host.replace("/", "")}: `, short(partitions)))
      : h("span", { class: "bad" }, "nobody"),
  ]);
  replace(element, wideTable("Consumer groups", ["Group", "State", "Lag", "Lag by topic", "Members and their partitions"], rows, [2]));
}

/** order.commands-0, order.commands-1 as order.commands 0 1. */
function short(partitions) {
  const byTopic = new Map();
  for (const partition of partitions) {
    const at = partition.lastIndexOf("-");
    const topic = partition.slice(0, at);
    byTopic.set(topic, [...(byTopic.get(topic) ?? []), partition.slice(at + 1)]);
  }
  return [...byTopic].map(([topic, numbers]) => `${topic} ${numbers.join(" ")}`).join(", ") || "no partitions";
}
