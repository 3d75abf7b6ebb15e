/** `npm run build`: the app in out/, unless it is there already. */
import { buildApp } from '../set-up/build-app.mjs';

export async function carryOut() {
  await buildApp();
  return 0;
}
