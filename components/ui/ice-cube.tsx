/** A block of ice in the text's colour: decoration, said nowhere. */
export function IceCube({ className }: { className: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 120 120" className={className}>
      <path d="M60 12 104 36v48L60 108 16 84V36Z" fill="currentColor" fillOpacity=".18" />
      <path d="M60 12 104 36 60 60 16 36Z" fill="currentColor" fillOpacity=".3" />
      <path
        d="M60 12 104 36v48L60 108 16 84V36ZM16 36l44 24 44-24M60 60v48"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinejoin="round"
      />
      <path
        d="m27 52 10 5.5M27 64l22 12M72 84l18-10M78 92l6-3.4"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
      />
    </svg>
  );
}
