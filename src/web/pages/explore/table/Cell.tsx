import { Menu } from "@mantine/core";
import { useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { numberFormat } from "../../../../model/format/kept-formats.ts";
import type { AnswerRow, KpiInfo } from "../../../api/client.ts";
import { useFormat } from "../../../app/use-format.ts";
import { usePeriodName } from "../../../app/use-period-name.ts";
import { verdict } from "../../../components/verdict.ts";
import { CellMenu } from "./CellMenu.tsx";
import styles from "./explore-table.module.css";
import type { Column } from "./lines-and-columns.ts";

interface CellProps {
  readonly row: AnswerRow | undefined;
  readonly kpi: KpiInfo | undefined;
  readonly part: Column["part"];
  /** The whole that it is a part of. */
  readonly total: AnswerRow | undefined;
  /** Why it is not there, or not to be judged, and the number of that note. */
  readonly note: string;
  readonly number: number | undefined;
  /** Null where no question can be asked about it. */
  readonly menu: Omit<Parameters<typeof CellMenu>[0], "row"> | null;
  readonly pending?: boolean;
}

/** One number with what belongs to it; a press on it offers what can be done with it. */
export function Cell({ row, kpi, part, total, note, number, menu, pending }: CellProps) {
  const format = useFormat();
  if (part === "share") {
    const share = row?.value != null && total?.value ? row.value / total.value : null;
    return <td className={styles.beside}>{share !== null && percent(share, format.language)}</td>;
  }
  if (part === "change") {
    return <td className={styles.beside}>{row && kpi && <Change row={row} better={kpi.better} />}</td>;
  }
  if (part === "interval") {
    const ends = row?.interval && row.value !== null ? format.interval(row.interval, row.unit) : null;
    return <td className={styles.beside}>{ends && `${ends.from}–${ends.to}`}</td>;
  }
  return (
    <td
      className={styles.number}
      data-state={row?.state}
      data-value={row?.value}
      title={row ? format.exact(row.value, row.unit) : ""}
    >
      {pending ? (
        "…"
      ) : row?.value == null ? (
        "–"
      ) : menu ? (
        <Pressed row={row} menu={menu} />
      ) : (
        format.value(row.value, row.unit)
      )}
      {note && (
        <sup className={styles.mark}>
          <span className="visually-hidden"> {note} </span>
          <span aria-hidden="true">
            {row?.value == null ? "" : "◆"}
            {number}
          </span>
        </sup>
      )}
    </td>
  );
}

/** The menu comes with the first press, for a table has hundreds of numbers. */
function Pressed({ row, menu }: { readonly row: AnswerRow; readonly menu: NonNullable<CellProps["menu"]> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [pressed, setPressed] = useState(false);
  const place = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  // The menu gives the focus back to what had it when it opened.
  useLayoutEffect(() => {
    if (!pressed) return;
    place.current?.focus({ preventScroll: true });
    setOpened(true);
  }, [pressed]);
  const said = format.value(row.value, row.unit);
  const button = (
    <button
      ref={place}
      type="button"
      className={styles.value}
      aria-haspopup="menu"
      aria-label={t("explore.cell", { value: said })}
      onClick={() => setPressed(true)}
    >
      {said}
    </button>
  );
  if (!pressed) return button;
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      returnFocus
      position="bottom-end"
      width={260}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <CellMenu row={row} {...menu} />
      </Menu.Dropdown>
    </Menu>
  );
}

const percent = (share: number, language: string) =>
  numberFormat(language === "zh" ? "zh-CN" : "en-US", {
    style: "percent",
    maximumFractionDigits: share < 0.1 ? 1 : 0,
  }).format(share);

function Change({ row, better }: { readonly row: AnswerRow; readonly better: KpiInfo["better"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const periodName = usePeriodName();
  const { previous } = row;
  if (!previous || previous.change === null || row.value === null) return null;
  const period = periodName(previous.period);
  const kind = verdict(row, better);
  const flat = Math.abs(previous.change) < 0.0005;
  return (
    <span
      className={kind === "better" || kind === "worse" ? styles[kind] : ""}
      title={t("card.before", { period, value: format.value(previous.value, row.unit) })}
    >
      <span aria-hidden="true">{flat ? "=" : previous.change > 0 ? "▲" : "▼"} </span>
      <span aria-hidden="true">{flat ? "" : percent(Math.abs(previous.change), format.language)}</span>
      <span className="visually-hidden">
        {flat
          ? t("card.unchanged", { period })
          : t("card.compared", { change: format.change(previous.change), period })}
        {kind ? `, ${t(`card.${kind}`)}` : ""}
      </span>
    </span>
  );
}
