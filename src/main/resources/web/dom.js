// Builds pages out of elements and texts. Whatever comes from an order goes in as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element. Attributes that are functions are listeners; null, undefined and false leave an attribute or a child out. */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same within a drawing. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(name, value);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, String(value));
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** The element of this page with an id. */
export function byId(id) {
  return document.getElementById(id);
}

/** Puts new children into an element, and the focus back on the one with the same data-key. */
export function replace(element, ...children) {
  const focused = element.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  element.replaceChildren(...children.flat().filter(Boolean));
  if (focused) {
    [...element.querySelectorAll("[data-key]")].find((child) => child.dataset.key === focused)?.focus();
  }
}

/** A table. Numbers are columns whose heads and cells stand to the right. */
export function table(heads, rows, numbers = []) {
  const side = (column) => (numbers.includes(column) ? { class: "number" } : {});
  return [
    h("thead", {}, h("tr", {}, heads.map((head, i) => h("th", { scope: "col", ...side(i) }, head)))),
    h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell, i) => h("td", side(i), cell))))),
  ];
}

/** A table that is moved about in its own place where it is wider than the page. */
export function wideTable(label, ...parts) {
  return h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": label }, h("table", {}, table(...parts)));
}

/** Options for a select; the one that was chosen stays chosen. */
export function options(select, values, textOf = (value) => value) {
  const chosen = select.value;
  if (values.join("\n") !== [...select.options].map((option) => option.value).join("\n")) {
    select.replaceChildren(...values.map((value) => h("option", { value }, textOf(value))));
    if (values.includes(chosen)) {
      select.value = chosen;
    }
  }
}
