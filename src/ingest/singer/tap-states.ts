type Parts = Readonly<Record<string, unknown>>;

/**
 * The tap's memory. A state with the part "" stands for all of it (Singer, Airbyte's legacy kind); others replace their
 * own part only.
 */
export class TapStates {
  #parts = new Map<string, unknown>();
  #unsaid = new Map<string, string>();

  /** Takes up the memory of an earlier run, as `toSave` gave it. */
  constructor(saved: unknown = undefined) {
    if (Array.isArray(saved)) for (const value of saved) this.#parts.set(partOf(value), value);
    else if (saved !== undefined) this.#parts.set("", saved);
  }

  take(part: string, value: unknown, message: string): void {
    if (part === "" || this.#parts.has("")) this.#parts.clear();
    this.#parts.set(part, value);
    this.#unsaid.delete(part);
    this.#unsaid.set(part, message);
  }

  get hasNews(): boolean {
    return this.#unsaid.size > 0;
  }

  /** The newest messages that were not given out yet, in the order in which they came. */
  giveOut(): readonly string[] {
    const messages = [...this.#unsaid.values()];
    this.#unsaid.clear();
    return messages;
  }

  /** What the tap's next run is given: the value itself, or a list of Airbyte's states. */
  toSave(): unknown {
    return this.#parts.has("") ? this.#parts.get("") : [...this.#parts.values()];
  }
}

function partOf(value: unknown): string {
  const state = value as Parts;
  const descriptor = (state.stream as Parts | undefined)?.stream_descriptor as Parts | undefined;
  if (!descriptor) return "global";
  return `stream:${descriptor.namespace ? `${String(descriptor.namespace)}.` : ""}${String(descriptor.name)}`;
}
