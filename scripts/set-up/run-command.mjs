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
export function run(program, args, { cwd = projectDir, env = process.env, stdio = 'inherit', timeoutMs } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio, timeout: timeoutMs, ...shellFor(program) });
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

/** Run a step of the set-up: what it prints goes to stderr. */
export function runStep(program, args, options = {}) {
  return run(program, args, { stdio: ['ignore', 2, 2], ...options });
}

/** Exit code and output of a program that has something to tell. A program that is not there answers with code 127. */
export async function ask(program, args, options = {}) {
  return await new Promise((resolve) => {
    const child = spawn(program, args, { cwd: projectDir, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', () => resolve({ code: 127, output }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** On Windows npm is a .cmd file, which only a shell can start. */
function shellFor(program) {
  return process.platform === 'win32' && program === 'npm' ? { shell: true } : {};
}
