// For those who look after the orders: what happens, what is stuck, and what runs.
import { every, get } from "./api.js";
import { byId, h, options, replace, table } from "./dom.js";
import { count, words } from "./format.js";
import { Sales } from "./sales.js";
import { showGroups } from "./groups.js";
import { showSagas } from "./sagas.js";
import { Search } from "./search.js";
import { StuckOrders } from "./stuck.js";
import { Topology } from "./topology.js";

const FAST_MILLIS = 2_000;
const SLOW_MILLIS = 5_000;

const promotion = byId("promotion");
const sales = new Sales(() => promotion.value);
const search = new Search(byId("search"), byId("found"));
const stuck = new StuckOrders(byId("stuck"), (orderId) => search.find(orderId));
const topology = new Topology(byId("topology"), byId("service"));

/** Does one part of the page; a part that fails says so in its place and leaves the others alone. */
async function part(element, action) {
  try {
    await action();
    element?.removeAttribute("data-stale");
  } catch (problem) {
    if (element && (element.childElementCount === 0 || element.dataset.stale)) {
      element.dataset.stale = "true";
      replace(element, h("p", { class: "bad" }, problem.message));
    }
  }
}

async function health() {
  const response = await fetch("/health/ready").catch(() => null);
  const element = byId("health");
  if (!response) {
    element.textContent = "This pod does not answer.";
    element.className = "bad";
    return;
  }
  const { status, services, restoring } = await response.json();
  const states = Object.entries(services).map(([name, state]) => `${name} ${state.toLowerCase()}`);
  const left = Object.entries(restoring).map(([name, records]) => `${name} has ${count(records)} records to restore`);
  element.textContent = [`This pod is ${status.toLowerCase()}`, ...states, ...left].join(" · ");
  element.className = response.ok ? "quiet" : "bad";
}

async function promotions() {
  const { promotions: all } = await get("/v1/promotions");
  options(promotion, all.map((one) => one.promotionId));
}

async function stock() {
  const { outlets } = await get("/v1/outlets");
  const rows = outlets.flatMap(({ outletId, items }) =>
    items.map(({ itemId, onHand, reserved, supplied }) => [outletId, itemId, count(onHand), count(reserved), count(supplied)]));
  replace(byId("stock"), h("table", {}, table(["Outlet", "Item", "On hand", "Reserved", "Supplied"], rows, [2, 3, 4])));
}

async function wanted() {
  const { items } = await get(`/v1/promotions/${encodeURIComponent(promotion.value)}/items`);
  const most = Math.max(1, ...items.map((item) => item.quantity));
  const rows = items.map(({ itemId, quantity }) => [itemId, count(quantity),
    h("progress", { max: most, value: quantity, "aria-label": `${words(itemId)}: ${count(quantity)}` })]);
  replace(byId("wanted"), rows.length
    ? h("table", {}, table(["Item", "Ordered", "Share"], rows, [1]))
    : h("p", { class: "quiet" }, "Nothing was ordered."));
}

promotion.addEventListener("change", () => sales.restart());
every(FAST_MILLIS, async () => {
  await part(null, promotions);
  await Promise.all([
    part(byId("figures"), () => sales.refresh()),
    part(byId("sagas"), () => showSagas(byId("sagas"))),
    part(byId("stuck"), () => stuck.refresh()),
    part(byId("wanted"), wanted),
  ]);
});
every(SLOW_MILLIS, () => {
  const answer = get("/v1/consumer-groups");
  return Promise.all([
    part(byId("health"), health),
    part(byId("stock"), stock),
    part(byId("groups"), async () => showGroups(byId("groups"), (await answer).groups)),
    part(byId("topology"), async () => topology.refresh((await answer).groups)),
  ]);
});

const asked = new URLSearchParams(location.search).get("id");
if (asked) {
  search.find(asked);
}
