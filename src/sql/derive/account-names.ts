import { textList } from "../channel/text-literal.ts";
import { FREE_MAIL_DOMAINS } from "./free-mail-domains.ts";
import { recordName } from "./keys.ts";

/** The names by which an account is found; each is a text expression, "" when the value says nothing. */
export const accountName = {
  record: (system: string, connection: string, id: string): string =>
    `if(${id} = '', '', ${recordName(system, connection, id)})`,
  /** An id that another system quotes. */
  foreign: (id: string): string => `if(${id} = '', '', concat('id:', ${id}))`,
  title: (name: string): string =>
    `if(trimBoth(${name}) = '', '', concat('name:', lowerUTF8(trimBoth(toString(${name})))))`,
  domain: (domain: string): string =>
    `if(${domain} = '' OR has(${textList(FREE_MAIL_DOMAINS)}, ${registrable(domain)}), '', concat('domain:', ${registrable(domain)}))`,
};

/** mail.acme.co.uk -> acme.co.uk */
function registrable(domain: string): string {
  const bare = `lower(toString(${domain}))`;
  return `if(cutToFirstSignificantSubdomain(${bare}) = '', ${bare}, cutToFirstSignificantSubdomain(${bare}))`;
}
