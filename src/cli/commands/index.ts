import type { AddCommand } from "../command.ts";
import { askKpis } from "./ask-kpis.ts";
import { checkAudience } from "./check-audience.ts";
import { checkHealth } from "./check-health.ts";
import { compareChannels } from "./compare-channels.ts";
import { explainKpi } from "./explain-kpi.ts";
import { forgetPerson } from "./forget-person.ts";
import { initWorkspace } from "./init-workspace.ts";
import { listAccounts } from "./list-accounts.ts";
import { listCampaigns } from "./list-campaigns.ts";
import { listKpis } from "./list-kpis.ts";
import { listQuarantine } from "./list-quarantine.ts";
import { listRows } from "./list-rows.ts";
import { listSources } from "./list-sources.ts";
import { loadFiles } from "./load-files.ts";
import { receiveStream } from "./receive-stream.ts";
import { reconcileSources } from "./reconcile-sources.ts";
import { revertLoad } from "./revert-load.ts";
import { routeLeads } from "./route-leads.ts";
import { runDemo } from "./run-demo.ts";
import { serveWorkspace } from "./serve-workspace.ts";
import { showFunnel } from "./show-funnel.ts";
import { showScorecard } from "./show-scorecard.ts";
import { syncConnection } from "./sync-connection.ts";
import { verifyReceipt } from "./verify-receipt.ts";

/** The command line, in the order of its help. */
export const commands: readonly AddCommand[] = [
  initWorkspace,
  loadFiles,
  receiveStream,
  syncConnection,
  listSources,
  revertLoad,
  listQuarantine,
  listKpis,
  askKpis,
  showScorecard,
  showFunnel,
  compareChannels,
  listCampaigns,
  listAccounts,
  reconcileSources,
  routeLeads,
  checkAudience,
  explainKpi,
  verifyReceipt,
  listRows,
  serveWorkspace,
  runDemo,
  forgetPerson,
  checkHealth,
];
