import type { World } from "../world.ts";
import {
  writeBaidu,
  writeGoogleAdsDe,
  writeGoogleAdsUs,
  writeLinkedin,
  writeMeta,
  writeOceanEngine,
  writeTencentAds,
} from "./ads.ts";
import type { OutFile } from "./file.ts";
import { writeGa4 } from "./ga4.ts";
import { writeContacts } from "./hubspot-contacts.ts";
import { writeDeals } from "./hubspot-deals.ts";
import { writeKlaviyo, writeMailchimp, writeMailEvents } from "./mailings.ts";
import { writeFairs, writeGifts, writeTargets, writeVendorLeads } from "./programmes.ts";
import { writeSearchConsole } from "./search-console.ts";
import {
  writeCalls,
  writeCompanies,
  writeCostSheets,
  writeFx,
  writeMeetings,
  writePosts,
  writeReads,
  writeRecycling,
  writeShop,
} from "./sheets.ts";
import { writePayments, writeSubscriptions } from "./stripe.ts";
import { writeOn24, writeZoom } from "./webinars.ts";

/** All exports of the company, in the order in which they are to be loaded. */
export function writeExports(world: World): OutFile[] {
  return [
    writeFx(world),
    ...writeGa4(world),
    ...writeShop(world),
    writeReads(world),
    writePosts(world),
    ...writeGoogleAdsUs(world),
    ...writeGoogleAdsDe(world),
    ...writeLinkedin(world),
    ...writeMeta(world),
    ...writeBaidu(world),
    ...writeOceanEngine(world),
    ...writeTencentAds(world),
    ...writeSearchConsole(world),
    ...writeCostSheets(world),
    writeCompanies(world),
    ...writeContacts(world),
    ...writeDeals(world),
    writeRecycling(world),
    writeMeetings(world),
    writeCalls(world),
    ...writeMailchimp(world),
    writeKlaviyo(world),
    writeMailEvents(world),
    ...writeZoom(world),
    ...writeOn24(world),
    ...writeVendorLeads(world),
    writeGifts(world),
    ...writeFairs(world),
    writeTargets(world),
    ...writePayments(world),
    writeSubscriptions(world),
  ];
}
