import { expect } from "@playwright/test";
import { findPostmaster } from "../lib/embedded/postmaster";
import { addSession, addUser, embeddedUrl, query } from "../lib/testing/signed-in";
import { SECRET, signIn } from "./fixtures/accounts";
import { field, untilSaved } from "./fixtures/editor";
import { newPerson, test } from "./fixtures/own-server";

test("the database dies under the editor: what is typed is kept, said so, and saved when it is back", async ({
  browser,
  server,
}) => {
  test.setTimeout(120_000);
  const url = await embeddedUrl(server.dataDir);
  const id = await addUser(url, { name: "Ada", role: "editor" });
  const page = await newPerson(browser, server);
  await signIn(page.context(), {
    id,
    name: "Ada",
    role: "editor",
    cookie: await addSession(url, id, SECRET),
  });
  await page.goto("/admin/technologies/new");
  await field(page, "Name").fill("Survivor");
  await untilSaved(page);

  const [folder] = await query<{ data_directory: string }>(url, "SHOW data_directory");
  const kill = async () => {
    const postmaster = await findPostmaster(folder?.data_directory ?? "");
    if (postmaster) process.kill(postmaster.pid, "SIGKILL");
    return postmaster !== null;
  };
  expect(await kill()).toBe(true);
  await field(page, "Lead").fill("Typed while there was no database.");
  // The server may have it up again before anything is saved: down it goes, until the editor has heard of it.
  const status = page.locator("[data-save-status]");
  await expect
    .poll(
      async () => {
        await kill();
        return status.textContent();
      },
      { timeout: 30_000, intervals: [100] },
    )
    .toContain("Your text is kept in this browser.");
  await expect(field(page, "Lead")).toHaveValue("Typed while there was no database.");

  // The server starts it again; nobody has to do anything.
  await expect(page.locator("[data-save-status]")).toHaveText(/^Saved/, { timeout: 60_000 });
  const rows = await query<{ lead: string }>(
    await embeddedUrl(server.dataDir),
    `SELECT document->>'lead' AS lead FROM "Draft" WHERE "authorId" = $1`,
    [id],
  );
  expect(rows).toEqual([{ lead: "Typed while there was no database." }]);
});
