export const board = {
  better: "Better than {{period}}: {{count}} of {{all}}.",
  worse: "Worse: {{names}}.",
  none_worse: "Nothing is worse.",
  unsure: "Cannot tell yet: {{count}}.",
  empty: "{{count}} of {{all}} wait for data.",
  list_join: ", ",
} as const;
