import type { World } from "../world.ts";
import { writeGoogleAdsDe, writeGoogleAdsUs, writeLinkedin, writeMeta } from "./ads.ts";
import {
  writeBaidu,
  writeBilibili,
  writeOceanEngine,
  writeQihoo360,
  writeTencentAds,
  writeXiaohongshu,
} from "./ads-china.ts";
import type { OutFile } from "./file.ts";
import { writeGa4 } from "./ga4.ts";
import { writeGa4Users } from "./ga4-users.ts";
import { writeContacts } from "./hubspot-contacts.ts";
import { writeDeals } from "./hubspot-deals.ts";
import { writeKlaviyo, writeMailchimp, writeMailEvents } from "./mailings.ts";
import { writeMarketo } from "./marketo.ts";
import { writeFairs, writeGifts, writeTargets, writeVendorLeads } from "./programmes.ts";
import { writeCampaignMembers } from "./salesforce.ts";
import { writeSearchConsole } from "./search-console.ts";
import {
  writeCalls,
  writeCompanies,
  writeCostSheets,
  writeFx,
  writeMeetings,
  writeReads,
  writeRecycling,
  writeShop,
} from "./sheets.ts";
import { writeFollowers, writeLinkedinPage, writeWechat, writeXPosts } from "./social.ts";
import { writePayments, writeSubscriptions } from "./stripe.ts";
import { writeOn24, writeZoom } from "./webinars.ts";

/** All exports of the company, in the order in which they are to be loaded. */
export function writeExports(world: World): OutFile[] {
  return [
    writeFx(world),
    ...writeGa4(world),
    ...writeGa4Users(world),
    ...writeShop(world),
    writeReads(world),
    writeLinkedinPage(world),
    writeXPosts(world),
    writeWechat(world),
    writeFollowers(world),
    ...writeGoogleAdsUs(world),
    ...writeGoogleAdsDe(world),
    ...writeLinkedin(world),
    ...writeMeta(world),
    ...writeBaidu(world),
    ...writeOceanEngine(world),
    ...writeTencentAds(world),
    ...writeQihoo360(world),
    ...writeXiaohongshu(world),
    ...writeBilibili(world),
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
    ...writeMarketo(world),
    ...writeZoom(world),
    ...writeOn24(world),
    writeCampaignMembers(world),
    ...writeVendorLeads(world),
    writeGifts(world),
    ...writeFairs(world),
    writeTargets(world),
    ...writePayments(world),
    writeSubscriptions(world),
  ];
}
