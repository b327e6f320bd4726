import { TYPED } from "@/components/ui/form-look";
import { Control } from "./control";

type Props = {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  defaultValue: string;
  /** In characters. */
  longest: number;
} & ({ rows: number } | { type: "text" | "email"; autoComplete: string });

const CONTROL = `${TYPED} block w-full min-w-0 py-2.5 text-base placeholder:text-soft aria-invalid:border-bad`;
const AREA = "field-sizing-content max-h-[32rem] resize-y leading-normal";

/** A label, what is typed, and what there is to say about it, tied together. */
export function TypedField({ hint, optional = false, ...props }: Props) {
  const { name, label } = props;
  const id = `feedback-${name}`;
  const isArea = "rows" in props;
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
        {optional && <span className="font-normal text-soft text-sm"> (optional)</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mb-1.5 text-soft text-sm">
          {hint}
        </p>
      )}
      <Control
        {...props}
        id={id}
        required={!optional}
        aria-describedby={hint ? `${id}-hint ${id}-error` : `${id}-error`}
        className={isArea ? `${CONTROL} ${AREA}` : CONTROL}
        {...(isArea && { style: { minHeight: `calc(${props.rows}lh + 1.25rem + 2px)` } })}
      />
    </div>
  );
}
