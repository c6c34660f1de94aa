import type { Country } from "../company.ts";
import type { Device } from "../world.ts";

/** What every counted thing may be broken down by; null = it does not carry that dimension. */
export interface Carried {
  readonly channel: string | null;
  readonly country: Country | "" | null;
  readonly device: Device | null;
  /** An ad campaign, by the company's own name. */
  readonly campaign?: string | null;
}
