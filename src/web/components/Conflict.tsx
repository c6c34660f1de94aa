import { Alert, Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  /** What was changed meanwhile, in a sentence. */
  readonly title: string;
  /** How it stands now. */
  readonly children: ReactNode;
  readonly takeTheirs: () => void;
  readonly keepMine: () => void;
  /** Where one's own can be kept beside theirs. */
  readonly keepBoth?: (() => void) | undefined;
}

/** Somebody saved the same thing meanwhile: how theirs reads, and the choice between theirs and one's own. */
export function Conflict({ title, children, takeTheirs, keepMine, keepBoth }: Props) {
  const { t } = useTranslation();
  return (
    <Alert color="orange" title={title} role="alert" my="sm" data-conflict>
      <div style={{ marginBottom: 12 }}>{children}</div>
      <div style={{ display: "flex", flexWrap: "wrap", gap: 8 }}>
        <Button size="xs" variant="default" onClick={takeTheirs}>
          {t("annotations.take_theirs")}
        </Button>
        <Button size="xs" variant="default" onClick={keepMine}>
          {t("annotations.keep_mine")}
        </Button>
        {keepBoth && (
          <Button size="xs" variant="default" onClick={keepBoth}>
            {t("board.keep_both")}
          </Button>
        )}
      </div>
    </Alert>
  );
}
