import { call, get, orderPath, path } from "./api.js";
import { h, replace } from "./dom.js";
import { isTerminal, money, time, tone, words } from "./format.js";
import { explanation, message, steps } from "./order-card.js";
import { toast, toastProblem } from "./toast.js";

const PAGE = 10;
const WATCH_MILLIS = 700;

/** How long after its end an order is still asked for mail about it. */
const MAIL_WAIT_MILLIS = 20_000;


/** A customer's orders, newest first, each as it is now. */
export class Orders {
  #list;
  #none;
  #more;
  #onChange;
  #customerId = null;
  #stream = null;
  #orders = new Map();
  #next = null;

  constructor(list, none, more, onChange) {
    this.#list = list;
    this.#none = none;
    this.#more = more;
    this.#onChange = onChange;
    more.addEventListener("click", () => this.#page(this.#next));
    setInterval(() => this.#watch(), WATCH_MILLIS);
  }

  /** Shows the orders of a customer, and from now on what becomes of them. */
  follow(customerId) {
    this.#stream?.close();
    this.#customerId = customerId;
    this.#orders = new Map();
    this.#list.replaceChildren();
    this.#stream = new EventSource(path("customers", customerId, "stream"));
    this.#stream.addEventListener("order", (event) => {
      this.#take(JSON.parse(event.data));
      this.#onChange();
    });
    this.refresh();
  }

  refresh() {
    return this.#page(null);
  }

  async #page(cursor) {
    const customerId = this.#customerId;
    try {
      const query = `?limit=${PAGE}` + (cursor ? `&cursor=${encodeURIComponent(cursor)}` : "");
      const page = await get(path("customers", customerId, "orders") + query);
      if (customerId === this.#customerId) {
        page.orders.forEach((order) => this.#take(order));
        this.#next = page.next ?? null;
        this.#more.hidden = !this.#next;
      }
    } catch (problem) {
      toastProblem("Your orders are not to be had now", problem);
    }
  }

  /** An order never goes back to an earlier version. */
  #take(summary) {
    const known = this.#orders.get(summary.orderId);
    if (summary.customerId !== this.#customerId || (known && known.summary.version >= summary.version)) {
      return;
    }
    const order = known ?? { element: h("li", { class: "order" }), detail: null, messages: [], changedAt: 0 };
    order.summary = summary;
    order.changedAt = Date.now();
    this.#orders.set(summary.orderId, order);
    this.#show(order);
    this.#place(order);
    this.#detail(order);
  }

  #place({ element, summary }) {
    // As times and not as texts, which may be written with more digits or fewer.
    const placedAt = Date.parse(summary.placedAt);
    element.dataset.placedAt = placedAt;
    const after = [...this.#list.children].find((other) => other !== element && Number(other.dataset.placedAt) < placedAt);
    if (!element.parentNode || after !== element.nextElementSibling) {
      this.#list.insertBefore(element, after ?? null);
    }
    this.#none.hidden = true;
  }

  /** Steps and mail are not in the list, so they are asked for while something may still happen to them. */
  #watch() {
    for (const order of this.#orders.values()) {
      const isFresh = Date.now() - order.changedAt < MAIL_WAIT_MILLIS;
      if (!isTerminal(order.summary.status) || (isFresh && !order.messages.some(({ status }) => status !== "WAITING"))) {
        this.#detail(order);
      }
    }
  }

  async #detail(order) {
    if (order.isAsking || document.hidden) {
      return;
    }
    order.isAsking = true;
    try {
      const [detail, told] = await Promise.all([
        get(orderPath(order.summary)), get(orderPath(order.summary, "messages"))]);
      if (!order.detail || detail.version >= order.detail.version) {
        order.detail = detail;
      }
      order.messages = told.messages;
      this.#show(order);
    } catch {
      // The next look finds it.
    } finally {
      order.isAsking = false;
    }
  }

  #show(order) {
    const { summary, detail } = order;
    const shown = JSON.stringify([summary, detail, order.messages]);
    if (shown === order.shown) {
      return;
    }
    order.shown = shown;
    const status = detail && detail.version > summary.version ? detail.status : summary.status;
    replace(order.element,
      h("div", { class: "head" },
        h("strong", {}, detail ? detail.lines.map((line) => `${line.quantity} × ${line.itemId}`).join(", ") : `${summary.items} items`),
        h("span", { class: `chip ${tone(status)}` }, words(status))),
      h("p", { class: "quiet" }, [time(summary.placedAt), summary.total && money(summary.total), summary.outletId].filter(Boolean).join(" · "),
        " · ", h("code", {}, summary.orderId)),
      explanation(summary, detail),
      detail?.steps.length ? steps(detail) : null,
      order.messages.map(message),
      status === "ACCEPTED" ? this.#cancelButton(order) : null);
  }

  #cancelButton(order) {
    const cancel = async () => {
      try {
        await call("DELETE", orderPath(order.summary));
        toast("good", "Cancelled", "Your slot is free again as soon as everything is undone.");
      } catch (problem) {
        toastProblem("It cannot be cancelled", problem);
      }
      this.#detail(order);
    };
    return h("div", { class: "buttons" },
      h("button", { type: "button", "data-key": "cancel", "aria-label": `Cancel order ${order.summary.orderId}`, click: cancel }, "Cancel"));
  }
}
