/**
 * The first letters of a campaign look like single pitches until the like of them comes under another name. Their verdicts
 * then gain the label; lane, advice and counts stay as they were judged on arrival.
 */
import type { Assessment, Label, Reason } from './vocabulary.ts';

/** A letter that turned out to be of a campaign, and the earlier ones of it. */
export interface CampaignSeen {
  readonly campaignId: string;
  /** The letter by which it was seen. */
  readonly messageId: string;
  /** Message-IDs of the earlier letters. */
  readonly openers: readonly string[];
}

const PITCHES: readonly Label[] = [
  'cold-outreach',
  'recruiter',
  'resume-broadcast',
  'contact-list-mail',
  'nagging',
  'unsolicited-advice',
];

export function campaignSeenIn(messageId: string, { labels, facts, why }: Assessment): CampaignSeen | undefined {
  if (!labels.includes('campaign') || facts.campaignId === undefined) return undefined;
  const openers = why.find(({ label }) => label === 'campaign')?.messageIds ?? [];
  return openers.length === 0 ? undefined : { campaignId: facts.campaignId, messageId, openers };
}

/** The verdict on an opener as it is now; undefined where nothing changes. */
export function asOpener(assessment: Assessment, { campaignId, messageId }: CampaignSeen): Assessment | undefined {
  const { labels, facts, why, denied = [] } = assessment;
  if (denied.includes('campaign') || labels.includes('campaign') || !labels.some((label) => PITCHES.includes(label)))
    return undefined;
  const reason: Reason = {
    text: 'Nearly the same text came later, under another name or to another of your addresses',
    messageIds: [messageId],
    label: 'campaign',
  };
  return { ...assessment, labels: [...labels, 'campaign'], facts: { ...facts, campaignId }, why: [...why, reason] };
}
