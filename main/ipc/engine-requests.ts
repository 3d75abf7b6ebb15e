/** Requests of the engine, passed on as they are. */
import {
  ENGINE_REQUESTS,
  type EngineRequestName,
  type RequestInput,
  type RequestResult,
} from '#core/contract/requests.ts';
import type { RequestHandlers } from './register.ts';

export interface AsksEngine {
  /** Of whichever profile is open. */
  request<Name extends EngineRequestName>(name: Name, input: RequestInput<Name>): Promise<RequestResult<Name>>;
}

export function engineHandlers(engine: AsksEngine): Pick<RequestHandlers, EngineRequestName> {
  const names = Object.keys(ENGINE_REQUESTS) as EngineRequestName[];
  const handlers = names.map((name) => [name, (input: RequestInput<typeof name>) => engine.request(name, input)]);
  return Object.fromEntries(handlers) as Pick<RequestHandlers, EngineRequestName>;
}
