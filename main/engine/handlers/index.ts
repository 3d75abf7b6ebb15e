/** Every feature of the writer thread. */
import type { WriterFeature } from '../writer-context.ts';
import { importFeature } from './import.ts';
import { jobsFeature } from './jobs.ts';
import { judgingFeature } from './judging.ts';
import { ownerFeature } from './owner.ts';

export const writerFeatures: readonly WriterFeature[] = [jobsFeature, importFeature, ownerFeature, judgingFeature];

export const writeHandlers = {
  ...jobsFeature.handlers,
  ...importFeature.handlers,
  ...ownerFeature.handlers,
  ...judgingFeature.handlers,
};
