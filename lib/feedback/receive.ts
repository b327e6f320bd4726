import "server-only";
import { namedProblems } from "../actions/respond";
import { type ActionResult, done, refuse } from "../actions/result";
import { addressPrefix } from "../auth/address-prefix";
import { findSides } from "../comparisons/resolve";
import { Memo } from "../memo";
import { pairSegment, parsePair, readSlug } from "../pair/pair";
import { inTurn } from "../turns";
import { ENTRY } from "./entry";
import { type FeedbackInput, feedbackSchema } from "./schema";
import { storeMessage } from "./store-mutations";
import { findStampProblem } from "./ticket";

/** However many write at once, most connections are left to those who read. */
const EVERYBODY = { name: "feedback", atOnce: 2, mostWaiting: 2_000 };
const OF_NETWORK_WAITING = 50;

/** Many may write about one page at once. Names and addresses are not taken from here, only which records are meant. */
const pairs = new Memo<Awaited<ReturnType<typeof findSides>>>({ forMs: 5_000, most: 1_000 });

const NEITHER = "neither";

/**
 * Takes what a reader sent: `fields` as they came, by the names of the form. Returns the path of the private page
 * that tells what comes of it; refused, it says what is wrong by field, and nothing is kept or mailed.
 */
export async function receiveFeedback(sent: {
  fields: unknown;
  address: string;
  now: Date;
}): Promise<ActionResult<{ status: string }>> {
  const { fields, address, now } = sent;
  const parsed = feedbackSchema.safeParse(fields);
  if (!parsed.success) return refuseFields(namedProblems(parsed.error));
  const input = parsed.data;
  const late = findStampProblem(input[ENTRY.stamp], now);
  if (late) return refuseFields({ [ENTRY.stamp]: late });
  const network = {
    name: `feedback of ${addressPrefix(address)}`,
    atOnce: 1,
    mostWaiting: OF_NETWORK_WAITING,
  };
  return inTurn(network, () => inTurn(EVERYBODY, () => keep(input, { address, now })));
}

async function keep(
  input: FeedbackInput,
  sender: { address: string; now: Date },
): Promise<ActionResult<{ status: string }>> {
  const target = await findTarget(input);
  if (!target.ok) return target;
  const stored = await storeMessage(
    {
      key: input[ENTRY.key],
      ...target.value,
      message: input.message,
      builtWith: input.builtWith ?? null,
      name: input.name ?? null,
      email: input.email ?? null,
      trap: input[ENTRY.trap],
    },
    sender,
  );
  return stored.ok ? done({ status: `/feedback/status/${stored.value.statusToken}` }) : stored;
}

type Target = { sides: { leftId: string; rightId: string } | null; wouldPickId: string | null };

/** The technologies that the message is about, by id: a page may have been open while they were renamed. */
async function findTarget(input: FeedbackInput): Promise<ActionResult<Target>> {
  const { wouldPick, [ENTRY.pair]: asked } = input;
  if (asked === "") {
    if (wouldPick !== NEITHER) return refuseFields({ wouldPick: "is neither side" });
    return done({ sides: null, wouldPickId: null });
  }
  const pair = parsePair(asked);
  const sides = pair && (await pairs.get(pairSegment(pair), () => findSides(pair)));
  if (!sides || sides.left.id === sides.right.id) {
    return refuseFields({ [ENTRY.pair]: "is not a comparison on this site" });
  }
  const { left, right } = sides;
  const about = { leftId: left.id, rightId: right.id };
  if (wouldPick === NEITHER) return done({ sides: about, wouldPickId: null });
  const wouldPickId =
    [left, right].find(({ slug }) => slug === wouldPick)?.id ?? (await findFormer(wouldPick));
  if (wouldPickId !== left.id && wouldPickId !== right.id)
    return refuseFields({ wouldPick: "is neither side" });
  return done({ sides: about, wouldPickId });
}

/** The technology that had a slug while the page was open, or has it in another case. */
async function findFormer(text: string): Promise<string | null> {
  const slug = readSlug(text);
  return (slug && (await findSides({ left: slug, right: slug }))?.left.id) ?? null;
}

function refuseFields(fields: Record<string, string>) {
  return refuse("invalid", "This cannot be sent as it is.", { fields });
}
