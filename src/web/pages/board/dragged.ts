/** What a dragged KPI is carried as. */
export const DRAGGED = "text/x-leadline-kpi";
