/** Lower and upper limit, in the unit of the estimate. */
export type Interval = readonly [lower: number, upper: number];

/** Two-sided 95 % quantile of the standard normal distribution. */
export const Z95 = 1.959963984540054;
