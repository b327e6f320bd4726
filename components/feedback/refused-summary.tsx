import type { RefusedForm } from "@/lib/feedback/refused-form";

/** Over a form that has come back: that nothing was sent, why, and where to mend it. */
export function RefusedSummary(props: { refused: RefusedForm; labels: Record<string, string> }) {
  const { refused, labels } = props;
  // In the order of the fields; what belongs to none of them comes last.
  const { message, errors } = refused;
  const named = Object.keys(labels).filter((name) => name in errors);
  const others = Object.keys(errors).filter((name) => !(name in labels));
  return (
    <div role="alert" className="space-y-2 rounded-lg border border-bad bg-raised px-4 py-3">
      <p className="font-semibold text-bad">Not sent yet. What you typed is still here.</p>
      {named.length + others.length === 0 ? (
        <p>{message}</p>
      ) : (
        <ul className="list-disc space-y-1 pl-5">
          {named.map((name) => (
            <li key={name}>
              <a href={`#feedback-${name}`} className="text-ice underline">
                {labels[name]} {errors[name]}
              </a>
            </li>
          ))}
          {others.map((name) => (
            <li key={name}>
              {HIDDEN[name] ?? `“${name}”`} {errors[name]}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What the fields are that nobody typed. The form below has them afresh. */
const HIDDEN: Record<string, string> = {
  wouldPick: "The pick",
  pair: "The comparison",
  key: "The form’s key",
  stamp: "The form’s time stamp",
};
