/** The OAuth client that a user makes in Google's console, read from the JSON file that the console lets him or her download. */
import { z } from 'zod';
import { AppError } from '#core/contract/app-error.ts';

/** A desktop client's "secret" is none (RFC 8252 §8.5): Google asks for it all the same. */
export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

const clientSchema = z.object({ client_id: z.string().min(1).max(300), client_secret: z.string().min(1).max(300) });
const fileSchema = z.union([
  z.object({ installed: clientSchema }),
  z.object({ web: z.looseObject({}) }),
  z.object({ type: z.literal('service_account') }),
]);

const HOW_TO_MAKE_ONE =
  'In Google Cloud’s console open “Clients”, create an OAuth client of type “Desktop app”, download its JSON file and choose that file.';

/**
 * Throws `invalid-input` for anything but a desktop client.
 *
 * The addresses that the file names (`auth_uri`, `token_uri`) are not read: a forged file must not be able to send tokens
 * elsewhere.
 */
export function readClientFile(json: string): OAuthClient {
  const file = fileSchema.safeParse(parsed(json));
  if (!file.success) throw unusable('This is not a client file of Google’s console.');
  if ('web' in file.data)
    throw unusable('This is a client of type “Web application”; Acquaint needs one of type “Desktop app”.');
  if ('type' in file.data)
    throw unusable('This is the key of a service account; Acquaint needs an OAuth client of type “Desktop app”.');
  const { client_id: clientId, client_secret: clientSecret } = file.data.installed;
  return { clientId, clientSecret };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function unusable(message: string): AppError {
  return new AppError({ kind: 'invalid-input', message, cure: HOW_TO_MAKE_ONE });
}
