import { get } from "./api.js";
import { h, replace, table } from "./dom.js";
import { time, words } from "./format.js";
import { repairButtons } from "./repair.js";

/** The orders that need an operator, with the buttons to repair them. */
export class StuckOrders {
  #element;
  #onFind;
  #shown = null;

  /** @param onFind is given the id of an order that somebody wants to see */
  constructor(element, onFind) {
    this.#element = element;
    this.#onFind = onFind;
  }

  async refresh() {
    const page = await get("/v1/sagas/needs-operator?limit=20");
    const shown = JSON.stringify(page);
    if (shown === this.#shown) {
      return;
    }
    this.#shown = shown;
    if (page.orders.length === 0) {
      replace(this.#element, h("p", { class: "good" }, "No order does."));
      return;
    }
    const rows = page.orders.map((order) => [
      h("button", { type: "button", "data-key": `find ${order.orderId}`, click: () => this.#onFind(order.orderId) }, order.orderId),
      order.customerId,
      time(order.since),
      order.steps.map((step) => h("div", {}, h("strong", {}, words(step)), repairButtons(order, step))),
    ]);
    replace(this.#element,
      h("table", {}, table(["Order", "Customer", "Since", "Stuck in"], rows)),
      page.next ? h("p", { class: "quiet" }, "There are more; repair these first.") : null);
  }
}
