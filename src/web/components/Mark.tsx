/** The plumb line: a thin line with depth knots at uneven distances and a lead at its end. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={`${size / 16}rem`} height={`${size / 16}rem`} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 .5V11" fill="none" stroke="var(--ink)" strokeWidth="1.1" />
      <path
        d="M5.9 2.4h4.2M6.3 4.4h3.4M5.4 7.8h5.2"
        fill="none"
        stroke="var(--ink)"
        strokeWidth="1.1"
        strokeLinecap="round"
      />
      <path d="M8 10.4 5.9 14.1a2.2 1.7 0 0 0 4.2 0Z" fill="var(--sea)" />
    </svg>
  );
}
