/** What became of an action, in the user's words, and never more than is true. */
import type { Action, Step } from '#main/store/outbox.ts';

/** Steps that only follow what the action is about. */
function isAside({ plan }: Step, action: Action): boolean {
  return plan.type === 'labels' && action.steps.length > 1;
}

/** Of a finished action; failures are told by its error. */
export function outcomeOf(action: Action): string {
  const main = action.steps.filter((step) => !isAside(step, action));
  const done = main.filter(({ state }) => state === 'done');
  const said = [...new Set(done.map(({ outcome }) => outcome))];
  const failed = main.length - done.length;
  const words = said.length <= 3 ? said.join('; ') : `${said.slice(0, 2).join('; ')} and ${said.length - 2} more`;
  const failures =
    failed === 0 ? '' : `${failed} of ${main.length} failed and ${failed === 1 ? 'was' : 'were'} put back`;
  return [words, failures].filter((part) => part !== '').join('. ');
}
