/** Small pictures for tests, and mail that brings them. */

/** A picture of one colour that can really be shown, 8 × 8. */
export const RED_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGM4Y2yMFTEMLQkACspMgdVP2G4AAAAASUVORK5CYII=',
  'base64',
);

export interface PicturePart {
  readonly contentId: string;
  readonly bytes: Uint8Array;
  readonly type?: string;
}

/** Headers and body of a multipart/related message (RFC 2387), lines ending with LF. */
export function relatedMail(headers: readonly string[], html: string, pictures: readonly PicturePart[]): string {
  const parts = pictures.map(({ contentId, bytes, type = 'image/png' }) => [
    '--related',
    `Content-Type: ${type}; name="picture"`,
    'Content-Transfer-Encoding: base64',
    `Content-ID: <${contentId}>`,
    'Content-Disposition: inline',
    '',
    (
      Buffer.from(bytes)
        .toString('base64')
        .match(/.{1,76}/g) ?? []
    ).join('\n'),
  ]);
  return [
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary=related; type="text/html"',
    '',
    '--related',
    'Content-Type: text/html; charset=utf-8',
    '',
    html,
    ...parts.flat(),
    '--related--',
    '',
  ].join('\n');
}
