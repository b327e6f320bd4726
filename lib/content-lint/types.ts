import type { Catalogue } from "../catalogue/document";

/** One file of the starter catalogue, by its path below `prisma/catalogue/`. */
export type ContentFile = { file: string; catalogue: Catalogue };

/** What an editor has to mend: `path` names the record and the field ("postgresql.pros[2]"). */
export type Finding = { file: string; path: string; message: string };

/** A finding whose file is still to be looked up, or a rule's own, with a path inside the record. */
export type Remark = { path: string; message: string };
