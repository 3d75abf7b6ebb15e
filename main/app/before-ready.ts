/** What must be settled before Electron is ready: later it has no effect. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { app, dialog, protocol } from 'electron';
import { APP_SCHEME } from './app-files.ts';
import { profileArgument } from './places.ts';

/**
 * The folder of the user's profile.
 *
 * Undefined where another instance has it open, which then comes to the front, or where it cannot be used, which the user
 * has been told.
 */
export function claimProfile(): string | undefined {
  // Whatever this process writes, Chromium's files too, is the user's alone.
  process.umask(0o077);
  const profileDir = profileArgument(process.argv, process.cwd()) ?? app.getPath('userData');
  try {
    mkdirSync(profileDir, { recursive: true, mode: 0o700 });
    accessSync(profileDir, constants.W_OK);
  } catch {
    dialog.showErrorBox(
      'Acquaint cannot use this folder',
      `Your mail would be kept in ${profileDir}, which cannot be written to.\nGive yourself the right to write there, or start Acquaint with --profile=FOLDER.`,
    );
    return undefined;
  }
  app.setPath('userData', profileDir);
  return app.requestSingleInstanceLock() ? profileDir : undefined;
}

/** The walls that stand around Chromium as a whole. */
export function raiseWalls(): void {
  // Only a developer who is root passes --no-sandbox, because Chromium's sandbox cannot work there; contradicting it would
  // keep every child process from starting. The window asks for the sandbox by itself as well.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // The window's network is denied request by request (session.ts). These deny what is no request there: looking up names
  // and opening connections ahead of time, and Chromium's own errands. The engine has Node's network, which they leave alone.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('dns-prefetch-disable');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('no-pings');
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}
