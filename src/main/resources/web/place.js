import { call } from "./api.js";
import { money, time, words } from "./format.js";
import { toast, toastProblem } from "./toast.js";

/** Of an order whose verdict nobody knows: sent again, it must stay one order. */
let unsure = null;

/** Places an order and says its verdict. True when the order is done with, accepted or refused. */
export async function place(wanted) {
  const content = JSON.stringify(wanted);
  const orderId = unsure?.content === content ? unsure.orderId : newId();
  try {
    const { status, json } = await call("POST", "/v1/orders", { orderId, ...wanted });
    unsure = null;
    if (status === 202) {
      toast("wait", "Taken", "The verdict is not there yet. It will show among your orders.");
    } else {
      tellAccepted(json);
    }
    return true;
  } catch (problem) {
    if (problem.status === 0 || problem.status >= 500) {
      unsure = { content, orderId };
      toastProblem("Nobody knows whether it was taken. Order again: it stays one order", problem);
      return false;
    }
    unsure = null;
    tellRefused(problem);
    return problem.status === 429 || problem.status === 422;
  }
}

function tellAccepted({ total, promotion }) {
  const left = promotion.remaining === undefined ? null : `${promotion.remaining} of ${promotion.max} left.`;
  toast("good", "Accepted", total ? `It costs ${money(total)}.` : null, left);
}

function tellRefused(problem) {
  const { reason, promotion, nextSlotAt } = problem.body;
  if (reason === "LIMIT_REACHED") {
    toast("bad", "Refused: the limit is reached",
      `You used ${promotion.used} of ${promotion.max} ${promotion.unit.toLowerCase()}.`,
      nextSlotAt ? `The next one can be placed at ${time(nextSlotAt)}.` : null);
  } else {
    toast("bad", reason ? `Refused: ${words(reason).toLowerCase()}` : "Refused", problem.message);
  }
}

/** Random, also on a page that did not come over HTTPS. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return "web-" + [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
