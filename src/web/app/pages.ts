/** The app's parts in the rail's order; `within` tells which addresses belong to a part. */
export const PAGES = [
  { id: "board", to: "/", within: /^\/($|boards\/|compose)/ },
  { id: "funnel", to: "/funnel", within: /^\/funnel/ },
  { id: "kpis", to: "/kpis", within: /^\/kpis/ },
  { id: "channels", to: "/channels", within: /^\/channels/ },
  { id: "explore", to: "/explore", within: /^\/explore/ },
  { id: "sources", to: "/sources", within: /^\/sources/ },
] as const;
