import "server-only";
import { z } from "zod";
import { editorAction } from "../actions/editor-action";
import { done, refuse } from "../actions/result";
import { LENGTH, slug } from "../fields";
import { formText } from "../form-fields";
import { findTechnologyForm, listTechnologiesBySlug, listTechnologyChoices } from "./lookup-queries";
import { listNearestPairs } from "./neighbour-queries";

const lookupSchema = z.union([
  z.strictObject({ q: formText(LENGTH.name) }),
  z.strictObject({ slugs: z.array(formText(LENGTH.name)).max(200) }),
]);

/** Technologies to choose from, by a text or by slugs. */
export const lookUpTechnologies = editorAction({
  permission: "admin.enter",
  input: lookupSchema,
  run: async ({ input }) =>
    done({
      entries:
        "q" in input ? await listTechnologyChoices(input.q) : await listTechnologiesBySlug(input.slugs),
    }),
});

/** One technology whole, to show a draft against, with the fair comparisons of it. */
export const readTechnology = editorAction({
  permission: "admin.enter",
  input: z.strictObject({ slug }),
  run: async ({ input }) => {
    const found = await findTechnologyForm(input.slug);
    if (!found) return refuse("not-found", "There is no such technology.");
    return done({ ...found, nearest: await listNearestPairs(found.form.slug) });
  },
});
