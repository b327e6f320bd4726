import type { Role } from "./permissions";

/** Whoever is signed in and asks, as the database has them at this moment. */
export type Actor = { id: string; sessionId: string; name: string; email: string; role: Role };
