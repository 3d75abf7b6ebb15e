/** Where the parts of the installed app and the user's profile are. */
import path from 'node:path';

export interface Places {
  /** The built window: index.html and what it loads. */
  readonly rendererDir: string;
  readonly preloadFile: string;
  /** The engine's built worker threads. */
  readonly workers: { readonly writer: string; readonly reader: string; readonly parse: string };
  /** The sample mailbox that comes with the app; may be absent in a development checkout. */
  readonly sampleDir: string;
}

/** `appDir` is the project's folder or the packaged app.asar; `resourcesDir` is beside the latter. */
export function placesOf(app: {
  readonly appDir: string;
  readonly resourcesDir: string;
  readonly isPackaged: boolean;
}): Places {
  const out = path.join(app.appDir, 'out');
  return {
    rendererDir: path.join(out, 'renderer'),
    preloadFile: path.join(out, 'preload', 'index.cjs'),
    workers: {
      writer: path.join(out, 'main', 'writer-worker.cjs'),
      reader: path.join(out, 'main', 'reader-worker.cjs'),
      parse: path.join(out, 'main', 'parse-worker.cjs'),
    },
    sampleDir: app.isPackaged ? path.join(app.resourcesDir, 'sample') : path.join(app.appDir, 'resources', 'sample'),
  };
}

/** The folder named by `--profile=DIR`, absolute; undefined where none is named. The last one counts. */
export function profileArgument(argv: readonly string[], workingDir: string): string | undefined {
  const flag = '--profile=';
  const named = argv.findLast((argument) => argument.startsWith(flag))?.slice(flag.length);
  return named === undefined || named === '' ? undefined : path.resolve(workingDir, named);
}
