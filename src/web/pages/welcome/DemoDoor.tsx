import { Button, Progress } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { call, send } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { Problem } from "../../components/Problem.tsx";
import { type Job, jobResult } from "../../uploads/uploads-api.ts";
import styles from "./welcome.module.css";

type Opened = Job<{ readonly url: string }>;

interface Offer {
  readonly offered: boolean;
  readonly url: string | null;
  /** While it is being filled, from here or from another tab. */
  readonly job: Opened | null;
}

/** Who pressed what stands no more goes on with what stands in its place. */
const takeFocus = (node: HTMLElement | null) => {
  if (node && document.activeElement === document.body) node.focus({ preventScroll: true });
};

/** The second door: the demo company, filled and served beside this workspace, in a tab of its own. */
export function DemoDoor() {
  const { t } = useTranslation();
  const format = useFormat();
  const [share, setShare] = useState<number | null>(null);
  const offer = useQuery({ queryKey: ["demo"], queryFn: () => call<Offer>("/api/demo") });
  const { mutate, ...open } = useMutation({
    mutationFn: async (begun: Opened | null) => {
      const job = begun ?? (await send<Opened>("POST", "/api/demo", {}));
      // The first step, before any file is loaded, counts one thing only.
      return jobResult(job, ({ done, total }) => setShare(total > 1 ? done / total : null));
    },
    onMutate: () => setShare(null),
  });
  const running = offer.data?.job ?? null;
  const idle = open.isIdle;
  useEffect(() => {
    if (running && idle) mutate(running);
  }, [running, idle, mutate]);
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
            <Button
              ref={takeFocus}
              component="a"
              href={`${url}?lang=${format.language}`}
              target="_blank"
              rel="noopener"
            >
              {t("welcome.demo_open")}
            </Button>
            <span>{t("welcome.demo_ready")}</span>
          </>
        ) : open.isPending ? (
          <div ref={takeFocus} className={styles.filling} tabIndex={-1}>
            <span className={styles.phase}>
              <span>
                {t(
                  share === null ? "welcome.demo_writing" : share < 1 ? "welcome.demo_loading" : "welcome.demo_ending",
                )}
              </span>
              <span aria-hidden="true">{share !== null && format.value(Math.floor(share * 100) / 100, "ratio")}</span>
            </span>
            <Progress value={(share ?? 0) * 100} size="sm" aria-label={t("welcome.demo")} />
            <span className={styles.soft}>{t("welcome.demo_once")}</span>
          </div>
        ) : (
          <Button variant="default" disabled={!offer.data} onClick={() => mutate(null)}>
            {t("welcome.demo_open")}
          </Button>
        )}
      </div>
      {open.error && <Problem error={open.error} retry={() => mutate(null)} />}
    </section>
  );
}
