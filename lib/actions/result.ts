/** Why something was not done, and the HTTP status that says so. */
export const STATUSES = {
  malformed: 400,
  "signed-out": 401,
  forbidden: 403,
  "not-found": 404,
  stale: 409,
  conflict: 409,
  "too-large": 413,
  invalid: 422,
  limited: 429,
  fault: 500,
  unavailable: 503,
} as const;

export type RefusalCode = keyof typeof STATUSES;

/** `fields`: what is wrong, by the path of the form's field. `detail` is sent along beside them. */
export type Refusal = {
  ok: false;
  code: RefusalCode;
  message: string;
  fields?: Record<string, string>;
  detail?: object;
};

/** What an action comes to: expected failures are values. */
export type ActionResult<T> = { ok: true; value: T } | Refusal;

export function done<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse(
  code: RefusalCode,
  message: string,
  more: { fields?: Record<string, string>; detail?: object } = {},
): Refusal {
  return { ok: false, code, message, ...more };
}
