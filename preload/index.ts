/**
 * Builds `window.acquaint` from the contract.
 *
 * Runs sandboxed, in the main frame only. Nothing of Electron's is handed out: no ipcRenderer, no event object, no channel
 * name that the page could choose.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type AcquaintBridge, type Answer, EVENT_CHANNEL, REQUEST_CHANNEL } from '#core/contract/bridge.ts';
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

function pathForFile(file: object): string {
  try {
    return webUtils.getPathForFile(file as File);
  } catch {
    // Not a file: it has no path.
    return '';
  }
}

contextBridge.exposeInMainWorld('acquaint', bridge);
