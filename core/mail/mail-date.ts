/**
 * Dates as mail writes them: RFC 5322 §3.3 with its obsolete forms, asctime (the From_ line), ISO 8601.
 *
 * Own code because `Date.parse` reads a date without a zone in the zone of the machine: the same mailbox would then sort
 * differently in Leeds and in Lima.
 */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Named zones of RFC 5322 §4.3 and those seen in real mail, as minutes east of Greenwich. */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  bst: 60,
  cet: 60,
  met: 60,
  mez: 60,
  west: 60,
  cest: 120,
  mest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  ist: 330,
  jst: 540,
  kst: 540,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};

const CLOCK = String.raw`(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2})(?:[.,]\d+)?)?`;
const ZONE = String.raw`([+-]\s?\d{1,2}:?\d{2}|\b[A-Za-z]{1,5}\b)?`;

/** `22 Aug 2002 11:26:25 -0400`, `22-Aug-02 11:26 EDT`, also without a time. */
const DAY_FIRST = new RegExp(
  String.raw`\b(\d{1,2})[\s./-]+([A-Za-z]{3})[A-Za-z]*\.?[\s./,-]+(\d{2,4})\b(?:,?\s+${CLOCK}\s*(?:[AP]M\b)?\s*\(?${ZONE})?`,
);
/** `Aug 22 11:26:25 2002`, `Jan 11 08:01:57 +0000 2021`, `Aug 22 11:26:25 EDT 2002`. */
const ASCTIME = new RegExp(
  String.raw`\b([A-Za-z]{3})[A-Za-z]*\.?\s+(\d{1,2})\s+${CLOCK}\s+(?:${ZONE}\s+)?(\d{4})\b(?:\s+([+-]\d{4}))?`,
);
/** `Aug 22, 2002 11:26:25 PM -0400`. */
const MONTH_FIRST = new RegExp(
  String.raw`\b([A-Za-z]{3})[A-Za-z]*\.?\s+(\d{1,2}),?\s+(\d{4})\b(?:,?\s+(?:at\s+)?${CLOCK}\s*(?:[AP]M\b)?\s*\(?${ZONE})?`,
);
/** `2002-08-22T11:26:25Z`, `2002-08-22 11:26`. */
const ISO = new RegExp(String.raw`\b(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+${CLOCK}\s*${ZONE})?`);

/**
 * Milliseconds since the epoch, or undefined where no date can be read.
 *
 * Without a zone the date is taken as UTC, so that the answer does not depend on the machine. Years are taken as they
 * are written, however absurd; two-digit years by RFC 5322 §4.3 (00–49 → 20xx, 50–99 → 19xx, three digits + 1900).
 */
export function readMailDate(written: string): number | undefined {
  const text = written.slice(0, 200).replace(/\b(?:GMT|UTC)(?=[+-]\d)/i, '');
  const afternoon = /\d\s*PM\b/i.test(text) ? 12 : /\d\s*AM\b/i.test(text) ? 0 : undefined;

  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) {
    const [, day, month, year, hour, minute, second, zone] = dayFirst;
    const at = instant(yearOf(year), monthOf(month), day, hour, minute, second, zone, afternoon);
    if (at !== undefined) return at;
  }
  const asctime = ASCTIME.exec(text);
  if (asctime) {
    const [, month, day, hour, minute, second, zone, year, laterZone] = asctime;
    const at = instant(yearOf(year), monthOf(month), day, hour, minute, second, zone ?? laterZone, afternoon);
    if (at !== undefined) return at;
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) {
    const [, month, day, year, hour, minute, second, zone] = monthFirst;
    const at = instant(yearOf(year), monthOf(month), day, hour, minute, second, zone, afternoon);
    if (at !== undefined) return at;
  }
  const iso = ISO.exec(text);
  if (iso) {
    const [, year, month, day, hour, minute, second, zone] = iso;
    return instant(Number(year), Number(month) - 1, day, hour, minute, second, zone, afternoon);
  }
  return undefined;
}

function yearOf(written: string | undefined): number {
  const year = Number(written);
  if (written === undefined || written.length >= 4) return year;
  if (written.length === 3) return year + 1900;
  return year < 50 ? year + 2000 : year + 1900;
}

function monthOf(written: string | undefined): number {
  return written === undefined ? -1 : MONTHS.indexOf(written.toLowerCase());
}

function instant(
  year: number,
  month: number,
  day: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  zone: string | undefined,
  afternoon: number | undefined,
): number | undefined {
  const dayOfMonth = Number(day);
  if (month < 0 || month > 11 || dayOfMonth < 1 || dayOfMonth > 31) return undefined;
  let hours = Number(hour ?? 0);
  if (afternoon !== undefined && hours <= 12) hours = (hours % 12) + afternoon;
  if (hours > 24 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 60) return undefined;
  // Not Date.UTC(year, …): it turns the years 0–99 into 1900–1999.
  const date = new Date(Date.UTC(2000, month, dayOfMonth, hours, Number(minute ?? 0), Number(second ?? 0)));
  date.setUTCFullYear(year + (date.getUTCFullYear() - 2000), date.getUTCMonth(), date.getUTCDate());
  const at = date.getTime() - zoneMinutes(zone) * 60_000;
  return Number.isFinite(at) ? at : undefined;
}

/** Minutes east of Greenwich; 0 for zones that cannot be read (RFC 5322 §4.3 says to treat them as -0000). */
function zoneMinutes(zone: string | undefined): number {
  if (zone === undefined) return 0;
  const numeric = /^([+-])\s?(\d{1,2}):?(\d{2})$/.exec(zone);
  if (!numeric) return ZONES[zone.toLowerCase()] ?? 0;
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3]);
  if (minutes > 24 * 60) return 0;
  return numeric[1] === '-' ? -minutes : minutes;
}
