/** `npm run cli -- …`: the same engine without a window. Answers go to stdout as JSON, progress and errors to stderr. */
import { run } from './cli/run.ts';

process.exitCode = await run(process.argv.slice(2));
