/** ClickHouse text expressions (never null); what a record does not carry is left out. */
export interface ChannelInputs {
  readonly source: string;
  readonly medium: string;
  readonly campaign: string;
  /** Campaign type or programme: `Webinar`, `Trade Show`. */
  readonly program?: string;
  readonly system?: string;
  /** The name of a click id that came with the record (`gclid`), or "". It only fills a gap that UTM parameters leave. */
  readonly clickId?: string;
}
