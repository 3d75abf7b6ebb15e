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
import { type EngineRequestName, ownerSchema, type RequestInput, type RequestResult } from '#core/contract/requests.ts';

/** What the shell asks of an engine (main/engine/engine.ts is one). */
export interface ProfileEngine {
  request<Name extends EngineRequestName>(name: Name, input: RequestInput<Name>): Promise<RequestResult<Name>>;
  onEvent(listener: (event: AppEvent) => void): () => void;
  close(): Promise<void>;
}

export type ProfileName = 'own' | 'sample';

export interface Profiles {
  /** Asks the engine of the profile in front; rejects with why it could not be opened, where it could not. */
  request<Name extends EngineRequestName>(name: Name, input: RequestInput<Name>): Promise<RequestResult<Name>>;
  /** The same of the user's own engine, whatever is in front: what concerns the machine, not what is shown. */
  requestOwn<Name extends EngineRequestName>(name: Name, input: RequestInput<Name>): Promise<RequestResult<Name>>;
  /** Events of the profile in front. */
  onEvent(listener: (event: AppEvent) => void): void;
  /** Shows the sample mailbox, imported at the first time. */
  openSample(): Promise<void>;
  closeSample(): Promise<void>;
  /** Resolves when everything is on disk. */
  close(): Promise<void>;
}

/** Opens the user's own profile at once; what fails then is told to each request. */
export function openProfiles(options: {
  readonly open: (profile: ProfileName) => Promise<ProfileEngine>;
  readonly sampleDir: string;
}): Profiles {
  const listeners: ((event: AppEvent) => void)[] = [];
  let sample: Promise<ProfileEngine> | undefined;
  /** Opening and closing the sample wait for each other. */
  let lastSwitch: Promise<unknown> = Promise.resolve();

  function tell(event: AppEvent): void {
    for (const listener of listeners) listener(event);
  }

  async function openOne(profile: ProfileName): Promise<ProfileEngine> {
    const engine = await options.open(profile);
    engine.onEvent((event) => {
      if ((sample === undefined) === (profile === 'own')) tell(event);
    });
    return engine;
  }

  const own = openOne('own');
  own.catch(() => undefined);

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
    await closeQuietly(leaving);
  }

  return {
    request: async (name, input) => await (await (sample ?? own)).request(name, input),
    requestOwn: async (name, input) => await (await own).request(name, input),
    onEvent: (listener) => void listeners.push(listener),
    openSample: () =>
      inTurn(async () => {
        if (sample !== undefined) return;
        const opened = openOne('sample');
        sample = opened;
        try {
          const engine = await opened;
          tell({ type: 'profile-changed', profile: 'sample' });
          await fillSample(engine, options.sampleDir);
        } catch (error) {
          await leaveSample();
          throw error;
        }
      }),
    closeSample: () => inTurn(leaveSample),
    close: async () => {
      await lastSwitch;
      await Promise.all([own, sample].map(async (engine) => await closeQuietly(engine)));
    },
  };
}

/** An engine that could not be opened has nothing to close. */
async function closeQuietly(engine: Promise<ProfileEngine> | undefined): Promise<void> {
  const opened = await engine?.catch(() => undefined);
  await opened?.close();
}

async function fillSample(engine: ProfileEngine, sampleDir: string): Promise<void> {
  const { ownerConfirmed, messageCount } = await engine.request('status.get', {});
  if (ownerConfirmed && messageCount > 0) return;
  // The owner first: only then is it known which of the messages were sent.
  await engine.request('owner.confirm', { owner: await sampleOwner(sampleDir) });
  await engine.request('import.run', { paths: [path.join(sampleDir, 'mailbox.mbox')] });
}

async function sampleOwner(sampleDir: string): Promise<RequestInput<'owner.confirm'>['owner']> {
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
