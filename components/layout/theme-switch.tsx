import type { ReactNode } from "react";

/**
 * Light, dark, or as the system has it. The script in the head (page-script.ts) does the work and says the state in
 * the button's name; without a script there is no button.
 */
export function ThemeSwitch() {
  return (
    <button
      type="button"
      data-theme-switch=""
      aria-label="Theme: as the system"
      // The script may have named it before React looks.
      suppressHydrationWarning
      className="hidden size-9 shrink-0 cursor-pointer place-items-center rounded-full text-soft hover:bg-ice-wash hover:text-ink scripted:grid"
    >
      <Icon className="theme-as-system">
        <circle cx="12" cy="12" r="8" />
        <path d="M12 4a8 8 0 0 1 0 16Z" fill="currentColor" />
      </Icon>
      <Icon className="theme-light">
        <circle cx="12" cy="12" r="4" />
        <path d="M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4" />
      </Icon>
      <Icon className="theme-dark">
        <path d="M20 14.2A8.2 8.2 0 0 1 9.8 4a8.2 8.2 0 1 0 10.2 10.2Z" />
      </Icon>
    </button>
  );
}

function Icon({ className, children }: { className: string; children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      className={`size-5 fill-none stroke-current ${className}`}
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}
