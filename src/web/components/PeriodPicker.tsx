import { Button, Menu, ScrollArea } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { monthsBack } from "../app/default-period.ts";
import { useFormat } from "../app/use-format.ts";
import { useWorkspace } from "../app/workspace-context.ts";

const RELATIVE = ["this-month", "last-month", "this-quarter", "last-quarter", "this-year", "last-12-months"] as const;

interface Props {
  readonly period: string;
  readonly compare: "previous" | "last-year";
}

/** Which days, and against which. */
export function PeriodPicker({ period, compare }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { today, covered } = useWorkspace();
  const navigate = useNavigate();
  const set = (change: Record<string, string>) =>
    void navigate({ to: ".", search: (before) => ({ ...before, ...change }) });
  const newest = covered.to && covered.to < today ? covered.to : today;
  const name = RELATIVE.find((one) => one === period)
    ? t(`period.${period as (typeof RELATIVE)[number]}`)
    : /^\d{4}-\d{2}$/.test(period)
      ? format.month(period, "long")
      : period;
  return (
    <div style={{ display: "flex", gap: 8, flexWrap: "wrap" }}>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button variant="default" rightSection="▾" aria-label={`${t("period.label")}: ${name}`}>
            {name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {RELATIVE.map((one) => (
            <Menu.Item key={one} onClick={() => set({ period: one })} fw={one === period ? 650 : 400}>
              {t(`period.${one}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Label>{t("period.months")}</Menu.Label>
          <ScrollArea.Autosize mah={240} type="auto">
            {monthsBack(newest, 25).map((month) => (
              <Menu.Item key={month} onClick={() => set({ period: month })} fw={month === period ? 650 : 400}>
                {format.month(month, "long")}
              </Menu.Item>
            ))}
          </ScrollArea.Autosize>
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection="▾">
            {t("compare.label")}
            {" · "}
            {t(`compare.${compare}`)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(["previous", "last-year"] as const).map((one) => (
            <Menu.Item key={one} onClick={() => set({ compare: one })} fw={one === compare ? 650 : 400}>
              {t(`compare.${one}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
