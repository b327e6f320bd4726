import { writeSync } from "node:fs";

// Loaded in front of a measured command: at its end it says on file descriptor 3 how much memory it took at most.
process.once("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));
