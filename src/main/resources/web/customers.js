import { call, path } from "./api.js";
import { h } from "./dom.js";
import { toast, toastProblem } from "./toast.js";

const SEEDED = ["alice", "bob", "carol"];
const NEW = "";
const KEPT_AS = "quintet-customers";

/** Who orders: one of the seeded customers, or one that was introduced in this browser. */
export class Customers {
  #select;
  #dialog;
  #onChange;

  constructor(select, dialog, onChange) {
    this.#select = select;
    this.#dialog = dialog;
    this.#onChange = onChange;
    this.current = SEEDED[0];
    select.addEventListener("change", () => this.#chosen());
    dialog.addEventListener("close", () => this.#closed());
  }

  open() {
    const { introduced, current } = kept();
    this.#show([...SEEDED, ...introduced], current ?? SEEDED[0]);
  }

  #show(customers, current) {
    this.current = current;
    this.#select.replaceChildren(
      ...customers.map((id) => h("option", { value: id }, id)), h("option", { value: NEW }, "somebody new …"));
    this.#select.value = current;
    this.#onChange(current);
  }

  #chosen() {
    if (this.#select.value === NEW) {
      this.#select.value = this.current;
      this.#dialog.returnValue = "";
      this.#dialog.showModal();
    } else {
      this.current = this.#select.value;
      keep({ ...kept(), current: this.current });
      this.#onChange(this.current);
    }
  }

  async #closed() {
    if (this.#dialog.returnValue !== "save") {
      return;
    }
    const { customerId, ...details } = Object.fromEntries(new FormData(this.#dialog.querySelector("form")));
    try {
      await call("PUT", path("customers", customerId), details);
      const introduced = [...new Set([...kept().introduced, customerId])].filter((id) => !SEEDED.includes(id));
      keep({ introduced, current: customerId });
      this.#show([...SEEDED, ...introduced], customerId);
      toast("good", `Welcome, ${details.name}`);
    } catch (problem) {
      toastProblem("That did not work", problem);
    }
  }
}

function kept() {
  try {
    return { introduced: [], ...JSON.parse(localStorage.getItem(KEPT_AS)) };
  } catch {
    return { introduced: [] };
  }
}

function keep(state) {
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify(state));
  } catch {
    // Then it is forgotten with the page.
  }
}
