import type { RefusedForm } from "@/lib/feedback/refused-form";

/** Has all that belongs to a message erased. It takes a box to be ticked and a button: whoever follows links erases nothing. */
export function EraseForm({ token, refused }: { token: string; refused: RefusedForm | null }) {
  const error =
    refused && (refused.errors.confirm ? "Tick the box to say that you mean it." : refused.message);
  return (
    <details open={refused !== null} className="rounded-lg border border-line bg-raised">
      <summary className="cursor-pointer px-4 py-3 font-semibold">Erase my data</summary>
      <form method="post" action="/api/feedback/erase" className="space-y-4 border-line border-t px-4 py-4">
        <p className="max-w-[60ch] leading-relaxed">
          Your text, your name and your e-mail address are erased at once, everywhere on this site, and so are
          our notes and answers to them. What is left is that there was a message, which pick it named, and
          what came of it. Mails that were sent already are out of our hands.
        </p>
        <p>This cannot be undone.</p>
        <input type="hidden" name="token" value={token} />
        <div>
          <label className="flex min-h-6 cursor-pointer items-start gap-2.5">
            <input
              type="checkbox"
              name="confirm"
              value="yes"
              required
              aria-describedby={error ? "confirm-error" : undefined}
              aria-invalid={error ? true : undefined}
              className="mt-0.5 size-5 shrink-0 cursor-pointer accent-ice"
            />
            Yes, erase it for good
          </label>
          {error && (
            <p id="confirm-error" role="alert" className="mt-1.5 text-bad text-sm">
              ▲ {error}
            </p>
          )}
        </div>
        <button
          type="submit"
          className="min-h-11 cursor-pointer rounded-lg bg-bad px-5 py-2 font-semibold text-paper hover:brightness-90"
        >
          Erase my data
        </button>
      </form>
    </details>
  );
}
