/** Places in the zone names of Microsoft's reports (`(GMT-08:00) Pacific Time (US & Canada); Tijuana`). */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/hawaii/i, "Pacific/Honolulu"],
  [/alaska/i, "America/Anchorage"],
  [/pacific time|tijuana/i, "America/Los_Angeles"],
  [/arizona/i, "America/Phoenix"],
  [/mountain time/i, "America/Denver"],
  [/mexico city|monterrey/i, "America/Mexico_City"],
  [/saskatchewan/i, "America/Regina"],
  [/central time/i, "America/Chicago"],
  [/bogota|lima|quito/i, "America/Bogota"],
  [/eastern time/i, "America/New_York"],
  [/atlantic time/i, "America/Halifax"],
  [/newfoundland/i, "America/St_Johns"],
  [/brasilia|sao paulo/i, "America/Sao_Paulo"],
  [/buenos aires/i, "America/Argentina/Buenos_Aires"],
  [/dublin|edinburgh|lisbon|london/i, "Europe/London"],
  [/amsterdam|berlin|bern|rome|stockholm|vienna/i, "Europe/Berlin"],
  [/brussels|copenhagen|madrid|paris/i, "Europe/Paris"],
  [/sarajevo|skopje|warsaw|zagreb/i, "Europe/Warsaw"],
  [/belgrade|bratislava|budapest|ljubljana|prague/i, "Europe/Budapest"],
  [/athens|bucharest/i, "Europe/Athens"],
  [/helsinki|kyiv|riga|sofia|tallinn|vilnius/i, "Europe/Helsinki"],
  [/istanbul/i, "Europe/Istanbul"],
  [/jerusalem/i, "Asia/Jerusalem"],
  [/cairo/i, "Africa/Cairo"],
  [/harare|pretoria/i, "Africa/Johannesburg"],
  [/moscow|st\. petersburg/i, "Europe/Moscow"],
  [/abu dhabi|muscat/i, "Asia/Dubai"],
  [/islamabad|karachi/i, "Asia/Karachi"],
  [/chennai|kolkata|mumbai|new delhi/i, "Asia/Kolkata"],
  [/bangkok|hanoi|jakarta/i, "Asia/Bangkok"],
  [/beijing|chongqing|hong kong|urumqi|北京|上海/i, "Asia/Shanghai"],
  [/kuala lumpur|singapore/i, "Asia/Singapore"],
  [/taipei/i, "Asia/Taipei"],
  [/perth/i, "Australia/Perth"],
  [/osaka|sapporo|tokyo/i, "Asia/Tokyo"],
  [/seoul/i, "Asia/Seoul"],
  [/adelaide/i, "Australia/Adelaide"],
  [/brisbane/i, "Australia/Brisbane"],
  [/canberra|melbourne|sydney/i, "Australia/Sydney"],
  [/auckland|wellington/i, "Pacific/Auckland"],
];

/** The time zone that a preamble or a title names, as an IANA name. */
export function readTimezone(texts: readonly string[]): string | null {
  for (const text of texts) {
    const labelled = /(?:time ?zone|zeitzone|时区)\s*[:：]\s*(.+)$/i.exec(text)?.[1] ?? text;
    const iana =
      /(?<![\w/])(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Za-z_]+(?:\/[A-Za-z_]+)?/.exec(
        labelled,
      );
    if (iana && isZone(iana[0])) return iana[0];
    const offset = /\((?:GMT|UTC)(?:([+-])(\d{1,2}):?(\d{2})?)?\)\s*(.*)$/i.exec(labelled);
    if (offset && (labelled !== text || offset[4] !== "")) {
      const place = PLACES.find(([known]) => known.test(offset[4] ?? ""));
      if (place) return place[1];
      if (offset[1] === undefined || Number(offset[2]) === 0) return "UTC";
      // In these names the sign is turned round: Etc/GMT-8 is eight hours ahead of Greenwich.
      if (Number(offset[3] ?? 0) === 0) return `Etc/GMT${offset[1] === "+" ? "-" : "+"}${Number(offset[2])}`;
    }
    if (/\((?:in )?UTC\)/i.test(text) || /^(?:UTC|GMT)$/i.test(labelled.trim())) return "UTC";
  }
  return null;
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
