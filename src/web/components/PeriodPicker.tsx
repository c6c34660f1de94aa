import { ActionIcon, Button, Menu, Popover } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { PERIOD_KEYS } from "../app/period-keys.ts";
import { singleKey } from "../app/single-keys.ts";
import { stepPeriod } from "../app/step-period.ts";
import { usePeriodText } from "../app/use-period-name.ts";
import { useWorkspace } from "../app/workspace-context.ts";
import { PeriodChoices } from "./PeriodChoices.tsx";
import styles from "./period-picker.module.css";

interface Props {
  readonly period: string;
  /** Left out where nothing on the page is compared. */
  readonly compare?: "previous" | "last-year";
}

/** Which days, and against which. Keys: `[` and `]` step, a letter chooses a usual period, `x` changes the comparison. */
export function PeriodPicker({ period, compare }: Props) {
  const { t } = useTranslation();
  const text = usePeriodText();
  const { today, fiscal_year_start: fiscalStart } = useWorkspace();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const earlier = stepPeriod(period, -1, today, fiscalStart);
  const later = stepPeriod(period, 1, today, fiscalStart);
  const set = (change: { period?: string; compare?: "previous" | "last-year" }) =>
    void navigate({ to: ".", search: (before) => ({ ...before, ...change }) });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = singleKey(event);
      if (key === null) return;
      const other = compare === "previous" ? "last-year" : "previous";
      const to = key === "[" ? earlier : key === "]" ? later : (PERIOD_KEYS[key as keyof typeof PERIOD_KEYS] ?? null);
      if (to === null && (key !== "x" || compare === undefined)) return;
      event.preventDefault();
      const change = to === null ? { compare: other as NonNullable<typeof compare> } : { period: to };
      void navigate({ to: ".", search: (before) => ({ ...before, ...change }) });
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [earlier, later, compare, navigate]);
  const name = text(period);
  return (
    <div className={styles.picker}>
      <div className={styles.period}>
        <ActionIcon
          variant="default"
          size={36}
          disabled={earlier === null}
          aria-label={t("period.earlier")}
          aria-keyshortcuts="["
          title={t("period.earlier_key")}
          onClick={() => earlier && set({ period: earlier })}
        >
          <Chevron d="M10 3.5 5.5 8l4.5 4.5" />
        </ActionIcon>
        <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus shadow="md">
          <Popover.Target>
            <Button
              variant="default"
              className={styles.button}
              onClick={() => setOpen(!open)}
              aria-label={`${t("period.label")}: ${name}`}
            >
              {name}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <PeriodChoices
              period={period}
              choose={(to) => {
                setOpen(false);
                set({ period: to });
              }}
            />
          </Popover.Dropdown>
        </Popover>
        <ActionIcon
          variant="default"
          size={36}
          disabled={later === null}
          aria-label={t("period.later")}
          aria-keyshortcuts="]"
          title={t("period.later_key")}
          onClick={() => later && set({ period: later })}
        >
          <Chevron d="m6 3.5 4.5 4.5L6 12.5" />
        </ActionIcon>
      </div>
      {compare !== undefined && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              variant="subtle"
              color="gray"
              className={styles.compare}
              rightSection={<Chevron d="m4 6 4 4 4-4" />}
            >
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
      )}
    </div>
  );
}

function Chevron({ d }: { readonly d: string }) {
  return (
    <svg width="0.875rem" height="0.875rem" viewBox="0 0 16 16" aria-hidden="true">
      <path d={d} fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
