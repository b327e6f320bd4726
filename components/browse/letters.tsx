import { type BrowsePage, browsePath, LETTERS } from "@/lib/technologies/browse";

const CELL = "inline-grid size-9 place-items-center rounded-md";

/** A link for every letter that a name of the list begins with; the others are there to keep the row's order. */
export function Letters({ list }: { list: BrowsePage }) {
  const { filters, options } = list;
  return (
    <nav aria-label="By first letter">
      <ul className="-mx-1.5 flex flex-wrap gap-0.5 font-medium">
        {LETTERS.map((letter) => {
          const isOpen = filters.letter === letter;
          const label = letter.toUpperCase();
          return (
            <li key={letter}>
              {isOpen || options.letters.includes(letter) ? (
                <a
                  href={browsePath({ ...filters, letter: isOpen ? undefined : letter })}
                  aria-current={isOpen ? "true" : undefined}
                  className={`${CELL} ${letter === "0-9" ? "w-12" : ""} font-semibold ${isOpen ? "bg-ice text-paper" : "text-ice hover:bg-ice-wash"}`}
                >
                  {label}
                </a>
              ) : (
                <span aria-hidden="true" className={`${CELL} ${letter === "0-9" ? "w-12" : ""} text-soft`}>
                  {label}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
