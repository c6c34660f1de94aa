/** A few members, each lent to one user at a time; who comes when all are lent waits in line. */
export class Pool<Member> {
  readonly #free: Member[];
  readonly #line: ((member: Member) => void)[] = [];

  constructor(members: readonly Member[]) {
    this.#free = [...members];
  }

  /** How many nobody has. */
  get free(): number {
    return this.#free.length;
  }

  /** Rejects with the signal's reason if it fires while waiting. */
  async lend(signal: AbortSignal): Promise<Member> {
    signal.throwIfAborted();
    const member = this.#free.pop();
    if (member !== undefined) return member;
    return new Promise((resolve, reject) => {
      const take = (free: Member): void => {
        signal.removeEventListener("abort", leave);
        resolve(free);
      };
      const leave = (): void => {
        this.#line.splice(this.#line.indexOf(take), 1);
        reject(signal.reason);
      };
      signal.addEventListener("abort", leave, { once: true });
      this.#line.push(take);
    });
  }

  giveBack(member: Member): void {
    const next = this.#line.shift();
    if (next === undefined) this.#free.push(member);
    else next(member);
  }
}
