/** Every migration, oldest first. Append only: what has run on somebody's profile is never edited. */
import type { Migration } from './migration.ts';
import { firstSchema } from './0010-first-schema.ts';
import { gmailSchema } from './0100-gmail.ts';
import { outboxSchema } from './0110-outbox.ts';
import { personWordsSchema } from './0120-person-words.ts';
import { correctionsSchema } from './0130-corrections.ts';
import { probesSchema } from './0150-probes.ts';
import { picturesSchema } from './0160-pictures.ts';

export const MIGRATIONS: readonly Migration[] = [
  firstSchema,
  gmailSchema,
  outboxSchema,
  personWordsSchema,
  correctionsSchema,
  probesSchema,
  picturesSchema,
];
