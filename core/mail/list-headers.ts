/** The header fields that labels and advice rest on, read into `ListHeaders`. */
import { allFields, firstField, type HeaderField } from './header-field.ts';
import type { ListHeaders } from './message.ts';

/** A hostile header must not fill the store: longer values are cut. */
const MAX_VALUE_LENGTH = 4000;
const MAX_BULK_MARKERS = 12;
const MAX_DKIM_SIGNATURES = 8;

/** Fields that only bulk and campaign software writes. Names seen in real mail; values stay in the message as evidence. */
const BULK_MARKER_NAMES: ReadonlySet<string> = new Set([
  'feedback-id',
  'list-help',
  'list-owner',
  'list-subscribe',
  'list-archive',
  'x-campaign',
  'x-campaign-id',
  'x-campaignid',
  'x-campaign_id',
  'x-mailgun-sid',
  'x-mailgun-tag',
  'x-mailgun-variables',
  'x-sg-eid',
  'x-sg-id',
  'x-ses-outgoing',
  'x-mc-user',
  'x-mandrill-user',
  'x-mailchimp-id',
  'x-report-abuse',
  'x-csa-complaints',
  'x-bulk',
  'x-bulkmail',
  'x-mass-mailer',
  'x-mailing-id',
  'x-mailingid',
  'x-mailer-recptid',
  'x-mailer-lid',
  'x-newsletter-id',
  'x-job',
  'x-binding',
  'x-subscriber-id',
  'x-roving-id',
  'x-pm-message-id',
  'x-postmark-tag',
  'x-hs-campaign-id',
  'x-hubspot-message-id',
  'x-klaviyo-message-id',
  'x-outreach-mailing-id',
  'x-salesloft-id',
  'x-mixmax',
  'x-mailtrack',
  'x-lemlist-id',
  'x-woodpecker-id',
  'x-apollo-id',
  'x-yesware-id',
  'x-linkedin-class',
  'x-linkedin-template',
  'x-linkedin-id',
  'x-github-reason',
  'x-google-appengine-app-id',
  'x-beenthere',
  'x-mailman-version',
  'x-loop',
  'mailing-list',
  'x-mailing-list',
  'x-list',
  'x-auto-reply',
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-vacation',
  'x-failed-recipients',
]);

/** Absent fields are left out. Every value is one line. */
export function readListHeaders(fields: readonly HeaderField[]): ListHeaders {
  const value = (name: string): string | undefined => firstField(fields, name)?.slice(0, MAX_VALUE_LENGTH);
  const signatures = allFields(fields, 'dkim-signature').slice(0, MAX_DKIM_SIGNATURES).map(readDkimSignature);
  const markers = fields
    .filter((field) => BULK_MARKER_NAMES.has(field.name) && field.value !== '')
    .slice(0, MAX_BULK_MARKERS)
    .map((field) => `${field.name}: ${field.value.slice(0, 200)}`);
  return present({
    listId: readListId(value('list-id')),
    listUnsubscribe: value('list-unsubscribe'),
    listUnsubscribePost: value('list-unsubscribe-post'),
    listPost: value('list-post'),
    precedence: value('precedence')?.toLowerCase(),
    autoSubmitted: value('auto-submitted')?.toLowerCase(),
    autoResponseSuppress: value('x-auto-response-suppress'),
    returnPath: readReturnPath(value('return-path')),
    authenticationResults: value('authentication-results'),
    dkimSignatures: signatures.length > 0 ? signatures : undefined,
    mailer: value('x-mailer') ?? value('user-agent'),
    bulkMarkers: markers.length > 0 ? markers : undefined,
  });
}

/** The identifier alone (RFC 2919 §3): the phrase before it may change and proves nothing. */
function readListId(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const id = /<([^<>]*)>/.exec(value)?.[1] ?? value;
  const trimmed = id.replaceAll(/\s+/g, '').toLowerCase();
  return trimmed === '' ? undefined : trimmed;
}

/** `<>` for the null path; otherwise the bare address in angle brackets, comments left out. */
function readReturnPath(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const path = /<([^<>]*)>/.exec(value)?.[1] ?? value;
  return `<${path.trim().toLowerCase()}>`;
}

const DKIM_DOMAIN = /(?:^|;)\s*d\s*=\s*([^;]*)/i;
const DKIM_SIGNED = /(?:^|;)\s*h\s*=\s*([^;]*)/i;

function readDkimSignature(value: string): { domain: string; signedHeaders: readonly string[] } {
  const tag = (pattern: RegExp): string => (pattern.exec(value)?.[1] ?? '').replaceAll(/\s+/g, '').toLowerCase();
  const signedHeaders = new Set(tag(DKIM_SIGNED).split(':'));
  signedHeaders.delete('');
  return { domain: tag(DKIM_DOMAIN), signedHeaders: [...signedHeaders].slice(0, 100) };
}

/** Leaves out what is undefined, as exact optional properties ask. */
function present(values: { readonly [Name in keyof ListHeaders]: ListHeaders[Name] | undefined }): ListHeaders {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
