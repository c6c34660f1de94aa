import { LeadlineError } from "../language/leadline-error.ts";

/** What an address such as `https://user:password@host:8443/database` says. */
export interface ServerAddress {
  /** Scheme, host and port, with the settings that stand behind a question mark. */
  readonly url: string;
  readonly database?: string;
  readonly username?: string;
  readonly password?: string;
}

/** Takes a server's address apart. Throws `engine.unreachable` for what is no http address. */
export function serverAddress(text: string): ServerAddress {
  const url = URL.canParse(text) ? new URL(text) : null;
  const segments = url?.pathname.split("/").filter(Boolean) ?? [];
  if (url === null || !/^https?:$/.test(url.protocol) || segments.length > 1)
    throw new LeadlineError(
      "engine.unreachable",
      `The ClickHouse server cannot be reached: "${hidden(text)}" is not its http address.`,
      "Write the warehouse's address like http://host:8123 or https://user:password@host:8443/database.",
    );
  const [database] = segments;
  return {
    url: `${url.origin}${url.search}`,
    ...(database !== undefined && { database: decodeURIComponent(database) }),
    ...(url.username !== "" && { username: decodeURIComponent(url.username) }),
    ...(url.password !== "" && { password: decodeURIComponent(url.password) }),
  };
}

/** An address without its password. */
function hidden(text: string): string {
  return text.replace(/:[^:@/]*@/, ":…@");
}
