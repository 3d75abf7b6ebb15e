/**
 * A display to open windows on: the one that is there, or on a Linux machine without one a virtual X server (Xvfb).
 *
 * Xvfb picks a free display number itself and tells it on a pipe. Only who has the cookie may connect: the windows show
 * somebody's mail, and other users of the machine could read along otherwise.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { announce, SetUpError } from './announce.mjs';

export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Do something with a display: `work` gets the environment variables that name it. */
export async function withDisplay(work) {
  if (hasDisplay()) return await work({});
  announce('no display here, so the windows open on a virtual one');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'acquaint-display-'));
  const XAUTHORITY = path.join(folder, 'cookie');
  writeFileSync(XAUTHORITY, authorityFile(randomBytes(16)), { mode: 0o600 });
  const server = startServer(XAUTHORITY);
  try {
    const DISPLAY = await displayOf(server);
    return await work({ DISPLAY, XAUTHORITY });
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Detached: Ctrl-C must reach the window, which then closes, before its display goes away. */
function startServer(XAUTHORITY) {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp', '-auth', XAUTHORITY];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true });
  process.on('exit', () => server.kill());
  return server;
}

function displayOf(server) {
  return new Promise((resolve, reject) => {
    const fail = () =>
      reject(new SetUpError('Xvfb did not start.', 'Install it (Debian: apt-get install xvfb), or set DISPLAY.'));
    server.on('error', fail);
    server.on('exit', fail);
    let number = '';
    server.stdio[3].on('data', (chunk) => {
      number += chunk;
      if (number.endsWith('\n')) resolve(`:${number.trim()}`);
    });
  });
}

/** One entry of an Xauthority file: FamilyWild (any host), any display, MIT-MAGIC-COOKIE-1. */
function authorityFile(cookie) {
  const counted = (bytes) => Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
  const familyWild = Buffer.from([0xff, 0xff]);
  const none = Buffer.alloc(0);
  return Buffer.concat([
    familyWild,
    counted(none),
    counted(none),
    counted(Buffer.from('MIT-MAGIC-COOKIE-1')),
    counted(cookie),
  ]);
}
