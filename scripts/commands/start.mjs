/** `npm start [-- args…]`: the built app in a window. Arguments go to the app; its exit code is the answer. */
import { createRequire } from 'node:module';
import { buildApp } from '../set-up/build-app.mjs';
import { hasDisplay, withDisplay } from '../set-up/display.mjs';
import { ownEnvironment } from '../set-up/own-node.mjs';
import { inProject } from '../set-up/places.mjs';
import { provideElectron } from '../set-up/provide-electron.mjs';
import { run } from '../set-up/run-command.mjs';
import { needsOfStart, provideSystemLibraries } from '../set-up/system-libraries.mjs';

export async function carryOut(args) {
  await provideSystemLibraries(needsOfStart({ display: hasDisplay() }));
  const electron = await provideElectron();
  await buildApp();
  return await withDisplay((display) => {
    Object.assign(process.env, electron);
    const program = createRequire(inProject('package.json'))('electron');
    return run(program, ['.', ...flagsForRoot(), ...args], { env: ownEnvironment(display) });
  });
}

/** Chromium's sandbox cannot work as root; everybody else keeps it. */
function flagsForRoot() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
