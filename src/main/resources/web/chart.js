// Line charts that redraw themselves when the page's colours or width change. Drawn by uPlot.

const HEIGHT = 220;

/** A chart over time. */
export class Chart {
  #element;
  #series = [];
  #plot = null;
  #data = [[]];

  constructor(element) {
    this.#element = element;
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#draw());
    new ResizeObserver(() => this.#plot?.setSize({ width: element.clientWidth, height: HEIGHT })).observe(element);
  }

  /** Shows lines, given as {label, colour, values}; a colour is the name of a class that has it. Times are in seconds. */
  show(times, lines) {
    const isSame = this.#plot && lines.map(({ label }) => label).join() === this.#series.map(({ label }) => label).join();
    this.#series = lines;
    this.#data = [times, ...lines.map(({ values }) => values)];
    if (isSame) {
      this.#plot.setData(this.#data);
    } else {
      this.#draw();
    }
  }

  #draw() {
    this.#plot?.destroy();
    const style = getComputedStyle(document.body);
    const probe = this.#element.appendChild(document.createElement("span"));
    const colour = (name) => {
      probe.className = name;
      return getComputedStyle(probe).color;
    };
    const axis = { stroke: style.color, grid: { stroke: colour("quiet"), width: 0.25 }, ticks: { show: false } };
    const options = {
      width: this.#element.clientWidth,
      height: HEIGHT,
      axes: [axis, { ...axis, size: 56 }],
      scales: { y: { range: (_, low, high) => [0, Math.max(1, high * 1.1)] } },
      series: [{}, ...this.#series.map((line) => ({
        label: line.label, stroke: colour(line.colour), width: 2, points: { show: false }, value: (_, value) => value?.toFixed(1) ?? "–",
      }))],
      legend: { live: true },
    };
    probe.remove();
    this.#plot = new window.uPlot(options, this.#data, this.#element);
  }
}
