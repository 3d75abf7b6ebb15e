/**
 * Builds `window.acquaint` from the contract.
 *
 * Runs sandboxed, in the main frame only. Nothing of Electron's is handed out: no ipcRenderer, no event object, no channel
 * name that the page could choose.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import {
  type AcquaintBridge,
  type Answer,
  CHOSEN_FILE_CHANNEL,
  EVENT_CHANNEL,
  REQUEST_CHANNEL,
} from '#core/contract/bridge.ts';
import type { AppEvent } from '#core/contract/events.ts';
import type { RequestInput, RequestName, RequestResult } from '#core/contract/requests.ts';

const bridge: AcquaintBridge = {
  request: <Name extends RequestName>(name: Name, input: RequestInput<Name>) =>
    ipcRenderer.invoke(REQUEST_CHANNEL, name, input) as Promise<Answer<RequestResult<Name>>>,
  onEvent: (listener) => {
    const forward = (_event: unknown, event: AppEvent) => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => void ipcRenderer.off(EVENT_CHANNEL, forward);
  },
  pathForFile,
  platform: process.platform as AcquaintBridge['platform'],
};

/** The path is known to be the user's choice only here: a page can make a File, but none that has a path. */
function pathForFile(file: object): string {
  try {
    const path = webUtils.getPathForFile(file as File);
    if (path !== '') ipcRenderer.send(CHOSEN_FILE_CHANNEL, path);
    return path;
  } catch {
    // Not a file: it has no path.
    return '';
  }
}

contextBridge.exposeInMainWorld('acquaint', bridge);
