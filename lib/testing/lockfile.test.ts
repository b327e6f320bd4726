import { expect, test } from "vitest";
import lockfile from "../../package-lock.json" with { type: "json" };

type Locked = { optionalDependencies?: Record<string, string> };

// `npm install` on one platform may leave other platforms' packages out of the lockfile when the registry does not
// have them; `npm ci` then refuses the whole file.
test("the lockfile names every platform's packages", () => {
  const packages = lockfile.packages as Record<string, Locked>;
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
    ),
  );
  expect(missing).toEqual([]);
});
