import { Alert, Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ApiError, LostServer } from "../api/client.ts";

interface Props {
  readonly error: Error;
  readonly retry: () => void;
}

/** What happened, what it means for the numbers, and what to do. */
export function Problem({ error, retry }: Props) {
  const { t } = useTranslation();
  const lost = error instanceof LostServer;
  return (
    <Alert color="orange" title={lost ? t("error.lost") : t("error.title")} role="alert" my="md">
      <p style={{ margin: "0 0 8px" }}>{lost ? t("error.lost_remedy") : error.message}</p>
      {error instanceof ApiError && error.remedy && <p style={{ margin: "0 0 8px" }}>{error.remedy}</p>}
      <Button size="xs" variant="default" onClick={retry}>
        {t("error.again")}
      </Button>
    </Alert>
  );
}
