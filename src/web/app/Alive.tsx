import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { api, LostServer, type WorkspaceInfo } from "../api/client.ts";
import styles from "./alive.module.css";
import { queries, WORKSPACE_KEY } from "./queries.ts";
import { WorkspaceContext } from "./workspace-context.ts";

const HEARTBEAT = 15_000;
const SEARCHING = 1_500;

/** Keeps in touch with the server: says when it is lost, and asks everything anew when it is back or has new data. */
export function Alive({ first, children }: { readonly first: WorkspaceInfo; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: WORKSPACE_KEY,
    queryFn: api.workspace,
    initialData: first,
    refetchInterval: (query) => (query.state.error ? SEARCHING : HEARTBEAT),
  });
  const lost = error instanceof LostServer;
  const seen = useRef({ version: first.data_version, lost: false });
  useEffect(() => {
    const before = seen.current;
    if (before.version !== data.data_version || (before.lost && !lost)) {
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== WORKSPACE_KEY[0] });
    }
    seen.current = { version: data.data_version, lost };
  }, [data.data_version, lost]);
  return (
    <WorkspaceContext value={data}>
      <div role="alert" className={styles.place}>
        {lost && (
          <p className={styles.lost}>
            <b>{t("error.lost")}</b> {t("error.lost_remedy")}
          </p>
        )}
      </div>
      {children}
    </WorkspaceContext>
  );
}
