import { call, orderPath } from "./api.js";
import { byId, h } from "./dom.js";
import { words } from "./format.js";
import { toast, toastProblem } from "./toast.js";

const ACTIONS = [
  ["RETRY", "Try again", "The step is asked for again at once."],
  ["SKIP", "Take as done", "The step is taken as done. Only when you made sure that it was."],
  ["COMPENSATE", "Undo the order", "Everything that was done for the order is undone, unless its delivery has left."],
];

/** The buttons that repair a step of an order. */
export function repairButtons(order, step) {
  return h("div", { class: "buttons" }, ACTIONS.map(([action, title, text]) =>
    h("button", {
      type: "button",
      "data-key": `${action} ${order.orderId} ${step}`,
      "aria-label": `${title}: ${words(step)} of ${order.orderId}`,
      click: () => ask(order, step, action, title, text),
    }, title)));
}

/** Asks who and why, because both are kept with the order. */
function ask(order, step, action, title, text) {
  const dialog = byId("repair");
  const form = dialog.querySelector("form");
  byId("repair-heading").textContent = `${title}: ${words(step)}`;
  byId("repair-text").textContent = `${text} Order ${order.orderId} of ${order.customerId}.`;
  form.elements.reason.value = "";
  dialog.returnValue = "";
  dialog.addEventListener("close", async () => {
    if (dialog.returnValue === "do") {
      const reason = form.elements.reason.value;
      // The whole order is undone, whichever of its steps the button stood beside.
      const body = action === "COMPENSATE" ? { action, reason } : { action, step, reason };
      await repair(order, body, form.elements.operator.value);
    }
  }, { once: true });
  dialog.showModal();
}

async function repair(order, body, operator) {
  try {
    await call("POST", orderPath(order, "operator"), body, { "Quintet-Operator": operator });
    toast("good", "Done", `${words(body.action)}${body.step ? ` of ${words(body.step).toLowerCase()}` : ""} is kept among the facts of ${order.orderId}.`);
  } catch (problem) {
    toastProblem("That was refused", problem);
  }
}
