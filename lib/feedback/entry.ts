/** The names of the form's hidden fields. The trap is a field that people do not see and programs like to fill in. */
export const ENTRY = { pair: "pair", key: "key", stamp: "stamp", trap: "nicepick_leave_empty" } as const;

/** The bounds of what is typed, in code points: what a counter counts to. */
export const MOST_TYPED = { message: 5_000, builtWith: 600, name: 120, email: 254 };
