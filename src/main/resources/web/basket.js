import { h } from "./dom.js";
import { money } from "./format.js";

const QUANTITY_MAX = 99;

/** The menu as cards, and how many of each are wanted. */
export class Basket {
  #list;
  #total;
  #items = [];
  #discountPercent = 0;
  #quantities = new Map();

  constructor(list, total) {
    this.#list = list;
    this.#total = total;
  }

  show(items, discountPercent) {
    this.#items = items;
    this.#discountPercent = discountPercent;
    this.#quantities.set(items[0].itemId, 1);
    this.#list.replaceChildren(...items.map((item) => this.#card(item)));
    this.#tellTotal();
  }

  /** As an order says it. */
  lines() {
    return [...this.#quantities].filter(([, quantity]) => quantity > 0).map(([itemId, quantity]) => ({ itemId, quantity }));
  }

  /** Back to one of the first. */
  clear() {
    this.#quantities.clear();
    this.show(this.#items, this.#discountPercent);
  }

  #card(item) {
    const shown = h("output", { "aria-live": "polite" }, String(this.#quantity(item)));
    const change = (by) => {
      this.#quantities.set(item.itemId, Math.min(QUANTITY_MAX, Math.max(0, this.#quantity(item) + by)));
      shown.textContent = String(this.#quantity(item));
      this.#tellTotal();
    };
    const discounted = { ...item.price, amountMinor: this.#discounted(item.price.amountMinor) };
    return h("li", { class: "card" },
      h("h3", {}, item.name),
      h("p", { class: "price" }, money(discounted), h("del", { "aria-label": "instead of " + money(item.price) }, money(item.price))),
      h("div", { class: "stepper", role: "group", "aria-label": `How many of ${item.name}` },
        h("button", { type: "button", "aria-label": `One less ${item.name}`, click: () => change(-1) }, "−"),
        shown,
        h("button", { type: "button", "aria-label": `One more ${item.name}`, click: () => change(1) }, "+")));
  }

  #quantity(item) {
    return this.#quantities.get(item.itemId) ?? 0;
  }

  /** For show: the verdict says what it really costs. */
  #discounted(amountMinor) {
    return Math.round((amountMinor * (100 - this.#discountPercent)) / 100);
  }

  #tellTotal() {
    const sums = new Map();
    for (const item of this.#items) {
      const { amountMinor, currency } = item.price;
      sums.set(currency, (sums.get(currency) ?? 0) + amountMinor * this.#quantity(item));
    }
    const texts = [...sums].map(([currency, sum]) => money({ amountMinor: this.#discounted(sum), currency }));
    this.#total.textContent = `Total ${texts.join(" + ")}`;
  }
}
