import { get, path } from "./api.js";
import { Chart } from "./chart.js";
import { byId, h, replace, table } from "./dom.js";
import { count, money, time, words } from "./format.js";

const KEPT_SAMPLES = 120;

/** What a promotion sells: figures, orders per second as they come, and the minutes of the last hour. */
export class Sales {
  #promotionId;
  #samples = [];
  #last = null;
  #rates = new Chart(byId("rate-chart"), [["accepted /s", "good"], ["refused /s", "bad"]]);
  #minutes = new Chart(byId("minute-chart"), [["accepted", "good"], ["refused", "bad"], ["cancelled", "wait"]]);

  /** @param promotionId gives the one that is looked at */
  constructor(promotionId) {
    this.#promotionId = promotionId;
  }

  restart() {
    this.#samples = [];
    this.#last = null;
  }

  async refresh() {
    if (!this.#promotionId()) {
      return;
    }
    const { total, minutes } = await get(path("promotions", this.#promotionId(), "sales"));
    this.#figures(total);
    this.#sample(minutes);
    this.#table(minutes);
    const known = new Map(minutes.map(({ minute, sales }) => [Date.parse(minute) / 60_000, sales]));
    const end = Math.floor(Date.now() / 60_000);
    const axis = Array.from({ length: 60 }, (_, i) => end - 59 + i);
    const series = (value) => axis.map((minute) => (known.has(minute) ? value(known.get(minute)) : 0));
    this.#minutes.show([axis.map((minute) => minute * 60),
      series((sales) => sales.accepted), series(refused), series((sales) => sales.cancelled)]);
  }

  /** The newest minutes only grow, so what they grew by was sold since the last look. */
  #sample(minutes) {
    const at = performance.now();
    const newest = minutes.slice(-3);
    const last = this.#last;
    this.#last = { at, minutes: new Map(minutes.map(({ minute, sales }) => [minute, sales])) };
    if (!last) {
      return;
    }
    const rate = (value) => newest.reduce((sum, { minute, sales }) =>
      sum + value(sales) - (last.minutes.has(minute) ? value(last.minutes.get(minute)) : 0), 0) * 1_000 / (at - last.at);
    this.#samples = [...this.#samples, [Date.now() / 1_000, rate((sales) => sales.accepted), rate(refused)]].slice(-KEPT_SAMPLES);
    this.#rates.show([0, 1, 2].map((column) => this.#samples.map((sample) => sample[column])));
  }

  #figures(total) {
    const revenue = Object.entries(total.revenue).map(([currency, amountMinor]) => money({ amountMinor, currency }));
    const reasons = Object.entries(total.refused).map(([reason, orders]) => [`Refused: ${words(reason).toLowerCase()}`, count(orders)]);
    const figures = [["Accepted, last hour", count(total.accepted)], ...reasons, ["Confirmed", count(total.confirmed)],
      ["Completed", count(total.completed)], ["Cancelled", count(total.cancelled)], ["Revenue", revenue.join(" + ") || "–"]];
    replace(byId("figures"), figures.map(([name, figure]) => h("div", {}, h("dt", {}, name), h("dd", {}, figure))));
  }

  #table(minutes) {
    const rows = [...minutes].reverse().map(({ minute, sales }) =>
      [time(minute), ...[sales.accepted, refused(sales), sales.confirmed, sales.completed, sales.cancelled].map(count)]);
    replace(byId("minutes"), table(["Minute", "Accepted", "Refused", "Confirmed", "Completed", "Cancelled"], rows, [1, 2, 3, 4, 5]));
  }
}

function refused(sales) {
  return Object.values(sales.refused).reduce((sum, orders) => sum + orders, 0);
}
