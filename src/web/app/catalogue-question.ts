import { queryOptions } from "@tanstack/react-query";
import { api } from "../api/client.ts";

/** The catalogue's KPIs with their definitions; fetched ahead, since nearly every page needs it. */
export const catalogueQuestion = queryOptions({ queryKey: ["kpis"], queryFn: api.kpis });
