/** The menu: what every program has, in the places where each system has it. Acquaint's own commands are in the window. */
import { app, Menu, type MenuItemConstructorOptions } from 'electron';

/** `devTools`: whether the developer tools can be opened; never in the packaged app. */
export function setMenu(options: { readonly devTools: boolean }): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate({ ...options, mac: process.platform === 'darwin', name: app.name })),
  );
}

function menuTemplate(options: {
  readonly devTools: boolean;
  readonly mac: boolean;
  readonly name: string;
}): MenuItemConstructorOptions[] {
  const appMenu: MenuItemConstructorOptions = { label: options.name, role: 'appMenu' };
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    ...(options.devTools ? ([{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }] as const) : []),
  ];
  return [
    ...(options.mac ? [appMenu] : []),
    { role: 'fileMenu' },
    { role: 'editMenu' },
    { label: 'View', submenu: view },
    { role: 'windowMenu' },
  ];
}
