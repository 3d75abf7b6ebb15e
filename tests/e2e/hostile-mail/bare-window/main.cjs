/** An Electron app without any wall of ours: shows that the attacks of the tests are real. */
'use strict';
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 900, height: 700 });
  void window.loadURL('about:blank');
});
