import { describe, expect, it } from "vitest";
import type { Parameters, RunOptions } from "./engine.ts";
import { lotsOf, unionInLots } from "./union-in-lots.ts";

const select = (name: string, length: number): string => `SELECT '${name}'`.padEnd(length, " ");

describe("lots of a union", () => {
  it("are about as long as each other and hold every SELECT once", () => {
    const selects = [select("a", 3_000), select("b", 1_000), select("c", 1_500), select("d", 2_600)];
    const lots = lotsOf(selects, 2);
    expect(lots.map(({ length }) => Math.round(length / 1_000))).toEqual([4, 4]);
    expect(
      lots
        .flatMap((lot) => lot.split("\nUNION ALL\n"))
        .map((text) => text.trim())
        .sort(),
    ).toEqual(["a", "b", "c", "d"].map((name) => `SELECT '${name}'`));
  });

  it("are one where little is asked, nobody may run beside it, or there is one SELECT", () => {
    expect(lotsOf([select("a", 900), select("b", 900)], 3)).toHaveLength(1);
    expect(lotsOf([select("a", 9_000), select("b", 9_000)], 1)).toHaveLength(1);
    expect(lotsOf([select("a", 9_000), select("b", 9_000)], 0)).toHaveLength(1);
    expect(lotsOf([select("a", 9_000)], 3)).toHaveLength(1);
    expect(lotsOf([], 3)).toEqual([]);
  });
});

describe("a union in lots", () => {
  it("gives each statement the values it names, and all rows together", async () => {
    const seen: Parameters[] = [];
    const query = async <Row>(sql: string, parameters: Parameters): Promise<Row[]> => {
      seen.push(parameters);
      return [sql.slice(8, 9)] as Row[];
    };
    const selects = [`${select("a", 2_500)} {from:Date}`, `${select("b", 2_400)} {from:Date} {load:UInt32}`];
    const rows = await unionInLots<string>(query, selects, 2, { from: "2026-01-01", load: 3 });
    expect(rows).toEqual(["a", "b"]);
    expect(seen).toEqual([{ from: "2026-01-01" }, { from: "2026-01-01", load: 3 }]);
  });

  it("ends the others when one fails, and when the asker leaves", async () => {
    const ended: string[] = [];
    const query = <Row>(sql: string, _: Parameters, { signal }: RunOptions): Promise<Row[]> => {
      const name = sql.slice(8, 9);
      if (name === "a") return Promise.reject(new Error("a fails"));
      return new Promise((_resolve, reject) => {
        signal?.addEventListener("abort", () => {
          ended.push(name);
          reject(signal.reason);
        });
      });
    };
    const asked = (names: readonly string[], options: RunOptions) =>
      unionInLots(
        query,
        names.map((name) => select(name, 2_500)),
        2,
        {},
        options,
      );
    await expect(asked(["a", "b"], {})).rejects.toThrow("a fails");
    expect(ended).toEqual(["b"]);
    const asker = new AbortController();
    const waiting = asked(["c", "d"], { signal: asker.signal });
    asker.abort(new Error("gone"));
    await expect(waiting).rejects.toThrow("gone");
    expect(ended).toEqual(["b", "c", "d"]);
  });
});
