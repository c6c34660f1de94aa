/** The system of loads that hold records as a tap sent them. */
export const LANDED_SYSTEM = "landed";
