import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LostServer } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { Problem } from "../../components/Problem.tsx";
import { uploadsApi } from "../../uploads/uploads-api.ts";
import { MendTable } from "./MendTable.tsx";
import { groupRows } from "./mends.ts";
import styles from "./sources.module.css";

/** Rows that could not be read, by file: mended here, checked, and loaded. */
export function Quarantine() {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery({ queryKey: ["quarantine"], queryFn: uploadsApi.quarantine });
  if (query.error && !(query.error instanceof LostServer))
    return <Problem error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton height={104} radius={12} mb={20} />;
  const { rows, tables } = query.data;
  return (
    <section className={styles.section} data-section="quarantine">
      <h2>{t("sources.quarantine")}</h2>
      <p className={styles.soft}>
        {rows.length === 0
          ? t("sources.quarantine_none")
          : t("sources.quarantine_some", { count: format.whole(rows.length) as never })}
      </p>
      {groupRows(rows, tables).map((group) => (
        <MendTable key={`${group.load} ${group.rows[0]?.line}`} group={group} />
      ))}
    </section>
  );
}
