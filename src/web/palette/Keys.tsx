import { Switch } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PERIOD_KEYS } from "../app/period-keys.ts";
import { setSingleKeys, singleKeysOn } from "../app/single-keys.ts";
import { Dialog } from "../components/Dialog.tsx";
import styles from "./palette.module.css";

/** The keyboard shortcuts, and the switch for those of a single key. */
export function Keys({ opened, close }: { readonly opened: boolean; readonly close: () => void }) {
  const { t } = useTranslation();
  const [on, setOn] = useState(singleKeysOn);
  const rows: [string, string][] = [
    ["⌘K / Ctrl K", t("palette.key.palette")],
    ["[", t("palette.key.earlier")],
    ["]", t("palette.key.later")],
    ...Object.entries(PERIOD_KEYS).map(([key, period]): [string, string] => [key, t(`period.${period}`)]),
    ["x", t("palette.key.compare")],
    ["?", t("palette.key.help")],
  ];
  return (
    <Dialog title={t("palette.keys")} opened={opened} close={close} size={440}>
      <dl className={styles.keys}>
        {rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd className={styles.key}>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <Switch
        checked={on}
        onChange={({ currentTarget: { checked } }) => {
          setSingleKeys(checked);
          setOn(checked);
        }}
        label={t("palette.keys_on")}
        description={t("palette.keys_note")}
      />
    </Dialog>
  );
}
