/**
 * Puts the page's address on the clipboard, and says so. The script in the head (page-script.ts) does the work;
 * without a script there is no button.
 */
export function CopyLink() {
  return (
    <span className="-mx-1.5 hidden scripted:inline print:hidden!">
      <button
        type="button"
        data-copy-link=""
        className="inline-flex min-h-7 cursor-pointer whitespace-nowrap items-center gap-1.5 rounded-control px-1.5 text-ice text-small hover:underline"
      >
        <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 fill-none stroke-current">
          <path
            d="M6.7 9.3a2.7 2.7 0 0 0 3.8 0l2.3-2.3A2.7 2.7 0 0 0 9 3.2l-.9.9M9.3 6.7a2.7 2.7 0 0 0-3.8 0L3.2 9A2.7 2.7 0 0 0 7 12.8l.9-.9"
            strokeWidth="1.5"
            strokeLinecap="round"
          />
        </svg>
        {/* The script may have changed both texts before React looks. */}
        <span suppressHydrationWarning>Copy link</span>
      </button>
      <span role="status" className="sr-only" suppressHydrationWarning>
        {" "}
      </span>
    </span>
  );
}
