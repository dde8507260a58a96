// Line charts that redraw themselves when the page's colours or width change. Drawn by uPlot.

const HEIGHT = 220;

/** A chart over time. Series are given as [label, name of a colour]; data as uPlot takes it, times in seconds first. */
export class Chart {
  #element;
  #series;
  #plot = null;
  #data;

  constructor(element, series) {
    this.#element = element;
    this.#series = series;
    this.#data = [[], ...series.map(() => [])];
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#draw());
    new ResizeObserver(() => this.#plot?.setSize({ width: element.clientWidth, height: HEIGHT })).observe(element);
  }

  show(data) {
    this.#data = data;
    if (this.#plot) {
      this.#plot.setData(data);
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
      series: [{}, ...this.#series.map(([label, name]) => ({
        label, stroke: colour(name), width: 2, points: { show: false }, value: (_, value) => value?.toFixed(1) ?? "–",
      }))],
      legend: { live: true },
    };
    probe.remove();
    this.#plot = new window.uPlot(options, this.#data, this.#element);
  }
}
