import { CloseButton, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./dialog.module.css";

interface Props {
  readonly title: string;
  readonly opened: boolean;
  readonly close: () => void;
  /** Width in pixels; a phone's whole width at most. */
  readonly size?: number;
  readonly children: ReactNode;
}

/** A titled dialog: Escape, the cross and a press beside it close it, and the focus goes back to where it was. */
export function Dialog({ title, opened, close, size = 480, children }: Props) {
  const { t } = useTranslation();
  return (
    <Modal.Root opened={opened} onClose={close} size={size} transitionProps={{ duration: 0 }} centered>
      <Modal.Overlay />
      <Modal.Content aria-label={title} className={styles.content}>
        <div className={styles.head}>
          <h2>{title}</h2>
          <CloseButton aria-label={t("close")} onClick={close} size="lg" />
        </div>
        {children}
      </Modal.Content>
    </Modal.Root>
  );
}
