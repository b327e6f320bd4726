/** The first stop of the keyboard: past what every page begins with. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only rounded-control bg-ice-wash p-3 focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50"
    >
      Skip to the content
    </a>
  );
}
