/** Labels in the user's words. */
import type { Label } from './vocabulary.ts';

export const LABEL_WORDS = {
  'resume-broadcast': 'résumé broadcast',
  broadcast: 'broadcast',
  'contact-list-mail': 'contact-list mail',
  newsletter: 'newsletter',
  recruiter: 'recruiter',
  'cold-outreach': 'cold outreach',
  nagging: 'nagging',
  'unsolicited-advice': 'unsolicited advice',
  flattery: 'flattery',
  'connection-request': 'connection request',
  campaign: 'campaign',
  'forward-request': 'asks to be forwarded',
  introduction: 'introduction',
  'hostile-reply': 'hostile reply',
  apology: 'apology',
  'answers-how-we-know': 'answers your question',
  'ignored-request': 'ignored your request',
  transactional: 'transactional',
  security: 'security',
  calendar: 'calendar',
  personal: 'personal',
} as const satisfies Record<Label, string>;
