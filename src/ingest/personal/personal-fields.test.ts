import { describe, expect, it } from "vitest";
import { presetSchema } from "../../model/preset.ts";
import { personalFields } from "./personal-fields.ts";

const layout = (set: Record<string, string>) =>
  presetSchema.shape.layouts.element.parse({
    id: "x",
    columns: { mail: ["Mail"], other: ["Other"], kind: ["Kind"], name: { titles: ["Name"], personal: "name" } },
    required: ["mail"],
    facts: [{ fact: "person", set }],
  });

describe("personal fields", () => {
  it("are those that the preset marks", () => {
    expect([...personalFields(layout({ company: "[other]" }))]).toEqual([["name", "name"]]);
  });

  it("are also those that become an e-mail hash, marked or not", () => {
    const fields = personalFields(layout({ email_hash: 'coalesce(email([mail]), when([kind] = "x", [other], ""))' }));
    expect([...fields]).toEqual([
      ["mail", "email"],
      ["other", "email"],
      ["name", "name"],
    ]);
  });
});
