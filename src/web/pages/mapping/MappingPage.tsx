import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client.ts";
import frame from "../../app/app-frame.module.css";
import { carried } from "../../app/search.ts";
import { useTitle } from "../../app/use-title.ts";
import { Problem } from "../../components/Problem.tsx";
import { renewUpload } from "../../uploads/upload-queue.ts";
import styles from "./mapping.module.css";
import { mappingApi } from "./mapping-api.ts";
import { Wizard } from "./Wizard.tsx";

/** A file's columns laid onto the fields of a fact, tried while it is done, and kept as a preset. */
export function MappingPage() {
  const { t } = useTranslation();
  const { upload, preset } = useSearch({ from: "/sources/mapping" });
  const navigate = useNavigate({ from: "/sources/mapping" });
  useTitle(t("mapping.title"));
  const query = useQuery({
    queryKey: ["mapping", upload, preset],
    queryFn: () => mappingApi.draft(upload ?? "", preset ? { preset } : {}),
    enabled: upload !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const forgotten = query.error instanceof ApiError && query.error.code === "upload.unknown";
  useEffect(() => {
    if (!forgotten || upload === undefined) return;
    void renewUpload(upload).then((id) => {
      if (id) void navigate({ search: (before) => ({ ...before, upload: id }), replace: true });
    });
  }, [forgotten, upload, navigate]);
  return (
    <>
      <header className={frame.header}>
        <div className={frame.grow}>
          <p className={styles.back}>
            <Link to="/sources" search={carried} className={frame.link}>
              {t("sources.title")}
            </Link>
          </p>
          <h1 className={frame.title}>
            {query.data ? t("mapping.of", { file: query.data.file.file }) : t("mapping.title")}
          </h1>
          <p className={frame.subtitle}>{t("mapping.intro")}</p>
        </div>
      </header>
      {upload === undefined || forgotten ? (
        <div className={styles.gone}>
          <p>{t(forgotten ? "mapping.forgotten" : "mapping.no_file")}</p>
          <Button component={Link} to="/sources" search={carried as never}>
            {t("mapping.to_sources")}
          </Button>
        </div>
      ) : query.error ? (
        <Problem error={query.error} retry={() => void query.refetch()} />
      ) : query.data ? (
        <Wizard key={`${upload}-${preset ?? ""}`} upload={upload} draft={query.data} />
      ) : (
        <Skeleton height={520} radius={12} />
      )}
    </>
  );
}
