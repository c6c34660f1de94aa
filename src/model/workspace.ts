import { z } from "zod";
import { campaignAliasesSchema } from "./campaign-aliases.ts";
import { routingSchema } from "./routing.ts";

const regexText = z.string().refine((text) => {
  try {
    new RegExp(text, "i");
    return true;
  } catch {
    return false;
  }
}, "not a valid regular expression");

/** What kind of records a rule leaves out. */
export const EXCLUSION_KINDS = ["test", "internal", "competitor", "customer", "other"] as const;
export type ExclusionKind = (typeof EXCLUSION_KINDS)[number];

/** `leadline.yaml`: everything a team sets. All of it has a default, so that an empty file works. */
export const workspaceSchema = z.strictObject({
  name: z.string().default("Leadline"),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "a three-letter currency code such as EUR")
    .default("EUR"),
  timezone: z
    .string()
    .refine((zone) => {
      try {
        new Intl.DateTimeFormat("en", { timeZone: zone });
        return true;
      } catch {
        return false;
      }
    }, "a time zone such as Asia/Shanghai")
    .default("UTC"),
  language: z.enum(["en", "zh"]).default("en"),
  fiscal_year_start: z.number().int().min(1).max(12).default(1),
  week_start: z.enum(["monday", "sunday", "saturday"]).default("monday"),
  warehouse: z.strictObject({ url: z.url().optional(), database: z.string().optional() }).default({}),
  /** What counts as sales revenue: amounts of won deals, or billed revenue. */
  revenue_basis: z.enum(["booked", "billed"]).default("booked"),
  /** A deal is sourced by marketing when its first known channel is none of these. */
  not_marketing_channels: z.array(z.string()).default(["Sales Outbound", "Partner", "Offline", ""]),
  /** Targets by period (`2026`, `2026-Q1`, `2026-03`), in the workspace's currency. */
  revenue_targets: z.record(z.string(), z.number().positive()).default({}),
  gross_margin: z.number().min(0).max(1).optional(),
  discount_rate: z.number().min(0).max(1).default(0.1),
  lifetime_cap_months: z.number().int().positive().default(60),
  cohort_window_days: z.number().int().positive().optional(),
  markets: z.record(z.string(), z.array(z.string().regex(/^[A-Z]{2}$/))).default({}),
  exclusions: z
    .array(
      z.strictObject({
        id: z.string(),
        /** test, internal, competitor, customer … shown in receipts. */
        kind: z.enum(EXCLUSION_KINDS),
        email_domains: z.array(z.string()).default([]),
        email_patterns: z.array(regexText).default([]),
        account_ids: z.array(z.string()).default([]),
        person_ids: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  channel_rules: z
    .array(
      z.strictObject({
        channel: z.string().min(1),
        when: z
          .strictObject({
            source: regexText.optional(),
            medium: regexText.optional(),
            campaign: regexText.optional(),
            system: regexText.optional(),
          })
          .refine((when) => Object.keys(when).length > 0, "needs at least one condition"),
      }),
    )
    .default([]),
  /** Campaign: [its other names], or other name: campaign, so that UTM names, platform ids and CRM names meet. */
  campaign_aliases: campaignAliasesSchema.default({}),
  /** Who gets leads that answered whether they mean to buy. */
  routing: routingSchema.prefault({}),
  boards: z
    .record(
      z.string(),
      z.strictObject({
        name: z.strictObject({ en: z.string(), zh: z.string() }),
        groups: z.array(
          z.strictObject({
            name: z.strictObject({ en: z.string(), zh: z.string() }),
            kpis: z.array(z.string()).min(1),
          }),
        ),
      }),
    )
    .default({}),
});

export type Workspace = z.infer<typeof workspaceSchema>;
