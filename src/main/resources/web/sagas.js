import { get } from "./api.js";
import { h, replace, wideTable } from "./dom.js";
import { count, duration, words } from "./format.js";

/** How many orders are in which step now, how many ever got through it, and how long that takes. */
export async function showSagas(element) {
  const { steps } = await get("/v1/sagas");
  const most = Math.max(1, ...steps.map(({ reached }) => reached.SENT ?? 0));
  const rows = steps.map(({ name, open, stuck, reached, succeededMillis }) => [
    words(name),
    count(open.SENT ?? 0),
    count((open.COMPENSATING ?? 0) + (open.IN_DOUBT ?? 0)),
    stuck ? h("strong", { class: "bad" }, count(stuck)) : "0",
    h("span", {}, h("progress", { max: most, value: reached.SUCCEEDED ?? 0, "aria-label": `${words(name)} done` }),
      ` ${count(reached.SUCCEEDED ?? 0)}`),
    count(reached.FAILED ?? 0),
    reached.SUCCEEDED ? duration(succeededMillis / reached.SUCCEEDED) : "–",
  ]);
  replace(element, wideTable("Steps", ["Step", "Waiting", "Undoing", "Stuck", "Done", "Failed", "Mean time"], rows, [1, 2, 3, 5, 6]));
}
