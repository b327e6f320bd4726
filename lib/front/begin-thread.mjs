// What reads TypeScript in the first thread does not by itself do so in another one.
import { register } from "tsx/esm/api";

register();
await import("./front-thread.ts");
