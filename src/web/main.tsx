import "@fontsource-variable/inter";
import "@mantine/core/styles.css";
import "./theme/tokens.css";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { api, LostServer, type WorkspaceInfo } from "./api/client.ts";
import { Alive } from "./app/Alive.tsx";
import { fullAddress } from "./app/full-address.ts";
import { queries } from "./app/queries.ts";
import { router } from "./app/router.tsx";
import { Problem } from "./components/Problem.tsx";
import { keptLanguage, setLanguage, startTexts } from "./i18n/index.ts";
import { cssVariables, theme } from "./theme/theme.ts";

const node = document.getElementById("root");
if (!node) throw new Error("the page has no root");
const page = createRoot(node);

function show(workspace: WorkspaceInfo | null, error?: Error) {
  page.render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          {workspace ? (
            <Alive first={workspace}>
              <RouterProvider router={router} />
            </Alive>
          ) : (
            error && (
              <main className="alone">
                <Problem error={error} retry={() => void start()} />
              </main>
            )
          )}
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

async function start() {
  const asked = new URLSearchParams(location.search).get("lang");
  const answer = api.workspace();
  // What went wrong is told below, when there are words for it.
  answer.catch(() => undefined);
  const chosen = asked === "en" || asked === "zh" ? asked : keptLanguage();
  await startTexts(chosen ?? (navigator.language.startsWith("zh") ? "zh" : "en"));
  try {
    const workspace = await answer;
    const language = chosen ?? workspace.language;
    await setLanguage(language, false);
    history.replaceState(history.state, "", fullAddress(new URL(location.href), workspace, language));
    show(workspace);
  } catch (error) {
    show(null, error instanceof Error ? error : new Error(String(error)));
    if (error instanceof LostServer) setTimeout(() => void start(), 2_000);
  }
}

void start();
