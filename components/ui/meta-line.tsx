import { Children, type ReactNode } from "react";

/** Small facts in one line, a dot between them. What is left out leaves no dot, and no line begins or ends with one. */
export function MetaLine({ children }: { children: ReactNode }) {
  return (
    // The dot stands before each fact; at the start of a line it is out of sight.
    <p className="flex flex-wrap gap-y-1 overflow-hidden text-small text-soft">
      {Children.toArray(children).map((fact, index) => (
        <span
          key={index}
          className="relative -left-4 pl-4 before:absolute before:left-[0.35rem] before:content-['·']"
        >
          {fact}
        </span>
      ))}
    </p>
  );
}
