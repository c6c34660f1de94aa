import { QueryCache, QueryClient } from "@tanstack/react-query";
import { LostServer } from "../api/client.ts";

export const WORKSPACE_KEY = ["workspace"] as const;

/**
 * Everything the page has asked. A server that does not answer is not asked again by every question: the workspace's
 * heartbeat looks for it and then has all of them asked anew.
 */
export const queries = new QueryClient({
  queryCache: new QueryCache({
    onError(error, query) {
      if (error instanceof LostServer && query.queryKey[0] !== WORKSPACE_KEY[0]) {
        void queries.refetchQueries({ queryKey: WORKSPACE_KEY });
      }
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: false,
      // The server may be this very machine: it answers without a network.
      networkMode: "always",
    },
    mutations: { networkMode: "always" },
  },
});
