import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { AudienceChecked } from "../../../api/app-types.ts";
import { useFormat } from "../../app/use-format.ts";
import { ListActions, type ListTable } from "../../components/export/ListActions.tsx";
import { Problem } from "../../components/Problem.tsx";
import { saveFile } from "../../components/save-file.ts";
import { useMore } from "../../components/use-more.tsx";
import styles from "../channels/channels.module.css";
import { channelsApi } from "../channels/channels-api.ts";
import { ScrollTable } from "../channels/ScrollTable.tsx";
import { Waste } from "./Waste.tsx";

/** Lines that are shown before the rest is asked for. */
const FIRST = 20;

interface Props {
  readonly check: AudienceChecked;
  /** Under the name that the reader knows. */
  readonly file: string;
  readonly upload: string;
  readonly period: string;
  readonly campaign: string | undefined;
  readonly choose: (campaign: string | undefined) => void;
}

/** What a check found: how many, why, what was spent on them, and who. */
export function Checked({ check, file, upload, period, campaign, choose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { suppressed, people, kept, reasons, rows, notes } = check;
  const clean = useMutation({
    mutationFn: () => channelsApi.cleaned(upload),
    onSuccess: (list) => saveFile(`cleaned-${file.replace(/\.[^.]*$/, "")}.csv`, "text/csv;charset=utf-8", list),
  });
  const blanks = { file, people: format.whole(people), count: format.whole(suppressed) };
  const { shown, more } = useMore(rows, FIRST);
  const found = t("audience.found", blanks);
  const text = (id: string, title: string) => ({ id, title, kind: "text" as const });
  const table: ListTable = {
    columns: [
      { id: "line", title: t("audience.line"), kind: "number" },
      text("entry", t("audience.entry")),
      text("reason", t("audience.why")),
      text("detail", t("audience.detail")),
      { id: "since", title: t("audience.since"), kind: "date" },
    ],
    rows: rows.flatMap(({ line, entry, reasons: why }) =>
      why.map(({ reason, detail, since }) => [line, entry, t(`audience.reason.${reason}`), detail, since]),
    ),
  };
  return (
    <section className={styles.section} data-section="checked">
      <div className={styles.head}>
        <h2>{suppressed === 0 ? t("audience.clean", blanks) : found}</h2>
        {suppressed > 0 && (
          <Button loading={clean.isPending} onClick={() => clean.mutate()}>
            {t("audience.clean_download", { count: format.whole(kept) })}
          </Button>
        )}
      </div>
      {clean.error && <Problem error={clean.error} retry={() => clean.mutate()} />}
      {suppressed > 0 && (
        <>
          <table className={`${styles.table} ${styles.inset}`}>
            <caption className="visually-hidden">{t("audience.why")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("audience.why")}</th>
                <th scope="col">{t("audience.people")}</th>
              </tr>
            </thead>
            <tbody>
              {reasons.map(({ reason, people: count }) => (
                <tr key={reason} data-reason={reason}>
                  <th scope="row">{t(`audience.reason.${reason}`)}</th>
                  <td>{format.whole(count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Waste check={check} period={period} campaign={campaign} choose={choose} />
          <div className={styles.head}>
            <h3>{t("audience.who")}</h3>
            <ListActions file={`suppressed-${file.replace(/\.[^.]*$/, "")}`} title={found} table={table} />
          </div>
          <ScrollTable caption={t("audience.who")}>
            <thead>
              <tr>
                <th scope="col">{t("audience.line")}</th>
                {(["entry", "why", "since"] as const).map((id) => (
                  <th key={id} scope="col" className={styles.left}>
                    {t(`audience.${id}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map(({ line, entry, kind, reasons: why }) => (
                <tr key={line}>
                  <th scope="row">{format.whole(line)}</th>
                  <td className={styles.left} lang="" title={entry}>
                    {kind === "hash" ? `${entry.slice(0, 12)}…` : entry}
                  </td>
                  <td className={styles.left}>
                    {why.map(({ reason, detail }) => (
                      <div key={`${reason}${detail}`}>
                        {t(`audience.reason.${reason}`)}
                        {detail !== "" && <span lang=""> · {detail}</span>}
                      </div>
                    ))}
                  </td>
                  <td className={styles.left}>
                    {why.map(({ reason, detail, since }) => (
                      <div key={`${reason}${detail}`}>{since ? format.day(since) : t("audience.all_along")}</div>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
          {more}
        </>
      )}
      {notes.length > 0 && (
        <ul className={styles.notes} aria-label={t("notes")}>
          {notes.map(({ code, text }) => (
            <li key={code}>{text}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
