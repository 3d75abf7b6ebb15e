/**
 * A process of its own that connects and syncs, to be killed: `node sync-child.ts PROFILE CLIENT_JSON`.
 *
 * Says `open URL` when the sign-in page has to be answered and `synced` when it is done.
 */
import { openEngine } from '#main/engine/engine.ts';

const [profileDir = '', clientJson = ''] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const engine = openEngine({
  profileDir,
  workers: {
    writer: new URL('../../main/engine/writer-worker.ts', import.meta.url),
    reader: new URL('../../main/engine/reader-worker.ts', import.meta.url),
    parse: new URL('../../main/import/parse-worker.ts', import.meta.url),
  },
  background: true,
  onEvent: (event) => {
    if (event.type === 'open-url') say(`open ${event.url}`);
  },
});
await engine.request('account.connect', { clientJson, sessionOnly: true });
await engine.request('sync.run', {});
say('synced');
await engine.close();
