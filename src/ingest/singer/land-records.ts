import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { LeadlineError } from "../../language/leadline-error.ts";
import type { LoadRecord } from "../../model/inventory.ts";
import { readLedger } from "../ledger/read-inventory.ts";
import { cleanUncommitted, takeTurn } from "../load/clean-uncommitted.ts";
import { commitEvent } from "../load/commit-event.ts";
import { LANDED_SYSTEM } from "../load/landed-system.ts";
import type { LoadMeta } from "../load/load-meta.ts";
import type { LoadSite } from "../load/load-site.ts";
import { oneAtATime } from "../load/one-at-a-time.ts";
import { writeRecord } from "../load/write-record.ts";
import { resumeForgetting } from "../personal/forget-person.ts";
import { readPseudonyms } from "../personal/read-pseudonyms.ts";
import { addressHider } from "./hide-addresses.ts";
import { hideBatch } from "./hide-batch.ts";
import { fileOfStream, type StreamBatch } from "./receive-messages.ts";

/** Titles of the cells of a landed row. */
const LANDED_HEADER = ["record", "key"] as const;

const FORGOTTEN = { en: "people who asked to be forgotten", zh: "已要求删除个人数据的人" };

/**
 * Stores records of a stream that no preset knows, whole or not at all; they are mapped when one does. They stay as they
 * came but for addresses, which are hidden as in mapped rows; what speaks of forgotten people is left out, since nobody
 * knows where in it a name may be.
 */
export function landRecords(site: LoadSite, batch: StreamBatch, connection: string, run: string): Promise<LoadRecord> {
  return oneAtATime(site.engine, async () => {
    const { engine, now } = site;
    await resumeForgetting(site);
    await takeTurn(engine);
    const startedAt = now();
    const { loads } = await readLedger(engine);
    const hidden = await hideBatch(batch, addressHider(readPseudonyms(site.dataDir)));
    const loadNo = Math.max(0, ...loads.map((load) => load.loadNo)) + 1;
    const record: LoadRecord = {
      loadNo,
      loadId: `${LANDED_SYSTEM}-${loadNo}`,
      system: LANDED_SYSTEM,
      connection,
      preset: "",
      file: fileOfStream(batch.stream, batch.version),
      sha256: await hashOfFile(batch.path),
      committedAt: startedAt.toISOString(),
      rowsRead: batch.records,
      rowsLoaded: hidden.records,
      rowsQuarantined: 0,
      rowsSkipped: batch.records - hidden.records,
      parts: [],
    };
    try {
      await engine.insertFromFile(
        { path: hidden.path, format: "JSONEachRow", columns: 2, names: LANDED_HEADER },
        (source) =>
          `INSERT INTO raw_row (load_no, line, section, cells, verdict, reason)
           SELECT ${loadNo}, line, '', [ifNull(c0, ''), ifNull(c1, '')], 'data', '' FROM ${source}`,
      );
      await checkArrived(site, record);
      await engine.insert(
        "personal_data",
        hidden.addresses.map(([email_hash, email]) => ({ email_hash, email, load_no: loadNo })),
      );
      await writeRecord(
        engine,
        record,
        metaOf({ ...batch, properties: hidden.properties }, run, record.rowsSkipped, site.settings.language),
        {
          bytes: (await stat(batch.path)).size,
          startedAt,
        },
      );
      await commitEvent(site, { event: "commit", loadNo, load: record, deferBuild: true });
      return record;
    } catch (error) {
      await cleanUncommitted(engine, "mine");
      throw error;
    }
  });
}

async function checkArrived({ engine }: LoadSite, { loadNo, file, rowsLoaded }: LoadRecord): Promise<void> {
  const [row] = await engine.query<{ n: string }>(`SELECT count() AS n FROM raw_row WHERE load_no = ${loadNo}`);
  if (Number(row?.n) === rowsLoaded) return;
  throw new LeadlineError(
    "load.count",
    `${file} has ${rowsLoaded} records, and ${row?.n ?? 0} of them arrived.`,
    "Run the tap again; its state was not advanced.",
    { file },
  );
}

function metaOf(
  { stream, keys, properties, version, records }: StreamBatch,
  run: string,
  forgotten: number,
  language: "en" | "zh",
): LoadMeta {
  return {
    mapping: "",
    encoding: "utf-8",
    delimiter: null,
    header_line: 1,
    period: null,
    settings: { stream, version, run, keys: JSON.stringify(keys), properties: JSON.stringify(properties) },
    totals_checked: {},
    channel_rules: "",
    potentially_incomplete: false,
    skipped: forgotten > 0 ? { [FORGOTTEN[language]]: forgotten } : {},
    quarantined: {},
    notices: [],
    tables: [{ layout: "", section: null, header: LANDED_HEADER, first_line: 1, last_line: records }],
  };
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}
