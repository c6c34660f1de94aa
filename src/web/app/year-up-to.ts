/** The twelve months that end with a period's last day, as a period. */
export const yearUpTo = (period: string): string => `12-months-to-${period}`;
