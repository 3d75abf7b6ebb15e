/**
 * The switches burnt into the packaged Electron (docs/decisions/security-walls.md): packaging flips them with
 * `flipFuses(executable, FUSES)`.
 *
 * All are named, so that a fuse which a new Electron brings stops the packaging until somebody has decided on it.
 */
import { type FuseConfig, FuseV1Options, FuseVersion } from '@electron/fuses';

export const FUSES: FuseConfig = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  // The app must not be usable as a Node that runs anything under its name and with its rights.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // Code comes from the archive that was signed, and from nowhere beside it.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // The window is served by app://; nothing of ours is a file: page.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // There should be no cookies; if there ever are, they are not for other programs.
  [FuseV1Options.EnableCookieEncryption]: true,
  // As Electron has them.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
};
