import type { RefusedForm } from "@/lib/feedback/refused-form";

/** Over a form that has come back: that nothing was sent, why, and where to mend it. */
export function RefusedSummary(props: { refused: RefusedForm; labels: Record<string, string> }) {
  const { refused, labels } = props;
  const problems = Object.entries(refused.errors);
  return (
    <div role="alert" className="space-y-2 rounded-lg border border-bad bg-raised px-4 py-3">
      <p className="font-semibold text-bad">Not sent yet. What you typed is still here.</p>
      {refused.message && <p>{refused.message}</p>}
      {problems.length > 0 && (
        <ul className="list-disc space-y-1 pl-5">
          {problems.map(([name, problem]) => (
            <li key={name}>
              {labels[name] ? (
                <a href={`#feedback-${name}`} className="text-ice underline">
                  {labels[name]} {problem}
                </a>
              ) : (
                `${HIDDEN[name] ?? `“${name}”`} ${problem}`
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What the fields are that nobody typed. The form below has them afresh. */
const HIDDEN: Record<string, string> = {
  pair: "The comparison",
  key: "The form’s key",
  stamp: "The form’s time stamp",
};
