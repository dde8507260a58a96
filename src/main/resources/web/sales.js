import { get, path } from "./api.js";
import { Chart } from "./chart.js";
import { byId, h, replace, table } from "./dom.js";
import { count, money, time, words } from "./format.js";

const KEPT_SAMPLES = 120;

/** Colours of refusals. */
const REFUSED = ["bad", "wait", "accent"];

/** What a promotion sells: figures, orders per second as they come, and the minutes of the last hour. */
export class Sales {
  #promotionId;
  #samples = [];
  #last = null;
  #rates = new Chart(byId("rate-chart"));
  #minutes = new Chart(byId("minute-chart"));

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
    this.#sample(minutes, Object.keys(total.refused));
    this.#table(minutes);
    const known = new Map(minutes.map(({ minute, sales }) => [Date.parse(minute) / 60_000, sales]));
    const end = Math.floor(Date.now() / 60_000);
    const axis = Array.from({ length: 60 }, (_, i) => end - 59 + i);
    this.#minutes.show(axis.map((minute) => minute * 60), verdicts(Object.keys(total.refused)).map(({ value, ...line }) =>
      ({ ...line, values: axis.map((minute) => (known.has(minute) ? value(known.get(minute)) : 0)) })));
  }

  /** The newest minutes only grow, so what they grew by was sold since the last look. */
  #sample(minutes, reasons) {
    const at = performance.now();
    const newest = minutes.slice(-3);
    const last = this.#last;
    this.#last = { at, minutes: new Map(minutes.map(({ minute, sales }) => [minute, sales])) };
    if (!last) {
      return;
    }
    const rate = (value) => newest.reduce((sum, { minute, sales }) =>
      sum + value(sales) - (last.minutes.has(minute) ? value(last.minutes.get(minute)) : 0), 0) * 1_000 / (at - last.at);
    const lines = verdicts(reasons);
    const sample = { at: Date.now() / 1_000, rates: Object.fromEntries(lines.map(({ label, value }) => [label, rate(value)])) };
    this.#samples = [...this.#samples, sample].slice(-KEPT_SAMPLES);
    this.#rates.show(this.#samples.map(({ at: time }) => time), lines.map(({ label, colour }) =>
      ({ label, colour, values: this.#samples.map(({ rates }) => rates[label] ?? 0) })));
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

/** What may become of an order, each with its colour and how many a minute has of it; refusals by reason. */
function verdicts(reasons) {
  return [
    { label: "accepted", colour: "good", value: (sales) => sales.accepted },
    ...reasons.sort().map((reason, i) => ({
      label: words(reason).toLowerCase(), colour: REFUSED[i % REFUSED.length], value: (sales) => sales.refused[reason] ?? 0,
    })),
    { label: "cancelled", colour: "quiet", value: (sales) => sales.cancelled },
  ];
}

function refused(sales) {
  return Object.values(sales.refused).reduce((sum, orders) => sum + orders, 0);
}
