// How figures are written, in the reader's own language and time zone.

import { minorDigits } from "./minor-units.js";

/** An amount of money, from minor units. */
export function money({ amountMinor, currency }) {
  const digits = minorDigits(currency);
  const format = new Intl.NumberFormat(undefined, {
    style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits,
  });
  return format.format(amountMinor / 10 ** digits);
}

/** The time of day; with the date when it is not today's. */
export function time(instant) {
  const date = new Date(instant);
  const isToday = date.toDateString() === new Date().toDateString();
  const day = isToday ? {} : { day: "numeric", month: "short" };
  return date.toLocaleString(undefined, { ...day, hour: "2-digit", minute: "2-digit" });
}

/** The time of day to the millisecond. */
export function exactTime(instant) {
  return new Date(instant).toLocaleTimeString(undefined, {
    hour: "2-digit", minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3,
  });
}

/** A length of time, from milliseconds. */
export function duration(millis) {
  if (millis < 1_000) {
    return `${Math.round(millis)} ms`;
  }
  if (millis < 60_000) {
    return `${(millis / 1_000).toFixed(1)} s`;
  }
  const minutes = Math.round(millis / 60_000);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export function count(number) {
  return number.toLocaleString();
}

/** LIMIT_REACHED, limit-reached and limitReached as Limit reached. */
export function words(constant) {
  const text = constant.replace(/([a-z])([A-Z])/g, "$1 $2").replaceAll("_", " ").replaceAll("-", " ").toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The class that colours a state of an order. */
export function tone(status) {
  return { COMPLETED: "good", CONFIRMED: "good", REFUSED: "bad", CANCELLED: "bad", NEEDS_OPERATOR: "bad" }[status] ?? "wait";
}

export function isTerminal(status) {
  return ["COMPLETED", "REFUSED", "CANCELLED"].includes(status);
}
