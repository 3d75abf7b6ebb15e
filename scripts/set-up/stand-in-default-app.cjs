/**
 * Stands in for Electron's own default app in the assembled runtime: `electron [-r MODULE]… [--flag]… PATH [args…]`.
 *
 * A packaged app's runtime has no default app, so this file is put at resources/app/main.js there. It does what
 * Electron's default_app/main.ts does: load the `-r` modules (Playwright's loader comes that way), take name and version
 * from PATH/package.json, then run that package.
 */
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { app } = require('electron');

let packageDir;
const preloaded = [];
const args = process.argv.slice(1);
for (let i = 0; i < args.length && packageDir === undefined; i++) {
  if (args[i] === '-r' || args[i] === '--require') preloaded.push(args[++i]);
  else if (!args[i].startsWith('-')) packageDir = path.resolve(args[i]);
}
if (packageDir === undefined) {
  console.error('electron: no path to an app given');
  process.exit(1);
}

for (const file of preloaded) require(path.resolve(file));

const manifest = JSON.parse(fs.readFileSync(path.join(packageDir, 'package.json'), 'utf8'));
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
app.setName(manifest.productName || manifest.name);
app.setVersion(manifest.version);
app.setDesktopName(`${app.name}.desktop`);
app.setAppPath(packageDir);
require(path.resolve(packageDir, manifest.main));
