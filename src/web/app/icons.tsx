import type { ReactNode } from "react";

const icon = (children: ReactNode) => (
  <svg
    width="1.375rem"
    height="1.375rem"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.7"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    {children}
  </svg>
);

/** One drawing for each part of the app. */
export const icons = {
  board: icon(
    <>
      <rect x="3.5" y="3.5" width="7" height="9" rx="1.5" />
      <rect x="13.5" y="3.5" width="7" height="5" rx="1.5" />
      <rect x="3.5" y="15.5" width="7" height="5" rx="1.5" />
      <rect x="13.5" y="11.5" width="7" height="9" rx="1.5" />
    </>,
  ),
  funnel: icon(<path d="M4 5h16M4 10.5h11M4 16h7M4 21h3" />),
  kpis: icon(
    <>
      <path d="M5 4.5h11a3 3 0 0 1 3 3v12H8a3 3 0 0 1-3-3Z" />
      <path d="M5 16.5a3 3 0 0 1 3-3h11M9 8.5h6" />
    </>,
  ),
  channels: icon(<path d="M4 20V10M9.3 20V4M14.7 20v-7M20 20v-4" />),
  explore: icon(
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="m15.5 8.5-2 5-5 2 2-5Z" />
    </>,
  ),
  sources: icon(
    <>
      <path d="M12 14V4M8 7.5 12 3.5l4 4" />
      <path d="M4 13.5v5a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-5" />
    </>,
  ),
} as const;
