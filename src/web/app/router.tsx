import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { BoardPage } from "../pages/board/BoardPage.tsx";
import { askBoard } from "../pages/board/board-questions.ts";
import { readBoardSearch, readComposeSearch } from "../pages/board/board-search.ts";
import { askCardsOfChannel } from "../pages/channel/channel-questions.ts";
import { askChannels } from "../pages/channels/channels-questions.ts";
import { readChannelsSearch } from "../pages/channels/channels-search.ts";
import { askExplore } from "../pages/explore/explore-questions.ts";
import { readExploreSearch } from "../pages/explore/explore-search.ts";
import { askFunnel } from "../pages/funnel/funnel-questions.ts";
import { readFunnelSearch } from "../pages/funnel/funnel-search.ts";
import { askKpi, askPartsOfKpi } from "../pages/kpi/kpi-questions.ts";
import { readKpiSearch } from "../pages/kpi/kpi-search.ts";
import { readCatalogueSearch } from "../pages/kpis/catalogue-search.ts";
import { readMappingSearch } from "../pages/mapping/mapping-search.ts";
import { askSources } from "../pages/sources/sources-questions.ts";
import { readSourcesSearch } from "../pages/sources/sources-search.ts";
import { AppFrame } from "./AppFrame.tsx";
import { askAhead } from "./ask-ahead.ts";
import { Broken } from "./Broken.tsx";
import { Missing } from "./Missing.tsx";
import { readSearch } from "./search.ts";

/** Questions are read from the address; a page asks them anew when it changes. */
const loaderDeps = <PageSearch,>({ search }: { readonly search: PageSearch }) => search;

const root = createRootRoute({ component: AppFrame, validateSearch: readSearch, notFoundComponent: Missing });
const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  validateSearch: readBoardSearch,
  loaderDeps,
  loader: ({ deps }) => askAhead(askBoard("cmo"), deps),
  component: BoardPage,
});
const board = createRoute({
  getParentRoute: () => root,
  path: "/boards/$board",
  validateSearch: readBoardSearch,
  loaderDeps,
  loader: ({ deps, params }) => askAhead(askBoard(params.board), deps),
  component: BoardPage,
});
const compose = createRoute({
  getParentRoute: () => root,
  path: "/compose",
  validateSearch: readComposeSearch,
  component: lazyRouteComponent(() => import("../pages/board/EditBoardPage.tsx"), "EditBoardPage"),
});
const editBoard = createRoute({
  getParentRoute: () => root,
  path: "/boards/$board/edit",
  component: lazyRouteComponent(() => import("../pages/board/EditBoardPage.tsx"), "EditBoardPage"),
});
const kpi = createRoute({
  getParentRoute: () => root,
  path: "/kpis/$kpi",
  validateSearch: readKpiSearch,
  loaderDeps,
  loader: ({ deps, params, preload }) => {
    askAhead(askKpi(params.kpi), deps);
    if (!preload) askAhead(askPartsOfKpi(params.kpi), deps);
  },
  component: lazyRouteComponent(() => import("../pages/kpi/KpiPage.tsx"), "KpiPage"),
});
const kpis = createRoute({
  getParentRoute: () => root,
  path: "/kpis",
  validateSearch: readCatalogueSearch,
  component: lazyRouteComponent(() => import("../pages/kpis/KpisPage.tsx"), "KpisPage"),
});
const mapping = createRoute({
  getParentRoute: () => root,
  path: "/sources/mapping",
  validateSearch: readMappingSearch,
  component: lazyRouteComponent(() => import("../pages/mapping/MappingPage.tsx"), "MappingPage"),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  component: lazyRouteComponent(() => import("../pages/settings/SettingsPage.tsx"), "SettingsPage"),
});
const gallery = createRoute({
  getParentRoute: () => root,
  path: "/gallery",
  component: lazyRouteComponent(() => import("../pages/gallery/GalleryPage.tsx"), "GalleryPage"),
});
const sources = createRoute({
  getParentRoute: () => root,
  path: "/sources",
  validateSearch: readSourcesSearch,
  loaderDeps,
  loader: ({ deps }) => askAhead(askSources, deps),
  component: lazyRouteComponent(() => import("../pages/sources/SourcesPage.tsx"), "SourcesPage"),
});

const funnel = createRoute({
  getParentRoute: () => root,
  path: "/funnel",
  validateSearch: readFunnelSearch,
  loaderDeps,
  loader: ({ deps }) => askAhead(askFunnel, deps),
  component: lazyRouteComponent(() => import("../pages/funnel/FunnelPage.tsx"), "FunnelPage"),
});
const channels = createRoute({
  getParentRoute: () => root,
  path: "/channels",
  validateSearch: readChannelsSearch,
  loaderDeps,
  loader: ({ deps }) => askAhead(askChannels, deps),
  component: lazyRouteComponent(() => import("../pages/channels/ChannelsPage.tsx"), "ChannelsPage"),
});
const channel = createRoute({
  getParentRoute: () => root,
  path: "/channels/$channel",
  validateSearch: readChannelsSearch,
  loaderDeps,
  loader: ({ deps, params, preload }) => {
    askAhead(askChannels, deps);
    if (!preload) askAhead(askCardsOfChannel(params.channel), deps);
  },
  component: lazyRouteComponent(() => import("../pages/channel/ChannelPage.tsx"), "ChannelPage"),
});
const accounts = createRoute({
  getParentRoute: () => root,
  path: "/channels/accounts",
  validateSearch: readChannelsSearch,
  component: lazyRouteComponent(() => import("../pages/accounts/AccountsPage.tsx"), "AccountsPage"),
});
const routing = createRoute({
  getParentRoute: () => root,
  path: "/channels/routing",
  validateSearch: readChannelsSearch,
  component: lazyRouteComponent(() => import("../pages/routing/RoutingPage.tsx"), "RoutingPage"),
});
const audience = createRoute({
  getParentRoute: () => root,
  path: "/channels/audience",
  validateSearch: readChannelsSearch,
  component: lazyRouteComponent(() => import("../pages/audience/AudiencePage.tsx"), "AudiencePage"),
});
const reconciliation = createRoute({
  getParentRoute: () => root,
  path: "/channels/reconciliation",
  validateSearch: readChannelsSearch,
  component: lazyRouteComponent(() => import("../pages/reconciliation/ReconciliationPage.tsx"), "ReconciliationPage"),
});

const explore = createRoute({
  getParentRoute: () => root,
  path: "/explore",
  validateSearch: readExploreSearch,
  loaderDeps,
  loader: ({ deps }) => askAhead(askExplore, deps),
  component: lazyRouteComponent(() => import("../pages/explore/ExplorePage.tsx"), "ExplorePage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    board,
    compose,
    editBoard,
    funnel,
    gallery,
    kpis,
    kpi,
    channels,
    channel,
    accounts,
    routing,
    audience,
    reconciliation,
    explore,
    mapping,
    sources,
    settings,
  ]),
  defaultPreload: "intent",
  // What was asked ahead waits in `queries`; opening the page asks the rest.
  defaultPreloadStaleTime: 0,
  defaultErrorComponent: Broken,
  scrollRestoration: true,
  // Addresses are read and typed by people: plain texts, no JSON.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(
      Object.entries(search).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
    ).toString();
    return text && `?${text}`;
  },
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
