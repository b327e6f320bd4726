import { z } from "zod";
import { LENGTH, line } from "../fields";

/** Named as the form's field: what a reader looked for, as they typed it. */
export const wantedSchema = z.strictObject({ text: line(LENGTH.name) });

export const dismissSchema = z.strictObject({ id: z.uuid("is not the id of a wish").toLowerCase() });
