import { Button, Menu } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { copiesPictures } from "./copy.ts";

/** Media type of a workbook. */
export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type Action = () => void | Promise<void>;

interface Props {
  readonly disabled: boolean;
  readonly onOpen?: () => void;
  readonly data: Readonly<Record<"csv" | "xlsx" | "copy_data", Action>>;
  /** Left out where nothing is drawn. */
  readonly picture?: Readonly<Record<"png" | "svg" | "copy_picture", Action>> | undefined;
}

/** The menu for taking numbers along; says what was copied, and when something did not work. */
export function SaveMenu({ disabled, onOpen, data, picture }: Props) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<"copied" | "failed" | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), 2_500);
    return () => clearTimeout(timer);
  }, [said]);
  const item = (id: "csv" | "xlsx" | "copy_data" | "png" | "svg" | "copy_picture", action: Action) => (
    <Menu.Item
      key={id}
      onClick={async () => {
        try {
          await action();
          if (id.startsWith("copy")) setSaid("copied");
        } catch {
          setSaid("failed");
        }
      }}
    >
      {t(`save.${id}`)}
    </Menu.Item>
  );
  return (
    <>
      <Menu position="bottom-end" {...(onOpen && { onOpen })}>
        <Menu.Target>
          <Button variant="subtle" size="compact-sm" disabled={disabled} data-actions>
            {said === "copied" ? t("save.copied") : t("save.label")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t("save.data")}</Menu.Label>
          {item("csv", data.csv)}
          {item("xlsx", data.xlsx)}
          {item("copy_data", data.copy_data)}
          {picture && (
            <>
              <Menu.Label>{t("save.picture")}</Menu.Label>
              {item("png", picture.png)}
              {item("svg", picture.svg)}
              {copiesPictures() && item("copy_picture", picture.copy_picture)}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <span role="status" className={said === "failed" ? "" : "visually-hidden"}>
        {said && t(`save.${said}`)}
      </span>
    </>
  );
}
