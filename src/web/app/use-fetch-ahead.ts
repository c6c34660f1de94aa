import { useIsFetching } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { Parity, TrendChart } from "../charts/charts-on-demand.ts";
import { ExploreCharts } from "../pages/explore/shapes/explore-charts.ts";
import { catalogueQuestion } from "./catalogue-question.ts";
import { PAGES } from "./pages.ts";
import { queries } from "./queries.ts";

/** Marks the moment from which scripts are fetched that the page on show does not need. */
const MARK = "leadline-ahead";

const parts = [ExploreCharts, TrendChart, Parity].map((part) => part.fetch);

const rest = () =>
  new Promise<void>((done) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => done(), { timeout: 2_000 });
    else setTimeout(done, 200);
  });

/** Readers who asked their browser to spare data get what they open, and nothing else. */
const sparing = () => (navigator as { connection?: { readonly saveData?: boolean } }).connection?.saveData === true;

/**
 * Once the first page has all its answers and the browser rests: the other pages' scripts, the catalogue and the charts.
 * Nothing is asked of the warehouse.
 */
export function useFetchAhead(): void {
  const router = useRouter();
  const waiting = useIsFetching() > 0;
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || waiting || sparing()) return;
    const timer = setTimeout(() => {
      begun.current = true;
      void fetchAll();
    }, 50);
    async function fetchAll() {
      const pages = [...PAGES.map(({ to }) => to), "/kpis/$kpi" as const].map(
        (to) => () => router.loadRouteChunk(router.routesByPath[to]),
      );
      await rest();
      performance.mark(MARK);
      const catalogue = () => queries.ensureQueryData(catalogueQuestion);
      for (const fetch of [...pages, catalogue, ...parts]) {
        await fetch()?.catch(() => undefined);
        await rest();
      }
    }
    return () => clearTimeout(timer);
  }, [waiting, router]);
}
