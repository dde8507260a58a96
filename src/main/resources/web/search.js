import { get, orderPath, path } from "./api.js";
import { byId, h, replace, table } from "./dom.js";
import { exactTime, isTerminal, money, time, tone, words } from "./format.js";
import { repairButtons } from "./repair.js";
import { facts } from "./story.js";

/** States of a step that something still has to come of. */
const UNENDED = ["SENT", "IN_DOUBT", "COMPENSATING"];

/** Finds an order or a customer by id, whichever there is; both when there are both. */
export class Search {
  #found;
  #input;

  constructor(form, found) {
    this.#found = found;
    this.#input = form.elements.id;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.find(this.#input.value.trim());
    });
  }

  async find(id) {
    this.#input.value = id;
    replace(this.#found, h("p", { class: "quiet" }, `Looking for ${id} …`));
    const [order, customer] = await Promise.all([attempt(() => this.#order(id)), attempt(() => this.#customer(id))]);
    const parts = [order, customer].filter((part) => part.element).map((part) => part.element);
    const problem = [order, customer].map((part) => part.problem).find((one) => one && one.status !== 404);
    replace(this.#found, parts.length
      ? parts
      : h("p", { class: "bad" }, problem ? problem.message : `There is no order and no customer with orders called ${id}.`));
    this.#found.scrollIntoView({ block: "nearest" });
  }

  async #order(orderId) {
    const order = await get(orderPath({ orderId }));
    const [{ facts: events }, { messages }] = await Promise.all([get(orderPath(order, "events")), get(orderPath(order, "messages"))]);
    const listed = [
      ["State", h("span", { class: `chip ${tone(order.status)}` }, words(order.status))],
      ["Verdict", verdict(order)],
      ["Customer", this.#link(order.customerId)],
      ["Placed", `${time(order.placedAt)} at ${order.outletId}, under ${order.promotion.id} version ${order.promotion.policyVersion}`],
      ["Lines", order.lines.map((line) => `${line.quantity} × ${line.itemId}`).join(", ")],
      ["Total", order.total ? `${money(order.total)} after ${order.discountPercent} %` : null],
      ["Cancelled", order.cancelCause ? words(order.cancelCause) : null],
      ["Counted orders", order.countedOrders?.length ? [
        ...order.countedOrders.map((id) => this.#link(id)),
        ...(order.counted > order.countedOrders.length ? [`and ${order.counted - order.countedOrders.length} more`] : []),
      ] : null],
      ["Messages", messages.length ? messages.map((message) =>
        h("div", {}, `${words(message.template)} to ${message.to}, ${message.status === "SENT" ? `sent at ${exactTime(message.sentAt)}`
          : message.status === "UNDELIVERABLE" ? `can't be delivered: ${message.undeliverable}` : "not sent yet"}`)) : null],
    ];
    return h("article", { "aria-label": `Order ${orderId}` }, h("h3", {}, "Order ", h("code", {}, orderId)),
      h("dl", { class: "facts" }, listed.filter(([, value]) => value).flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])),
      order.steps.length ? [h("h3", {}, "Its steps"), steps(order)] : null,
      h("h3", {}, "Its story"), facts(events));
  }

  async #customer(customerId) {
    const { orders } = await get(path("customers", customerId, "orders") + "?limit=20");
    if (orders.length === 0) {
      return null;
    }
    const promotion = byId("promotion").value;
    const allowance = await get(path("customers", customerId, "allowance") + `?promotion=${encodeURIComponent(promotion)}`);
    const next = allowance.remaining === 0 && allowance.nextSlotAt ? `, next slot at ${time(allowance.nextSlotAt)}` : "";
    const rows = orders.map((order) => [this.#link(order.orderId), words(order.status), time(order.placedAt),
      order.total ? money(order.total) : words(order.reason ?? "")]);
    return h("article", { "aria-label": `Customer ${customerId}` }, h("h3", {}, "Customer ", h("code", {}, customerId)),
      h("p", {}, `${allowance.used} of ${allowance.max} used under ${promotion}${next}`),
      h("table", {}, table(["Order", "State", "Placed", "Total or reason"], rows)));
  }

  #link(id) {
    return h("button", { type: "button", click: () => this.find(id) }, id);
  }
}

/** Each step, and where it has not ended, the buttons that help it on. */
function steps(order) {
  return h("ul", { class: "story" }, order.steps.map((step) => h("li", {},
    h("strong", {}, words(step.name)), `: ${words(step.status).toLowerCase()}, `,
    step.attempts === 1 ? "once" : `${step.attempts} times`, step.reason ? `, ${words(step.reason).toLowerCase()}` : "",
    order.stuck.includes(step.name) ? h("strong", { class: "bad" }, " needs an operator") : null,
    !isTerminal(order.status) && UNENDED.includes(step.status) ? repairButtons(order, step.name) : null)));
}

function verdict({ reason, reasonExplained, promotion, nextSlotAt }) {
  const used = promotion.max === undefined ? "" : ` ${promotion.used} of ${promotion.max} ${promotion.unit.toLowerCase()} were used.`;
  const next = nextSlotAt && reason ? ` The same order passes from ${time(nextSlotAt)} on.` : "";
  return (reason ? `Refused, ${words(reason).toLowerCase()}: ${reasonExplained}` : "Accepted.") + used + next;
}

async function attempt(action) {
  try {
    return { element: await action() };
  } catch (problem) {
    return { problem };
  }
}
