import { h } from "./dom.js";
import { duration, exactTime, words } from "./format.js";

/** What every fact has; the rest is its own. */
const HEAD = ["version", "type", "occurredAt", "cause"];

/** The facts of an order as a story, oldest first, each with the time since the one before it. */
export function facts(events) {
  return h("ol", { class: "story" }, events.map((fact, i) => {
    const since = i === 0 ? "" : ` (+${duration(Date.parse(fact.occurredAt) - Date.parse(events[i - 1].occurredAt))})`;
    return h("li", {}, h("time", { datetime: fact.occurredAt }, exactTime(fact.occurredAt) + since), " ",
      h("strong", {}, words(fact.type)), " ", details(fact));
  }));
}

function details(fact) {
  return Object.entries(fact)
    .filter(([name, value]) => !HEAD.includes(name) && value !== "" && value !== null)
    .map(([name, value]) => `${words(name).toLowerCase()}: ${text(value)}`)
    .join(" · ");
}

function text(value) {
  if (Array.isArray(value)) {
    return value.map(text).join(", ");
  }
  return typeof value === "object" ? Object.values(value).map(text).join(" ") : String(value);
}
