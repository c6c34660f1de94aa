import { lazyPart } from "../../../components/lazy-part.tsx";

export const ExploreCharts = lazyPart(() => import("./ExploreCharts.tsx").then((page) => page.ExploreCharts));
