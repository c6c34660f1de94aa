import { z } from "zod";

const text = z.string().trim().min(1).max(500);

/** A text in one language or both; what is left out is taken from the other. */
export const bilingualInput = z
  .strictObject({ en: text.optional(), zh: text.optional() })
  .transform(({ en, zh }, context) => {
    const any = en ?? zh;
    if (any === undefined) {
      context.addIssue({ code: "custom", message: "needs a text in English or Chinese" });
      return z.NEVER;
    }
    return { en: en ?? any, zh: zh ?? any };
  });
