import { once } from "node:events";
import { createWriteStream, existsSync, renameSync } from "node:fs";

const DAYS = 730;
const DEVICES = ["Computers", "Mobile phones", "Tablets"];
const FIRST = Date.UTC(2024, 10, 1);

const thousands = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
const quoted = (number: string): string => (number.includes(",") ? `"${number}"` : number);
const decimals = (cents: number): string =>
  quoted(`${thousands(String(Math.floor(cents / 100)))}.${String(cents % 100).padStart(2, "0")}`);
const whole = (number: number): string => quoted(thousands(String(number)));

/** A figure for each row and column that looks random and is the same each time. */
function figure(row: number, salt: number, below: number): number {
  let hash = Math.imul(row ^ (salt * 0x9e3779b9), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % below;
}

/** Writes an English campaign report of Google Ads as its CSV download is, with its total row; kept when it is there. */
export async function writeAdExport(path: string, rows: number): Promise<void> {
  if (existsSync(path)) return;
  const file = createWriteStream(`${path}.part`, { highWaterMark: 4 * 1024 * 1024 });
  const sums = { cost: 0, impressions: 0, clicks: 0, conversions: 0, value: 0 };
  file.write(
    'Campaign report\n"November 1, 2024 - October 31, 2026"\n' +
      "Day,Campaign,Campaign ID,Device,Currency code,Cost,Impr.,Clicks,Conversions,Conv. value\n",
  );
  const campaigns = Math.ceil(rows / DAYS / DEVICES.length);
  let chunk = "";
  for (let row = 0; row < rows; row++) {
    const day = Math.floor(row / campaigns / DEVICES.length);
    const campaign = row % campaigns;
    const device = DEVICES[Math.floor(row / campaigns) % DEVICES.length];
    const cost = figure(row, 1, 200_000);
    const impressions = figure(row, 2, 90_000);
    const clicks = figure(row, 3, 2_500);
    const conversions = figure(row, 4, 900);
    const value = figure(row, 5, 900_000);
    sums.cost += cost;
    sums.impressions += impressions;
    sums.clicks += clicks;
    sums.conversions += conversions;
    sums.value += value;
    const date = new Date(FIRST + day * 86_400_000).toISOString().slice(0, 10);
    chunk +=
      `${date},Campaign ${campaign} - Search,${21_456_780_000 + campaign},${device},USD,` +
      `${decimals(cost)},${whole(impressions)},${whole(clicks)},${decimals(conversions)},${decimals(value)}\n`;
    if (chunk.length > 1024 * 1024) {
      if (!file.write(chunk)) await once(file, "drain");
      chunk = "";
    }
  }
  const total = [decimals(sums.cost), whole(sums.impressions), whole(sums.clicks), decimals(sums.conversions)];
  file.end(`${chunk}Total: Account,,,,,${total.join(",")},${decimals(sums.value)}\n`);
  await once(file, "finish");
  renameSync(`${path}.part`, path);
}
