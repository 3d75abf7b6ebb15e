/** Handing a link to the system: its browser, its mail program. */
import { shell } from 'electron';
import { AppError } from '#core/contract/app-error.ts';
import { externalTarget } from './external-links.ts';

/** Throws `not-allowed` where the link may not be opened, `not-found` where the system has nothing that opens it. */
export async function openLink(url: string): Promise<void> {
  const target = externalTarget(url);
  if (target === undefined) {
    throw new AppError({
      kind: 'not-allowed',
      message: 'This link is not opened: it leads neither to a web page nor to a mail address.',
      cure: 'Copy it if you are sure of it.',
    });
  }
  try {
    await shell.openExternal(target);
  } catch (error) {
    throw new AppError(
      {
        kind: 'not-found',
        message: 'Your system could not open this link.',
        cure: 'Copy its address into your browser, or choose a default browser in the system settings.',
      },
      { cause: error },
    );
  }
}
