/** `POST /batch/gmail/v1`: several calls in one multipart body; each part has its own status. */
import { readHeaderFields, headerOf } from './mime-tree.ts';

export interface PartCall {
  readonly httpMethod: string;
  readonly target: string;
  readonly body: string;
  readonly contentId: string;
}

export interface PartAnswer {
  readonly status: number;
  readonly body: string;
}

function boundaryOf(contentType: string): string {
  return /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)?.slice(1).find(Boolean) ?? '';
}

/** The calls of a batch in order; at most 100, as at Google. */
export function readBatch(contentType: string, body: string): PartCall[] {
  const boundary = boundaryOf(contentType);
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const text = part.replace(/^\r?\n/, '');
      const [outer = '', ...rest] = text.split(/\r?\n\r?\n/);
      const inner = rest.join('\r\n\r\n');
      const [requestLine = '', ...lines] = inner.split(/\r?\n/);
      const [httpMethod = '', target = ''] = requestLine.trim().split(' ');
      const empty = lines.indexOf('');
      return {
        httpMethod,
        target,
        contentId: headerOf(readHeaderFields(outer), 'Content-ID'),
        body:
          empty === -1
            ? ''
            : lines
                .slice(empty + 1)
                .join('\n')
                .trim(),
      };
    });
}

export function writeBatchAnswer(
  boundary: string,
  answers: readonly { readonly call: PartCall; readonly answer: PartAnswer }[],
): string {
  const parts = answers.map(({ call, answer }) =>
    [
      `--${boundary}`,
      'Content-Type: application/http',
      ...(call.contentId ? [`Content-ID: <response-${call.contentId.replace(/^<|>$/g, '')}>`] : []),
      '',
      `HTTP/1.1 ${answer.status} ${answer.status < 400 ? 'OK' : 'Error'}`,
      'Content-Type: application/json; charset=UTF-8',
      '',
      answer.body,
      '',
    ].join('\r\n'),
  );
  return `${parts.join('')}--${boundary}--\r\n`;
}
