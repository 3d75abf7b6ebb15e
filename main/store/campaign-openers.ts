/** Verdicts on the first letters of a campaign, once a later one gives it away. */
import { asOpener, type CampaignSeen } from '#core/triage/campaign-openers.ts';
import { getAssessment, upsertAssessment } from './assessments.ts';
import type { WritableDb } from './database.ts';
import { listRowIds } from './messages.ts';

export function markOpeners(db: WritableDb, campaign: CampaignSeen): void {
  for (const id of campaign.openers.flatMap((messageId) => listRowIds(db, messageId))) {
    const earlier = getAssessment(db, id);
    const marked = earlier && asOpener(earlier, campaign);
    if (marked) upsertAssessment(db, id, marked);
  }
}
