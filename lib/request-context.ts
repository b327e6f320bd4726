import { AsyncLocalStorage } from "node:async_hooks";
import { PRIMARY, type Source } from "./replica";

/** What the parts that serve one request tell the HTTP server in front of them. */
export type RequestContext = {
  databaseLost: boolean;
  /** The client's address. */
  address: string;
  /** What the answer is made of: see cache.ts. */
  tags: Set<string>;
  /** Where that is read from here on. */
  source: Source;
  /** Why the replica was of no use, where it was asked. */
  replicaFault: string | null;
  /** What was looked for already, by `onceInRequest`. */
  found: Map<string, Promise<unknown>>;
};

// The front runs outside Next's bundles: they meet in the process, by name.
const shared = globalThis as { nicePickRequests?: AsyncLocalStorage<RequestContext> };

function storage(): AsyncLocalStorage<RequestContext> {
  shared.nicePickRequests ??= new AsyncLocalStorage();
  return shared.nicePickRequests;
}

export function makeContext(address: string, source = PRIMARY): RequestContext {
  return { databaseLost: false, address, tags: new Set(), source, replicaFault: null, found: new Map() };
}

export function runInRequest<T>(context: RequestContext, work: () => T): T {
  return storage().run(context, work);
}

/** Undefined outside a request of the front's, as under plain `next start`. */
export function currentRequest(): RequestContext | undefined {
  return storage().getStore();
}

/**
 * What `find` finds, looked for once in a request: proxy.ts and the page that it leads to ask for the same. `key` names it
 * among all that is found so. What failed is tried again.
 */
export function onceInRequest<T>(key: string, find: () => Promise<T>): Promise<T> {
  const request = currentRequest();
  if (!request) return find();
  const known = request.found.get(key) as Promise<T> | undefined;
  if (known) return known;
  const found = find();
  request.found.set(key, found);
  found.catch(() => request.found.delete(key));
  return found;
}
