import { parseCatalogue } from "../catalogue/document";
import { importCatalogue } from "../catalogue/mutations";
import { db } from "../db";
import { catalogueFile } from "./catalogues";

/** Imports records as a file in the portable format would bring them; throws where they are not valid. */
export async function importLists(lists: object): Promise<void> {
  const parsed = parseCatalogue(catalogueFile(lists));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  await importCatalogue(db(), { catalogue: parsed.catalogue, actor: "test", now: new Date() });
}
