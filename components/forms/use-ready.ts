import { useSyncExternalStore } from "react";

/** False until the page can send its forms itself. */
export function useReady(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
