/**
 * Which profile the window shows: the user's own, or the sample beside it. Each is an engine on a folder of its own.
 *
 * The user's own engine stays open behind the sample, so that a sync or a reply on its way goes on; only the events of the
 * profile in front are passed on.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#core/contract/app-error.ts';
import type { AppEvent } from '#core/contract/events.ts';
import { type EngineRequestName, ownerSchema, type RequestInput } from '#core/contract/requests.ts';
import type { StatusView } from '#core/contract/views.ts';
import type { Engine } from '#main/engine/engine.ts';

export type ProfileName = StatusView['profile'];

/** Requests that bring the user's own mail: they are for the user's own profile, and bring it to the front. */
const BRINGS_OWN_MAIL: ReadonlySet<string> = new Set<EngineRequestName>(['import.run', 'account.connect']);
/** Ends what one of these began. */
const CANCEL: EngineRequestName = 'account.cancelConnect';

export interface Profiles {
  inFront(): ProfileName;
  /** Asks the engine of the profile in front; what brings mail leaves the sample first, so that nothing is mixed. */
  request: Engine['request'];
  /** Asks the user's own engine, whatever is in front: what concerns the machine, not what is shown. */
  requestOwn: Engine['request'];
  /** Events of the profile in front, and pages to be opened of either. */
  onEvent(listener: (event: AppEvent) => void): void;
  /** Shows the sample mailbox; resolves when it is imported, which it is the first time. */
  openSample(): Promise<void>;
  closeSample(): Promise<void>;
  /** Resolves when everything is on disk. */
  close(): Promise<void>;
}

/** Opens the user's own profile at once. */
export function openProfiles(options: {
  readonly open: (profile: ProfileName) => Engine;
  readonly sampleDir: string;
}): Profiles {
  const listeners: ((event: AppEvent) => void)[] = [];
  let sample: Engine | undefined;
  /** Opening and closing the sample wait for each other. */
  let lastSwitch: Promise<unknown> = Promise.resolve();
  const own = openOne('own');

  function tell(event: AppEvent): void {
    for (const listener of listeners) listener(event);
  }

  function openOne(profile: ProfileName): Engine {
    const engine = options.open(profile);
    engine.onEvent((event) => {
      // A page that was asked for is opened, whatever was put in front since.
      if (profile === inFront() || event.type === 'open-url') tell(event);
    });
    return engine;
  }

  function inFront(): ProfileName {
    return sample === undefined ? 'own' : 'sample';
  }

  function inTurn(work: () => Promise<void>): Promise<void> {
    const turn = lastSwitch.then(work);
    lastSwitch = turn.catch(() => undefined);
    return turn;
  }

  async function leaveSample(): Promise<void> {
    const leaving = sample;
    if (leaving === undefined) return;
    sample = undefined;
    tell({ type: 'profile-changed', profile: 'own' });
    await leaving.close();
  }

  return {
    inFront,
    async request(name, input) {
      if (BRINGS_OWN_MAIL.has(name)) await inTurn(leaveSample);
      return await (name === CANCEL ? own : (sample ?? own)).request(name, input);
    },
    requestOwn: async (name, input) => await own.request(name, input),
    onEvent: (listener) => void listeners.push(listener),
    openSample: () =>
      inTurn(async () => {
        if (sample !== undefined) return;
        const owner = await sampleOwner(options.sampleDir);
        sample = openOne('sample');
        tell({ type: 'profile-changed', profile: 'sample' });
        try {
          await fillSample(sample, owner, options.sampleDir);
        } catch (error) {
          await leaveSample();
          throw error;
        }
      }),
    closeSample: () => inTurn(leaveSample),
    close: async () => {
      await Promise.all([own.close(), sample?.close()]);
    },
  };
}

type SampleOwner = RequestInput<'owner.confirm'>['owner'];

async function fillSample(engine: Engine, owner: SampleOwner, sampleDir: string): Promise<void> {
  const { ownerConfirmed, messageCount } = await engine.request('status.get', {});
  if (ownerConfirmed && messageCount > 0) return;
  // The owner first: only then is it known which of the messages were sent.
  await engine.request('owner.confirm', { owner });
  await engine.request('import.run', { paths: [path.join(sampleDir, 'mailbox.mbox')] });
}

async function sampleOwner(sampleDir: string): Promise<SampleOwner> {
  try {
    return ownerSchema.parse(JSON.parse(await readFile(path.join(sampleDir, 'owner.json'), 'utf8')));
  } catch (error) {
    throw new AppError(
      {
        kind: 'not-found',
        message: 'The sample mailbox is missing from this installation.',
        cure: 'Install Acquaint again to get it, or import a mailbox of your own.',
      },
      { cause: error },
    );
  }
}
