import { buildIfNeeded } from "./build";

// `npm run build`: what a start would build is there already, as in an image.
await buildIfNeeded((line) => console.log(line));
