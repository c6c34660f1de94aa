/** The funnel's stages in order. A person enters each once per journey; recycling opens the next journey. */
export const STAGES = ["lead", "mql", "sql", "opportunity", "won"] as const;
export type Stage = (typeof STAGES)[number];
