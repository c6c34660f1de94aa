import { describe, expect, it } from "vitest";
import { keyedHash, normalised } from "./keyed-hash.ts";

describe("keyed hashes", () => {
  it("do not tell case and outer blanks of any script apart", () => {
    expect(normalised("\u00a0 Ana.Diaz@Acme.Example\u3000\t")).toBe("ana.diaz@acme.example");
    expect(keyedHash("k", " A@B.example ")).toBe(keyedHash("k", "a@b.example"));
  });

  it("are HMAC-SHA-256 as the engine computes it", () => {
    expect(keyedHash("key", "msg")).toBe("2d93cbc1be167bcb1637a4a23cbff01a7878f0c50ee833954ea5221bb1b8c628");
  });

  it("differ with the key", () => {
    expect(keyedHash("one", "a@b.example")).not.toBe(keyedHash("two", "a@b.example"));
  });
});
