/** A mailbox to measure on. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const GENERATOR = fileURLToPath(new URL('../../../../shared/tools/generate-mailbox.py', import.meta.url));

/** Returns the path of a Maildir with `count` messages below `folder`. */
export async function makeMailbox(count: number, folder: string): Promise<string> {
  const maildir = join(folder, 'maildir');
  if (existsSync(GENERATOR) && spawnSync('python3', ['--version']).status === 0) {
    const made = spawnSync('python3', [GENERATOR, String(count), folder]);
    if (made.status === 0) return maildir;
  }
  console.log('(own mailbox: ../shared/tools/generate-mailbox.py is not there)');
  mkdirSync(join(maildir, 'cur'), { recursive: true });
  mkdirSync(join(maildir, 'new'), { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const at = 1_600_000_000 + index * 7000;
    writeFileSync(join(maildir, 'cur', `${at}.M${index}.host:2,S`), messageOf(index, at));
  }
  return maildir;
}

/** Two in three are newsletters with HTML, the others letters; every 25th has an attachment. */
function messageOf(index: number, at: number): string {
  const isNews = index % 3 !== 0;
  const sender = isNews ? `news@shop${index % 300}.example` : `person${index % 700}@people.example`;
  const headers = [
    ...Array.from(
      { length: 3 },
      (_, hop) =>
        `Received: from mx${hop}.example by in${hop}.example with ESMTPS id ${index}; ${new Date(at * 1000).toUTCString()}`,
    ),
    `From: Sender ${index % 700} <${sender}>`,
    'To: Me Myself <me@example.org>',
    `Subject: ${wordsOf(index, 7)}`,
    `Date: ${new Date(at * 1000).toUTCString()}`,
    `Message-ID: <${index}@bench.example>`,
    'MIME-Version: 1.0',
    ...(isNews ? [`List-Unsubscribe: <https://shop.example/u/${index}>`, 'Precedence: bulk'] : []),
    'Content-Type: multipart/mixed; boundary=q',
  ];
  const text = wordsOf(index, isNews ? 500 : 90);
  const parts = [
    `Content-Type: text/plain; charset=UTF-8\r\n\r\n${text}`,
    ...(isNews
      ? [
          `Content-Type: text/html; charset=UTF-8\r\n\r\n${text
            .split('\r\n')
            .map((line) => `<p style="font-family:Arial;font-size:14px">${line}</p>`)
            .join('\r\n')}`,
        ]
      : []),
    ...(index % 25 === 0
      ? [
          `Content-Type: application/pdf; name="a.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${'QUJD'.repeat(19)}\r\n`.repeat(900)}`,
        ]
      : []),
  ];
  return `${headers.join('\r\n')}\r\n\r\n${parts.map((part) => `--q\r\n${part}\r\n`).join('')}--q--\r\n`;
}

/** Words whose frequency falls as in a language: few common ones, many rare ones. */
function wordsOf(seed: number, count: number): string {
  const words: string[] = [];
  let state = seed + 1;
  for (let index = 0; index < count; index += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const rank = Math.floor(60_000 ** (state / 2 ** 32));
    words.push(
      rank.toString(36).replaceAll(/\d/g, 'ae') + (rank % 3 === 0 ? 'ing' : 'o'),
      index % 12 === 11 ? '\r\n' : ' ',
    );
  }
  return words.join('').trim();
}
