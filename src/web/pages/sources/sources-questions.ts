import { api } from "../../api/client.ts";
import { queries } from "../../app/queries.ts";
import { uploadsApi } from "../../uploads/uploads-api.ts";

/** What the page asks first. */
export const askSources = () =>
  Promise.all([
    queries.prefetchQuery({ queryKey: ["sources"], queryFn: api.sources }),
    queries.prefetchQuery({ queryKey: ["quarantine"], queryFn: uploadsApi.quarantine }),
  ]);
