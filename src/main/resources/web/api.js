// The routes of Quintet. Whatever is not a 2xx is thrown as a Problem.

/** What went wrong, as the problem document says it. */
export class Problem extends Error {
  constructor(status, body, retryAfter) {
    super(body.detail ?? body.title ?? `The answer was ${status}`);
    this.status = status;
    this.body = body;
    this.retryAfter = retryAfter;
  }
}

/** Calls a route; gives the status and the JSON of the answer. */
export async function call(method, path, body, headers = {}) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined ? headers : { "Content-Type": "application/json", ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Problem(0, { detail: "Nobody answers. Is Quintet running?" });
  }
  const text = await response.text();
  const json = parse(text);
  if (!response.ok) {
    throw new Problem(response.status, json, response.headers.get("Retry-After"));
  }
  return { status: response.status, json };
}

export async function get(path) {
  return (await call("GET", path)).json;
}

/** A path out of parts, each of which may hold anything. */
export function path(...parts) {
  return "/v1/" + parts.map(encodeURIComponent).join("/");
}

/** An order's path; the customer tells it from another's order of the same id. */
export function orderPath({ orderId, customerId }, ...more) {
  const query = customerId ? `?customer=${encodeURIComponent(customerId)}` : "";
  return path("orders", orderId, ...more) + query;
}

function parse(text) {
  try {
    return text ? JSON.parse(text) : {};
  } catch {
    return { detail: "The answer could not be read" };
  }
}

/** Does something again and again, each time so long after it was done. A page that nobody sees asks for nothing. */
export function every(millis, action) {
  const round = async () => {
    if (!document.hidden) {
      await action();
    }
    setTimeout(round, millis);
  };
  return round();
}
