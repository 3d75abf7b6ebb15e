/** A process that imports, to be killed: `import-child.ts PROFILE PATH`; prints a line for every batch that is stored. */
import { writeSync } from 'node:fs';
import { openWriter } from '#main/store/open.ts';
import { imported } from './imported.ts';

const [profileDir = '', path = ''] = process.argv.slice(2);
const { db, close } = openWriter(profileDir);
await imported(db, [path], { onProgress: ({ doneMessages }) => void writeSync(1, `${doneMessages}\n`) });
close();
