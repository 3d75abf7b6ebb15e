/**
 * Run a program and wait for it.
 *
 * Ctrl-C reaches the whole foreground group, so the child gets it too; SIGTERM and SIGHUP reach only this process and are
 * passed on. Either way this process stays until the child has ended, and answers with the child's own exit code.
 */
import { spawn } from 'node:child_process';
import os from 'node:os';
import { projectDir } from './places.mjs';

const passedOn = ['SIGTERM', 'SIGHUP'];

/** Exit code of the program: 128 + n when a signal ended it, as shells have it. Throws when it cannot be started. */
export function run(program, args, { cwd = projectDir, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: 'inherit' });
    const stayForTheChild = () => {};
    const passOn = (signal) => child.kill(signal);
    process.on('SIGINT', stayForTheChild);
    for (const signal of passedOn) process.on(signal, passOn);
    const letGo = () => {
      process.off('SIGINT', stayForTheChild);
      for (const signal of passedOn) process.off(signal, passOn);
    };
    child.on('error', (error) => {
      letGo();
      reject(error);
    });
    child.on('close', (code, signal) => {
      letGo();
      resolve(code ?? 128 + (os.constants.signals[signal] ?? 0));
    });
  });
}

/** Exit code and output of a program that has something to tell. A program that is not there answers with code 127. */
export function ask(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: projectDir,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...shellFor(program),
      ...options,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.on('error', () => resolve({ code: 127, output }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** On Windows npm is a .cmd file, which only a shell can start. */
function shellFor(program) {
  return process.platform === 'win32' && program === 'npm' ? { shell: true } : {};
}
