import { z } from "zod";

export const INTENTS = ["yes", "no", "unknown"] as const;
/** The answer to the question about buying intent. */
export type Intent = (typeof INTENTS)[number];

/** One value or several, of which any will do. */
const oneOrMore = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]).transform((given) => [given].flat());
const intents = z
  .preprocess(
    (given) => [given].flat().map((one) => (one === true ? "yes" : one === false ? "no" : one)),
    z.array(z.enum(INTENTS)).min(1),
  )
  .describe("yes, no or unknown");

/** Columns of a lead that a rule may look at. */
export const ROUTED_BY = [
  "channel",
  "source",
  "medium",
  "campaign",
  "program",
  "content",
  "country",
  "segment",
  "product",
  "account",
  "owner",
  "vendor",
] as const;

const rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/, "small letters, digits, - and _"),
  /** All of it holds; without it every lead that no earlier rule took. */
  when: z
    .strictObject({
      intent: intents.optional(),
      /** `vendor`: a lead that a vendor delivered; `form`: a lead with the answer among its attributes. */
      kind: z.enum(["vendor", "form"]).optional(),
      ...(Object.fromEntries(ROUTED_BY.map((column) => [column, oneOrMore.optional()])) as Record<
        (typeof ROUTED_BY)[number],
        z.ZodOptional<typeof oneOrMore>
      >),
      attributes: z.record(z.string(), oneOrMore).optional(),
    })
    .default({}),
  to: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/, "the name of a list, such as sales or nurture"),
});

/** Where leads with an answer about their intent go; the first rule that holds decides. */
export const routingSchema = z.strictObject({
  /** The attribute in which forms keep the answer. */
  intent_attribute: z.string().min(1).default("intent"),
  rules: z
    .array(rule)
    .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, "two rules have the same id")
    .default([
      { id: "intent_yes", when: { intent: ["yes"] }, to: "sales" },
      { id: "intent_no", when: { intent: ["no"] }, to: "nurture" },
    ]),
  /** Reasons of suppression for which a lead is handed to nobody. */
  hold_back: z
    .array(
      z.enum([
        "customer",
        "open_opportunity",
        "competitor",
        "opted_out",
        "erased",
        "internal",
        "test",
        "other",
        "list",
      ]),
    )
    .default(["competitor", "opted_out", "erased", "internal", "test"]),
});
export type Routing = z.infer<typeof routingSchema>;
export type RoutingRule = Routing["rules"][number];
