// The shop: pick, order, and watch what becomes of it.
import { every, get, path } from "./api.js";
import { byId, options } from "./dom.js";
import { words } from "./format.js";
import { showAllowance } from "./allowance.js";
import { Basket } from "./basket.js";
import { Customers } from "./customers.js";
import { Orders } from "./orders.js";
import { place } from "./place.js";
import { toastProblem } from "./toast.js";

const LONG = { s: "seconds", m: "minutes", h: "hours", d: "days" };
const OUTLETS_MILLIS = 5_000;
const RETRY_MILLIS = 2_000;

const basket = new Basket(byId("menu"), byId("total"));
const orders = new Orders(byId("orders"), byId("no-orders"), byId("more-orders"), () => refreshAllowance());
const customers = new Customers(byId("customer"), byId("new-customer"), (customerId) => welcome(customerId));
let promotion = null;

function ruleOf({ discountPercent, limits }) {
  const rules = limits.map(({ max, unit, window }) => `at most ${max} ${unit.toLowerCase()} in ${windowOf(window)}`);
  return [`${discountPercent} % off everything`, ...rules].join(", ") + ".";
}

function windowOf(window) {
  const [, kind, argument] = /^(\w+)(?:\((.*)\))?$/.exec(window);
  const rolling = argument?.replace(/^(\d+)([smhd])$/, (_, number, unit) => `${number} ${LONG[unit]}`);
  return { ROLLING: `any ${rolling}`, CALENDAR_DAY: `a day in ${argument}`, SALE: "the whole sale" }[kind] ?? words(window);
}

async function refreshAllowance() {
  try {
    const query = `?promotion=${encodeURIComponent(promotion.promotionId)}`;
    showAllowance(byId("allowance"), await get(path("customers", customers.current, "allowance") + query));
  } catch {
    setTimeout(refreshAllowance, RETRY_MILLIS);
  }
}

function welcome(customerId) {
  orders.follow(customerId);
  refreshAllowance();
}

async function order() {
  const button = byId("order");
  button.disabled = true;
  button.setAttribute("aria-busy", "true");
  button.textContent = "Ordering …";
  try {
    const wanted = {
      customerId: customers.current,
      promotionId: promotion.promotionId,
      outletId: byId("outlet").value,
      lines: basket.lines(),
      payment: { method: byId("payment").value },
    };
    if (await place(wanted)) {
      basket.clear();
    }
  } finally {
    button.disabled = false;
    button.removeAttribute("aria-busy");
    button.textContent = "Order";
    orders.refresh();
    refreshAllowance();
  }
}

async function showOutlets() {
  const { outlets } = await get("/v1/outlets");
  options(byId("outlet"), outlets.map((outlet) => outlet.outletId));
}

async function open() {
  try {
    const [menu, promotions] = await Promise.all([get("/v1/menu"), get("/v1/promotions"), showOutlets()]);
    const asked = new URLSearchParams(location.search).get("promotion");
    promotion = promotions.promotions.find((one) => one.promotionId === asked) ?? promotions.promotions[0];
    if (!promotion || menu.items.length === 0) {
      throw new Error("No promotion or no menu was published yet.");
    }
    byId("promotion-name").textContent = promotion.name || promotion.promotionId;
    byId("promotion-rule").textContent = ruleOf(promotion);
    document.title = `${promotion.name || promotion.promotionId} · Quintet`;
    basket.show(menu.items, promotion.discountPercent);
    byId("order").addEventListener("click", order);
    customers.open();
    // An outlet shows once it has been supplied, which may be later.
    every(OUTLETS_MILLIS, () => showOutlets().catch(() => {}));
  } catch (problem) {
    toastProblem("The shop is not open yet", problem);
    setTimeout(open, RETRY_MILLIS);
  }
}

open();
