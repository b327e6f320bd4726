import "server-only";
import { Prisma } from "@/prisma/generated/client";
import type { DbOrTransaction } from "./db";

/** The tables whose every column is written: what a row leaves out becomes NULL, not the column's default. */
type Rows = {
  Point: Prisma.PointCreateManyInput;
  Relation: Prisma.RelationCreateManyInput;
  Alias: Prisma.AliasCreateManyInput;
  Resource: Prisma.ResourceCreateManyInput;
  Popularity: Prisma.PopularityCreateManyInput;
  AlsoConsider: Prisma.AlsoConsiderCreateManyInput;
  Criterion: Prisma.CriterionCreateManyInput;
  Question: Prisma.QuestionCreateManyInput;
  ComparisonSource: Prisma.ComparisonSourceCreateManyInput;
};

/**
 * Inserts rows as one JSON parameter. Prisma's createMany takes one parameter for each value: for the points of a
 * large import that is many times the time and memory.
 */
export async function insertRows<Table extends keyof Rows>(
  tx: DbOrTransaction,
  table: Table,
  rows: Rows[Table][],
): Promise<void> {
  if (rows.length === 0) return;
  const name = Prisma.raw(`"${table}"`);
  await tx.$executeRaw`
    INSERT INTO ${name} SELECT * FROM json_populate_recordset(NULL::${name}, ${JSON.stringify(rows)}::json)`;
}
