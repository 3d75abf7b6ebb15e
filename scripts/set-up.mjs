/**
 * Makes a fresh machine able to run and to test Acquaint, then does what was asked:
 *
 *   node scripts/set-up.mjs start|test|check|build|cli|bench [args…]
 *
 * It starts on any Node from 18 on with nothing installed. Its first step installs the dependencies, a Node 24 among them;
 * from then on everything runs on that Node. Each step says in one line what it does, does nothing when there is nothing
 * to do, and can be killed and run again at any point.
 */
import { fileURLToPath } from 'node:url';
import { SetUpError } from './set-up/announce.mjs';
import { installDependencies } from './set-up/install-dependencies.mjs';
import { handOverToOwnNode, runsOnOwnNode } from './set-up/own-node.mjs';

const commands = ['start', 'test', 'check', 'build', 'cli', 'bench'];
const [command, ...args] = process.argv.slice(2);

if (!commands.includes(command)) {
  console.error(`Say what to do: npm start, npm test, or npm run ${commands.slice(2).join(', npm run ')}.`);
  process.exit(2);
}
try {
  await installDependencies();
  if (command !== 'cli' && !runsOnOwnNode()) {
    process.exitCode = await handOverToOwnNode([fileURLToPath(import.meta.url), command, ...args]);
  } else {
    const { carryOut } = await import(`./commands/${command}.mjs`);
    process.exitCode = await carryOut(args);
  }
} catch (error) {
  if (!(error instanceof SetUpError)) throw error;
  console.error(`set-up: ${error.message}`);
  process.exitCode = 1;
}
