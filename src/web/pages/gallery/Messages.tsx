import { Button, Skeleton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, LostServer } from "../../api/client.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Problem } from "../../components/Problem.tsx";
import { Section, Specimen } from "./Section.tsx";

/** What is said when something is wrong, is to be decided, or takes a moment. */
export function Messages() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Section id="messages">
      <Specimen>
        <Problem
          error={new ApiError("file.unknown", t("gallery.problem"), t("gallery.problem_remedy"))}
          retry={() => {}}
        />
        <Problem error={new LostServer("/api/workspace")} retry={() => {}} />
      </Specimen>
      <Specimen name={t("gallery.dialog")}>
        <Button variant="default" onClick={() => setOpen(true)}>
          {t("gallery.dialog_open")}
        </Button>
        <Dialog title={t("gallery.dialog")} opened={open} close={() => setOpen(false)}>
          {t("gallery.dialog_text")}
        </Dialog>
      </Specimen>
      <Specimen name={t("gallery.waiting")}>
        <Skeleton height={68} mb={16} />
        <Skeleton height={160} />
      </Specimen>
    </Section>
  );
}
