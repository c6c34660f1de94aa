import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files that take long, by the seconds of computing that they take, the longest first: begun last, one of them would keep
 * a worker busy while the other waits.
 */
const LONG = [
  "test/e2e/web/web.test.ts",
  "test/conformance/presets/variants.test.ts",
  "test/conformance/catalogue/examples.test.ts",
  "test/e2e/demo-truth.test.ts",
  "test/wire/road.test.ts",
  "test/singer/tap-presets.test.ts",
  "test/real-data/warehouse-shapes.test.ts",
  "test/plan/every-kpi-binds.test.ts",
  "test/derive/programs.test.ts",
  "test/singer/pipe.test.ts",
  "test/ingest/killed-direct-load.test.ts",
  "src/ingest/presets/conformance.test.ts",
  "test/ingest/killed-load.test.ts",
  "test/cli/road.test.ts",
  "test/cli/chinese.test.ts",
  "test/derive/journeys.test.ts",
  "test/real-data/layouts.test.ts",
  "test/channels/routing.test.ts",
  "demo/generate.test.ts",
  "test/cli/channels.test.ts",
  "test/store/settings.test.ts",
];

/** Long test files first, the others as usual. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((path) => moduleId.endsWith(path));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}
