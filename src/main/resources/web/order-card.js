// The parts of an order's card that only show.
import { h } from "./dom.js";
import { time, words } from "./format.js";

const SYMBOLS = { SENT: "…", SUCCEEDED: "✓", FAILED: "✗", IN_DOUBT: "?", COMPENSATING: "↺", COMPENSATED: "↩", SKIPPED: "–" };

/** Why an order was refused or cancelled; null when it was not. */
export function explanation(summary, detail) {
  const reason = detail?.reasonExplained ?? (summary.reason && words(summary.reason));
  const next = detail?.nextSlotAt && summary.reason ? ` The next one can be placed at ${time(detail.nextSlotAt)}.` : "";
  if (reason) {
    return h("p", { class: "bad" }, reason + next);
  }
  return summary.cancelCause ? h("p", { class: "bad" }, words(summary.cancelCause)) : null;
}

/** How far each step is. */
export function steps({ steps }) {
  return h("ul", { class: "steps", "aria-label": "Steps" }, steps.map(({ name, status }) =>
    h("li", {}, h("span", { "aria-hidden": "true" }, `${SYMBOLS[status]} `), `${words(name)}: ${words(status).toLowerCase()}`)));
}

/** A message about an order. */
export function message({ channel, to, subject, body, status, sentAt, undeliverable }) {
  const what = channel === "SMS" ? "Text message" : "Mail";
  return h("details", { class: "mail" },
    h("summary", {}, `${what} to ${to}, ${status === "SENT" ? `sent at ${time(sentAt)}`
      : status === "UNDELIVERABLE" ? `can't be delivered: ${undeliverable}` : "waiting to be sent"}`),
    subject ? h("strong", {}, subject) : null,
    h("pre", {}, body));
}
