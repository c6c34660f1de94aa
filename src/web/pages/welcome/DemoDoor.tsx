import { Button, Progress } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, send } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { Problem } from "../../components/Problem.tsx";
import { type Job, jobResult } from "../../uploads/uploads-api.ts";
import styles from "./welcome.module.css";

interface Offer {
  readonly offered: boolean;
  readonly url: string | null;
}

type Opened = Job<{ readonly url: string }>;

/** The second door: the demo company, filled and served beside this workspace, in a tab of its own. */
export function DemoDoor() {
  const { t } = useTranslation();
  const format = useFormat();
  const [share, setShare] = useState(0);
  const offer = useQuery({ queryKey: ["demo"], queryFn: () => call<Offer>("/api/demo") });
  const open = useMutation({
    mutationFn: async () => {
      const job = await send<Opened>("POST", "/api/demo", {});
      return jobResult(job, ({ done, total }) => setShare(total > 0 ? done / total : 0));
    },
    onMutate: () => setShare(0),
  });
  const url = open.data?.url ?? offer.data?.url;
  return (
    <section data-door="demo">
      <h3>{t("welcome.demo")}</h3>
      <p>{t("welcome.demo_text")}</p>
      <div className={styles.step} role="status">
        {offer.data?.offered === false ? (
          <span>
            {t("welcome.demo_elsewhere")} <code>npx leadline demo --serve</code>
          </span>
        ) : url ? (
          <>
            <Button component="a" href={`${url}?lang=${format.language}`} target="_blank" rel="noopener">
              {t("welcome.demo_open")}
            </Button>
            <span>{t("welcome.demo_ready")}</span>
          </>
        ) : open.isPending ? (
          <div className={styles.filling}>
            <span>{t("welcome.demo_filling", { share: format.value(Math.floor(share * 100) / 100, "ratio") })}</span>
            <Progress value={share * 100} size="sm" aria-label={t("welcome.demo")} />
          </div>
        ) : (
          <Button variant="default" disabled={!offer.data} onClick={() => open.mutate()}>
            {t("welcome.demo_open")}
          </Button>
        )}
      </div>
      {open.error && <Problem error={open.error} retry={() => open.mutate()} />}
    </section>
  );
}
