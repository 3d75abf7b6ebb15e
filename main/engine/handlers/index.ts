/** Every feature of the writer thread. */
import type { WriterFeature } from '../writer-context.ts';
import { googleFeatures } from '../google/google-features.ts';
import { correctionsFeature } from './corrections.ts';
import { importFeature } from './import.ts';
import { jobsFeature } from './jobs.ts';
import { judgingFeature } from './judging.ts';
import { ownerFeature } from './owner.ts';
import { personWordsFeature } from './person-words.ts';

const google = googleFeatures();

export const writerFeatures: readonly WriterFeature[] = [
  jobsFeature,
  importFeature,
  ownerFeature,
  judgingFeature,
  personWordsFeature,
  correctionsFeature,
  google.account,
  google.sync,
  google.outbox,
];

export const writeHandlers = {
  ...jobsFeature.handlers,
  ...importFeature.handlers,
  ...ownerFeature.handlers,
  ...judgingFeature.handlers,
  ...personWordsFeature.handlers,
  ...correctionsFeature.handlers,
  ...google.account.handlers,
  ...google.sync.handlers,
  ...google.outbox.handlers,
};
