/** Requests of the engine: passed on as they are, but for what only this process knows. */
import { ENGINE_REQUESTS, type EngineRequestName, type RequestInput } from '#core/contract/requests.ts';
import type { StatusView } from '#core/contract/views.ts';
import type { Engine } from '#main/engine/engine.ts';
import type { ChosenFiles } from './chosen-files.ts';
import type { RequestHandlers } from './serve-request.ts';

export interface ProfileInFront extends Pick<Engine, 'request'> {
  inFront(): StatusView['profile'];
}

export function engineHandlers(profile: ProfileInFront, chosen: ChosenFiles): Pick<RequestHandlers, EngineRequestName> {
  const names = Object.keys(ENGINE_REQUESTS) as EngineRequestName[];
  const passedOn = Object.fromEntries(
    names.map((name) => [name, (input: RequestInput<typeof name>) => profile.request(name, input)]),
  ) as Pick<RequestHandlers, EngineRequestName>;
  return {
    ...passedOn,
    // An engine knows its folder only; which of the profiles that is, is known here.
    'status.get': async (input) => ({ ...(await profile.request('status.get', input)), profile: profile.inFront() }),
    'import.run': async (input) => {
      chosen.check(input.paths);
      return await profile.request('import.run', input);
    },
  };
}
