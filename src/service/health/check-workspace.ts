import { join } from "node:path";
import { checkHealth } from "../../engine/check-health.ts";
import { failedCheck, type HealthFact, ok, warn } from "../../engine/health.ts";
import { listQuarantine } from "../sources/list-quarantine.ts";
import { listSources } from "../sources/list-sources.ts";
import { type OpenWorkspace, openWorkspace, type Surroundings } from "../workspace/open-workspace.ts";
import { readSettings } from "../workspace/read-settings.ts";
import { warehousePlace, warehouseTarget } from "../workspace/warehouse-target.ts";

/** Days after which a source counts as stale. */
const STALE_DAYS = 45;

/** `leadline doctor`: settings and definitions, engine, disk and state, sources; what is wrong and what to do. */
export async function checkWorkspace(dir: string, surroundings: Surroundings): Promise<readonly HealthFact[]> {
  let workspace: OpenWorkspace;
  const warehouse: HealthFact[] = [];
  try {
    warehouse.push(place(dir, surroundings));
    workspace = await openWorkspace(dir, surroundings);
  } catch (error) {
    return [...warehouse, failedCheck(error)];
  }
  try {
    const engine = await checkHealth(workspace.engine);
    const kept = await state(workspace);
    return [...definitions(workspace), ...warehouse, ...engine, kept, ...(await sources(workspace))];
  } finally {
    await workspace.close();
  }
}

/** Where the warehouse is to be found, whether or not it can be opened. */
function place(dir: string, { env }: Surroundings): HealthFact {
  const target = warehouseTarget(readSettings(dir), join(dir, ".leadline"), env);
  const kind = "path" in target ? "embedded in" : "on a ClickHouse server:";
  return ok("warehouse.place", `The warehouse is ${kind} ${warehousePlace(target)}.`);
}

function definitions({ catalogue, presets, problems }: OpenWorkspace): HealthFact[] {
  const found = problems.map((problem) => {
    const { file, line } = problem.place;
    const place = [file, line && `line ${line}`].filter(Boolean).join(", ");
    return warn(problem.code, `${place}: ${problem.message}`, problem.remedy);
  });
  const text = `${catalogue.kpis.size} KPIs, ${catalogue.boards.size} boards, ${presets.presets.length} presets.`;
  return [ok("workspace.definitions", text), ...found];
}

/** What people made here can be read. */
async function state(workspace: OpenWorkspace): Promise<HealthFact> {
  try {
    const { boards, views, annotations } = await workspace.store();
    const counts = await Promise.all([boards, views, annotations].map(async (kind) => (await kind.list()).length));
    return ok("store.readable", `The state holds ${counts[0]} boards, ${counts[1]} views, ${counts[2]} annotations.`);
  } catch (error) {
    return failedCheck(error);
  }
}

async function sources(workspace: OpenWorkspace): Promise<HealthFact[]> {
  const all = await listSources(workspace);
  if (all.length === 0)
    return [warn("sources.none", "Nothing is loaded yet.", `Load a first export: leadline load ${workspace.dir} FILE`)];
  const today = Date.parse(workspace.today());
  const facts = all.map(({ connection, system, rows, to }) => {
    const text = `${connection} (${system}): ${rows} rows${to ? `, up to ${to}` : ""}.`;
    const age = to === null ? 0 : Math.floor((today - Date.parse(to)) / 86_400_000);
    return age > STALE_DAYS
      ? warn("sources.stale", `${text} That is ${age} days ago.`, "Export it again and load the new file.")
      : ok("sources.fresh", text);
  });
  const waiting = await listQuarantine(workspace);
  if (waiting.length > 0)
    facts.push(
      warn(
        "sources.quarantine",
        `${waiting.length} rows wait in quarantine.`,
        `See them with: leadline quarantine ${workspace.dir}`,
      ),
    );
  return facts;
}
