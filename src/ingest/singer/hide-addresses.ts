import { FORGOTTEN_SALT, HASHED, type Pseudonyms } from "../../sql/load/personal-cells.ts";
import { keyedHash, normalised } from "../personal/keyed-hash.ts";
import { isRawNumber } from "./parse-exact.ts";

const OUTSIDE = `\\s"<>,;:()\\[\\]{}\\\\@`;
/** The last label of a domain holds a letter: `lib@1.0` is no address. */
const WHOLE = new RegExp(`^[^${OUTSIDE}/?&=]+@(?:[\\p{L}\\p{N}-]+\\.)*[\\p{L}\\p{N}-]*\\p{L}[\\p{L}\\p{N}-]*$`, "u");
const HAN = /\p{Script=Han}/u;
const WITHIN_TEXT = addressesWithin(OUTSIDE);
/** In a web address a value begins after one of these. */
const WITHIN_URL = addressesWithin(`${OUTSIDE}/?&=#`);

/** Chinese text has no blanks around an address; `logo@2x.png` is a picture. */
function addressesWithin(outside: string): RegExp {
  const text = `${outside}\\p{Script=Han}\\u3000-\\u303F\\uFF00-\\uFFEF`;
  const label = "[\\p{Script=Latin}\\p{N}-]";
  const last = `${label}*\\p{Script=Latin}${label}*`;
  return new RegExp(`[^${text}'][^${text}]{0,127}?(?:@|%40)(?!\\dx\\.)(?:${label}+\\.)+${last}`, "gu");
}

export interface AddressHider {
  /** A JSON value with a token for each address in its texts and names; numbers keep their digits. */
  readonly hide: (value: unknown) => unknown;
  /** Addresses by their hash, of people who were not forgotten. */
  readonly found: ReadonlyMap<string, string>;
  /** Whether the value hidden last speaks of a person who asked to be forgotten. */
  readonly sawForgotten: () => boolean;
}

/** Puts `<hash>@<domain>`, as `hashedEmail` writes it, in the place of addresses, and remembers them. */
export function addressHider({ key, forgotten }: Pseudonyms): AddressHider {
  const found = new Map<string, string>();
  const hashed = new RegExp(HASHED);
  let isForgotten = false;
  const token = (text: string): string => {
    const address = normalised(text);
    if (hashed.test(address)) return text;
    const known = forgotten.get(keyedHash(key, `${FORGOTTEN_SALT}${address}`));
    const hash = known ?? keyedHash(key, address);
    if (known === undefined) found.set(hash, address);
    else isForgotten = true;
    return `${hash}${address.slice(address.indexOf("@"))}`;
  };
  const inText = (text: string): string => {
    if (!/@|%40/.test(text)) return text;
    const trimmed = normalised(text);
    const isWhole = WHOLE.test(trimmed);
    if (isWhole && !HAN.test(trimmed)) return token(trimmed);
    const pattern = text.includes("://") ? WITHIN_URL : WITHIN_TEXT;
    const hidden = text.replace(pattern, (address) => token(address.replace("%40", "@")));
    return isWhole && hidden === text ? token(trimmed) : hidden;
  };
  const within = (value: unknown): unknown => {
    if (typeof value === "string") return inText(value);
    if (Array.isArray(value)) return value.map(within);
    if (typeof value !== "object" || value === null || isRawNumber(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [inText(name), within(inner)]));
  };
  return {
    hide: (value) => {
      isForgotten = false;
      return within(value);
    },
    found,
    sawForgotten: () => isForgotten,
  };
}
