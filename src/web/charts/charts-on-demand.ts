import { lazyPart } from "../components/lazy-part.tsx";

/** Charts that ECharts draws; its script comes with the first of them. */
export const Parity = lazyPart(() => import("./parity/Parity.tsx").then((chart) => chart.Parity));
export const TrendChart = lazyPart(() => import("./trend/TrendChart.tsx").then((chart) => chart.TrendChart));
export const Waterfall = lazyPart(() => import("./waterfall/Waterfall.tsx").then((chart) => chart.Waterfall));
