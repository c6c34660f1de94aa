import { Button, Progress } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../app/use-format.ts";
import { usePeriod } from "../../app/use-period.ts";
import { Problem } from "../../components/Problem.tsx";
import { uploadFile } from "../../uploads/uploads-api.ts";
import { ChannelsHeader } from "../channels/ChannelsHeader.tsx";
import styles from "../channels/channels.module.css";
import { channelsApi } from "../channels/channels-api.ts";
import { useChange } from "../channels/use-change.ts";
import { Checked } from "./Checked.tsx";
import { SuppressionSection } from "./SuppressionSection.tsx";

interface Sent {
  readonly name: string;
  /** How much is sent, 0 to 1. */
  readonly share: number;
  readonly upload: string | null;
  readonly error: Error | null;
}

/** Who in an upload list should not be in it and why, the list without them, and what was spent on them. */
export function AudiencePage() {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { campaign } = useSearch({ from: "/channels/audience" });
  const period = usePeriod();
  const change = useChange();
  const input = useRef<HTMLInputElement>(null);
  const [sent, setSent] = useState<Sent | null>(null);
  const [over, setOver] = useState(false);
  const upload = sent?.upload ?? null;
  const where = campaign === undefined ? {} : { campaign: [campaign] };
  const check = useQuery({
    queryKey: ["audience", upload, period, campaign, language],
    queryFn: () => channelsApi.check({ upload: upload ?? "", period, where, lang: language }),
    enabled: upload !== null,
    placeholderData: (before) => before,
  });
  const take = async (file: File | undefined) => {
    if (!file) return;
    const base = { name: file.name, share: 0, upload: null, error: null };
    setSent(base);
    try {
      const { upload: id } = await uploadFile(file, (share) => setSent({ ...base, share }), false);
      setSent({ ...base, share: 1, upload: id });
    } catch (error) {
      setSent({ ...base, error: error instanceof Error ? error : new Error(String(error)) });
    }
  };
  const working = sent !== null && sent.error === null && check.error === null && (upload === null || check.isLoading);
  const problem = sent?.error ?? (upload === null ? null : check.error);
  return (
    <>
      <ChannelsHeader tab="audience" />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button within does the same */}
      <section
        className={styles.drop}
        data-section="drop"
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          // Elsewhere a dropped file goes to the sources.
          event.preventDefault();
          event.stopPropagation();
          setOver(false);
          void take(event.dataTransfer.files[0]);
        }}
      >
        <p>{t("audience.drop")}</p>
        <Button variant={check.data ? "default" : "filled"} onClick={() => input.current?.click()}>
          {t("audience.choose")}
        </Button>
        <p className={styles.soft}>{t("audience.kept_here")}</p>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t("audience.choose")}
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </section>
      {working && (
        <section className={styles.section} data-section="checking">
          <p role="status">{t("audience.checking", { file: sent.name })}</p>
          <Progress.Root size="sm">
            <Progress.Section
              value={upload === null ? sent.share * 100 : 100}
              animated={upload !== null}
              striped={upload !== null}
              aria-label={t("audience.checking", { file: sent.name })}
            />
          </Progress.Root>
        </section>
      )}
      {problem && <Problem error={problem} retry={() => (upload === null ? setSent(null) : void check.refetch())} />}
      {sent && upload !== null && check.data && !problem && (
        <div className={styles.all} data-old={check.isPlaceholderData}>
          <Checked
            check={check.data}
            file={sent.name}
            upload={upload}
            period={period}
            campaign={campaign}
            choose={(chosen) => change({ campaign: chosen })}
          />
        </div>
      )}
      <SuppressionSection />
    </>
  );
}
