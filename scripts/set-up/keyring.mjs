/**
 * A real, unlocked keyring for the tests on Linux, that is not the user's own.
 *
 * A D-Bus session of its own holds a gnome-keyring-daemon whose files lie in a temporary folder and go with it.
 * On macOS and Windows the system's keychain is used as it is.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from './run-command.mjs';

/** Run a program with the keyring; its exit code is the answer. */
export async function runWithKeyring(program, args, env) {
  if (process.platform !== 'linux') return await run(program, args, { env });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'acquaint-keyring-'));
  try {
    const session = ['-c', openSession, 'bash', unlockAndRun, program, ...args];
    return await run('bash', session, { env: { ...env, ACQUAINT_KEYRING_DIR: folder } });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The bus reports on stderr whatever it does; what runs inside keeps the real one. */
const openSession = `
  exec 3>&2 2>/dev/null
  exec dbus-run-session -- bash -c 'exec 2>&3 3>&-; script=$1; shift; eval "$script"' bash "$@"
`;

/** The daemon alone gets the temporary folders: where the user's own daemon is found, it would answer instead. */
const unlockAndRun = `
  set -e
  keyring() { XDG_DATA_HOME="$ACQUAINT_KEYRING_DIR" XDG_RUNTIME_DIR="$ACQUAINT_KEYRING_DIR" gnome-keyring-daemon "$@"; }
  echo -n tests | keyring --foreground --unlock --components=secrets >/dev/null 2>&1 &
  daemon=$!
  trap 'kill $daemon 2>/dev/null || true' EXIT
  for attempt in $(seq 100); do
    dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets \
      2>/dev/null | grep -q 'boolean true' && break
    sleep 0.05
  done
  "$@"
`;
