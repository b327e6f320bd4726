import type { ReactNode } from "react";
import { COLOURS, MEASURES, RADII, SHADOWS, SPACES, TEXTS } from "./tokens";

/** Colours, type, room and shape, as the theme around it has them. */
export function TokensSheet() {
  return (
    <>
      <Group title="Colour">
        <ul className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3">
          {COLOURS.map(({ name, use }) => (
            <li key={name} className="flex min-w-0 items-center gap-3">
              <span
                className="size-10 shrink-0 rounded-control border border-line"
                style={{ background: `var(--${name})` }}
              />
              <span className="min-w-0 text-small leading-tight">
                <b className="block font-semibold">{name}</b>
                <span className="text-soft">{use}</span>
              </span>
            </li>
          ))}
        </ul>
      </Group>
      <Group title="Type">
        <ul className="space-y-4">
          {TEXTS.map(({ name, className, display, use }) => (
            <li key={name}>
              <p className={`${className} ${display ? "font-display" : ""}`}>This or that?</p>
              <p className="text-small text-soft">
                {name}: {use.toLowerCase()}
              </p>
            </li>
          ))}
        </ul>
      </Group>
      <Group title="Room and shape">
        <ul className="space-y-2 text-small text-soft">
          {SPACES.map(({ name, className, use }) => (
            <li key={name} className="flex items-center gap-3">
              <span className={`h-4 bg-ice-deep ${className}`} /> {name}: {use.toLowerCase()}
            </li>
          ))}
        </ul>
        <ul className="mt-5 flex flex-wrap gap-5 text-small text-soft">
          {[...RADII, ...SHADOWS].map(({ name, className }) => (
            <li
              key={className}
              className={`grid h-20 w-28 place-items-center border border-line bg-raised ${className}`}
            >
              {className.split("-")[0]} {name}
            </li>
          ))}
        </ul>
        {MEASURES.map(({ name, className }) => (
          <p key={name} className={`mt-5 border-ice-line border-r-2 text-small text-soft ${className}`}>
            {name}: no line of running text is longer than this
          </p>
        ))}
      </Group>
    </>
  );
}

export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-line border-t py-6">
      <h3 className="mb-4 text-small text-soft">{title}</h3>
      {children}
    </section>
  );
}
