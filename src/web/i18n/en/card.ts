export const card = {
  compared: "{{change}} {{period}}",
  unchanged: "same as {{period}}",
  before: "{{period}}: {{value}}",
  interval: "95% range {{from}} to {{to}}",
  better: "better",
  worse: "worse",
  chance: "within chance",
  spark: "{{count}} months, from {{first}} to {{last}}",
} as const;
