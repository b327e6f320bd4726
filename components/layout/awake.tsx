"use client";

import { useEffect } from "react";

/** Says that the page has its scripts, to what waits for them (lib/front/wake.js). */
export function Awake() {
  useEffect(() => {
    dispatchEvent(new Event("awake"));
  }, []);
  return null;
}
