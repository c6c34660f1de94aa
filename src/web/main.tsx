import "@fontsource-variable/inter";
import "@mantine/core/styles.css";
import "./theme/tokens.css";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { api, LostServer, type WorkspaceInfo } from "./api/client.ts";
import { router } from "./app/router.tsx";
import { WorkspaceContext } from "./app/workspace-context.ts";
import { Problem } from "./components/Problem.tsx";
import { keptLanguage, startTexts } from "./i18n/index.ts";
import { theme } from "./theme/theme.ts";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A server that was restarted is found again; an error that it explained is not asked for again.
      retry: (failures, error) => error instanceof LostServer && failures < 5,
      retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 5_000),
    },
  },
});

const node = document.getElementById("root");
if (!node) throw new Error("the page has no root");
const page = createRoot(node);

function show(workspace: WorkspaceInfo | null, error?: Error) {
  page.render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          {workspace ? (
            <WorkspaceContext value={workspace}>
              <RouterProvider router={router} />
            </WorkspaceContext>
          ) : (
            error && <Problem error={error} retry={() => void start()} />
          )}
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

async function start() {
  const asked = new URLSearchParams(location.search).get("lang");
  const wanted = asked === "en" || asked === "zh" ? asked : keptLanguage();
  try {
    const workspace = await api.workspace();
    await startTexts(wanted ?? workspace.language);
    document.title = `${workspace.name} · Leadline`;
    show(workspace);
  } catch (error) {
    await startTexts(wanted ?? (navigator.language.startsWith("zh") ? "zh" : "en"));
    show(null, error instanceof Error ? error : new Error(String(error)));
  }
}

void start();
