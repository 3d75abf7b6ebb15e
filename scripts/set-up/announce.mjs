/**
 * What the set-up says, and how it gives up.
 *
 * Everything goes to stderr: stdout belongs to the command that is run in the end (`npm run cli` prints data there).
 */

export function announce(text) {
  process.stderr.write(`set-up: ${text}\n`);
}

/** A step that cannot go on: what is wrong, and what the person at the keyboard can do about it. */
export class SetUpError extends Error {
  constructor(problem, remedy) {
    super(`${problem}\n  ${remedy}`);
    this.name = 'SetUpError';
  }
}
