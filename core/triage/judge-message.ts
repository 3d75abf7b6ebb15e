/** The verdict on a received message on arrival, the user's word on its sender included: what is stored and shown. */
import type { Correspondence } from '../relationship/correspondence.ts';
import { assess } from './assess.ts';
import type { TriageMessage } from './triage-message.ts';
import { withUsersWord } from './users-word.ts';
import type { Assessment } from './vocabulary.ts';

/** Call before `earlier.observe(message, …)`, in order of `receivedAt`. */
export function judgeMessage(message: TriageMessage, earlier: Correspondence): Assessment {
  const assessment = assess(message, earlier);
  const verdict = earlier.verdict(message.from.address);
  return verdict === undefined ? assessment : withUsersWord(assessment, verdict);
}
