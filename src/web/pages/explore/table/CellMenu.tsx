import { Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AnswerRow } from "../../../api/client.ts";
import { useFormat } from "../../../app/use-format.ts";
import { copyText } from "../../../components/export/copy.ts";
import { type Filters, filtersOf, filtersText } from "../explore-search.ts";
import type { Explore, Words } from "../use-explore.ts";

interface Props {
  readonly row: AnswerRow;
  readonly explore: Explore;
  readonly words: Words;
  /** What the number's line is narrowed to, and its name; empty for the whole. */
  readonly narrowed: Filters;
  readonly name: string;
  /** The step of time it is about; without it the whole period. */
  readonly step?: string | undefined;
}

/** A number to the last digit, and what can be done with it. */
export function CellMenu({ row, explore, words, narrowed, name, step }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [copied, setCopied] = useState(false);
  const { search, change, period, compare } = explore;
  const where = filtersText({ ...filtersOf(search.where), ...narrowed });
  const toKpi = (rows?: "1") => (props: Readonly<Record<string, unknown>>) => (
    <Link
      to="/kpis/$kpi"
      params={{ kpi: row.kpi }}
      search={({ lang }) => ({
        ...(lang && { lang }),
        period: step ?? period,
        ...(compare === "last-year" && { compare }),
        ...(where && { where }),
        ...(search.mode && { mode: search.mode, ...(search.window && { window: search.window }) }),
        ...(rows && { rows }),
      })}
      {...props}
    />
  );
  return (
    <>
      <Menu.Label>{format.exact(row.value, row.unit)}</Menu.Label>
      <Menu.Item closeMenuOnClick={false} onClick={() => void copyText(String(row.value)).then(() => setCopied(true))}>
        <span aria-live="polite">{t(copied ? "explore.cell_copied" : "explore.cell_copy")}</span>
      </Menu.Item>
      {name !== "" && <Menu.Item onClick={() => change({ where })}>{t("explore.narrow", { name })}</Menu.Item>}
      <Menu.Item renderRoot={toKpi()}>{t("explore.cell_kpi", { name: words.kpi(row.kpi) })}</Menu.Item>
      <Menu.Item renderRoot={toKpi("1")}>{t("explore.cell_rows")}</Menu.Item>
    </>
  );
}
