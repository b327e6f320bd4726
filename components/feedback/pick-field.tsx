import { FieldError } from "./control";

const NAME = "wouldPick";

/** One of some values, each with its label. */
export function PickField(props: {
  label: string;
  choices: [value: string, label: string][];
  chosen: string;
}) {
  const { label, choices, chosen } = props;
  return (
    <fieldset aria-describedby={`feedback-${NAME}-error`}>
      <legend className="mb-1.5 font-medium">{label}</legend>
      <div className="grid gap-2 sm:grid-cols-3">
        {choices.map(([value, text], index) => (
          <label
            key={value}
            className="flex min-h-12 cursor-pointer items-center gap-2.5 rounded-lg border border-soft bg-raised px-3 py-2 leading-tight has-checked:border-ice has-checked:bg-ice-wash has-checked:font-semibold"
          >
            <input
              type="radio"
              id={index === 0 ? `feedback-${NAME}` : undefined}
              name={NAME}
              value={value}
              defaultChecked={value === chosen}
              required
              className="size-5 shrink-0 cursor-pointer accent-ice"
            />
            <span className="min-w-0">{text}</span>
          </label>
        ))}
      </div>
      <FieldError name={NAME} label={label} />
    </fieldset>
  );
}
