import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { BoardPage } from "../pages/board/BoardPage.tsx";
import { AppFrame } from "./AppFrame.tsx";
import { readSearch } from "./search.ts";

const root = createRootRoute({ component: AppFrame, validateSearch: readSearch });
const home = createRoute({ getParentRoute: () => root, path: "/", component: BoardPage });
const board = createRoute({ getParentRoute: () => root, path: "/boards/$board", component: BoardPage });
const kpi = createRoute({
  getParentRoute: () => root,
  path: "/kpis/$kpi",
  component: lazyRouteComponent(() => import("../pages/kpi/KpiPage.tsx"), "KpiPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([home, board, kpi]),
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
