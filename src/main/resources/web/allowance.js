import { h, replace } from "./dom.js";
import { duration, time } from "./format.js";

const SHOWN_AS_SLOTS_MAX = 20;

/** How much of the limit is used, and when there is room again. */
export function showAllowance(element, { unit, max, used, remaining, nextSlotAt }) {
  const again = nextSlotAt
    ? `next slot at ${time(nextSlotAt)}, in ${duration(Math.max(0, new Date(nextSlotAt) - Date.now()))}`
    : `${remaining} left`;
  replace(element, max <= SHOWN_AS_SLOTS_MAX ? slots(max, used) : null,
    h("span", {}, `${used} of ${max} ${unit.toLowerCase()} used — ${remaining > 0 ? `${remaining} left` : again}`));
}

function slots(max, used) {
  return h("span", { class: "slots", "aria-hidden": "true" },
    Array.from({ length: max }, (_, i) => h("span", { class: i < used ? "slot used" : "slot" })));
}
