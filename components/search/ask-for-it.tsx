import { Button } from "@/components/ui/button";

/** Asks the editors for what is not on file. A plain form: it is answered with a page. */
export function AskForIt({ text }: { text: string }) {
  return (
    <form
      method="post"
      action="/api/wanted"
      className="flex flex-wrap items-center gap-x-5 gap-y-3 rounded-xl border border-line border-dashed px-5 py-4"
    >
      <input type="hidden" name="text" value={text} />
      <p className="min-w-0 flex-[1_1_16rem]">
        Should “<b className="font-semibold">{text}</b>” be here? We count who asks, and write what is asked
        for most.
      </p>
      <Button type="submit" aria-label={`Ask for ${text}`}>
        Ask for it
      </Button>
    </form>
  );
}
