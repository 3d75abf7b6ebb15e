/** Composes the app: one instance, one profile in front, one window, and the walls around what it shows. */
import path from 'node:path';
import { app } from 'electron';
import { openEngine } from '#main/engine/engine.ts';
import { isAppUrl } from './app/app-files.ts';
import { claimProfile, raiseWalls } from './app/before-ready.ts';
import { tellConnectivity } from './app/connectivity.ts';
import { chooseClientFile, chooseMail } from './app/file-dialogs.ts';
import { endWithWindows } from './app/lifecycle.ts';
import { setMenu } from './app/menu.ts';
import { openLink } from './app/open-link.ts';
import { placesOf } from './app/places.ts';
import { openProfiles } from './app/profiles.ts';
import { loadImages } from './app/remote-images.ts';
import { prepareSession } from './app/session.ts';
import { mainWindow } from './app/window.ts';
import { createChosenFiles } from './ipc/chosen-files.ts';
import { engineHandlers } from './ipc/engine-requests.ts';
import { registerChosenFiles, registerRequests } from './ipc/register.ts';
import { shellHandlers } from './ipc/shell-requests.ts';

const profileDir = claimProfile();
if (profileDir === undefined) app.quit();
else {
  raiseWalls();
  void compose(profileDir);
}

async function compose(profileDir: string): Promise<void> {
  const places = placesOf({
    appDir: app.getAppPath(),
    resourcesDir: process.resourcesPath,
    isPackaged: app.isPackaged,
  });
  const devTools = !app.isPackaged;
  const profileDirs = { own: profileDir, sample: path.join(profileDir, 'sample') };
  const profiles = openProfiles({
    open: (profile) =>
      openEngine({
        profileDir: profileDirs[profile],
        workers: places.workers,
        background: true,
        isSample: profile === 'sample',
      }),
    sampleDir: places.sampleDir,
  });

  await app.whenReady();
  setMenu({ devTools });
  const session = prepareSession({ rendererDir: places.rendererDir, devTools });
  const window = mainWindow({ session, preloadFile: places.preloadFile, profileDir });
  endWithWindows({ show: () => window.show(), close: () => profiles.close() });
  profiles.onEvent((event) => {
    // A page that the user has just asked for. Where the system cannot open it, the window shows its address.
    if (event.type === 'open-url') {
      openLink(event.url).catch(() => window.send({ type: 'link-clicked', url: event.url }));
    }
    window.send(event);
  });
  const gate = { ownContents: () => window.current()?.webContents, isOwnPage: isAppUrl };
  const chosen = createChosenFiles();
  registerChosenFiles(gate, chosen);
  registerRequests(gate, {
    ...engineHandlers(profiles, chosen),
    ...shellHandlers({
      choosePaths: async (what) => await chooseMail(window.current(), what),
      chooseClientFile: async () => await chooseClientFile(window.current()),
      importPaths: async (paths) => await profiles.request('import.run', { paths: [...paths] }),
      openLink,
      loadImages,
      openSample: () => profiles.openSample(),
      closeSample: () => profiles.closeSample(),
      setTheme: (theme) => window.setTheme(theme),
    }),
  });
  window.show();
  tellConnectivity((online) => void profiles.requestOwn('network.changed', { online }).catch(() => undefined));
}
