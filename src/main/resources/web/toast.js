import { byId, h } from "./dom.js";

const SHOWN_MILLIS = 9_000;

/** Says something in the corner, to everybody, for a while. Tone is good, bad or wait. */
export function toast(tone, title, ...lines) {
  const box = h("div", { class: `toast ${tone}` },
    h("strong", {}, title),
    lines.filter(Boolean).map((line) => h("p", {}, line)),
    h("button", { type: "button", click: () => box.remove() }, "Close"));
  byId("toasts").append(box);
  setTimeout(() => box.remove(), SHOWN_MILLIS);
}

/** Says what went wrong. */
export function toastProblem(title, problem) {
  const wait = problem.retryAfter ? `Try again in ${problem.retryAfter} s.` : null;
  toast("bad", title, problem.message, wait);
}
