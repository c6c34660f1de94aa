export const card = {
  compared: "{{change}} {{period}}",
  unchanged: "as in {{period}}",
  before: "{{period}}: {{value}}",
  interval: "95% between {{from}} and {{to}}",
  better: "better",
  worse: "worse",
  chance: "within chance",
  spark: "{{count}} months, from {{first}} to {{last}}",
} as const;
