/**
 * The end of a run: what failed by name, then the plain line that sums it all up, alone and last.
 */

/** Print the summary of `{ name, passed, failed, skipped }`s; the exit code is the answer. */
export function summarise(results) {
  const failed = results.filter((result) => result.failed > 0);
  console.log('');
  for (const { name } of failed) console.log(`failed: ${name}`);
  const sum = (count) => results.reduce((total, result) => total + result[count], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  return failed.length > 0 ? 1 : 0;
}
