/** A JSON object; numbers that JavaScript would round are kept as they are written. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** What a tap says, whichever protocol it speaks. */
export type TapMessage =
  | {
      readonly kind: "schema";
      readonly stream: string;
      readonly properties: JsonRecord | null;
      readonly required: readonly string[];
      readonly keys: readonly string[];
    }
  | { readonly kind: "record"; readonly stream: string; readonly record: JsonRecord; readonly version: string }
  /** `part`: which part of the tap's memory this replaces; "" = all of it. */
  | { readonly kind: "state"; readonly part: string; readonly value: unknown; readonly message: string }
  /** Rows of the stream with an older version are no more. */
  | { readonly kind: "activate"; readonly stream: string; readonly version: string }
  | { readonly kind: "log"; readonly text: string }
  | { readonly kind: "failure"; readonly text: string }
  | { readonly kind: "batch" }
  | { readonly kind: "other" };

export type TapFormat = "singer" | "airbyte";
