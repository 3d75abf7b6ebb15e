/**
 * The part of Gmail's search language that programs use: `from: to: cc: subject: rfc822msgid: in: is: label: after: before:`,
 * words, quotes and `-`.
 *
 * An operator that is not known here is an error of the test, not an empty answer: silence would make it pass.
 */
export interface Searchable {
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly subject: string;
  readonly messageId: string;
  readonly at: number;
  readonly labels: ReadonlySet<string>;
}

export interface SearchContext {
  readonly ownerAddresses: readonly string[];
  readonly labelIdNamed: (name: string) => string | undefined;
}

type Test = (message: Searchable) => boolean;

const isHidden = (message: Searchable): boolean => message.labels.has('SPAM') || message.labels.has('TRASH');

function dateOf(value: string): number {
  if (/^\d{9,}$/.test(value)) return Number(value) * 1000;
  const [year = 0, month = 1, day = 1] = value.split(/[/-]/).map(Number);
  return Date.UTC(year, month - 1, day);
}

function placeTest(place: string): Test {
  if (place === 'anywhere') return () => true;
  if (place === 'archive') return (message) => !message.labels.has('INBOX') && !isHidden(message);
  const id = place === 'drafts' ? 'DRAFT' : place === 'chats' ? 'CHAT' : place.toUpperCase();
  return (message) => message.labels.has(id);
}

function operatorTest(operator: string, value: string, { ownerAddresses, labelIdNamed }: SearchContext): Test {
  const has = (field: (message: Searchable) => string): Test => {
    const wanted = value === 'me' ? ownerAddresses : [value];
    return (message) => wanted.some((one) => field(message).includes(one));
  };
  switch (operator) {
    case 'from':
      return has((message) => message.from);
    case 'to':
      return has((message) => `${message.to} ${message.cc} ${message.bcc}`);
    case 'cc':
      return has((message) => message.cc);
    case 'subject':
      return has((message) => message.subject.toLowerCase());
    case 'rfc822msgid':
      return (message) => message.messageId === (value.startsWith('<') ? value : `<${value}>`);
    case 'in':
      return placeTest(value);
    case 'is':
      if (value === 'read') return (message) => !message.labels.has('UNREAD');
      return (message) => message.labels.has(value.toUpperCase());
    case 'label': {
      const id = labelIdNamed(value) ?? value.toUpperCase();
      return (message) => message.labels.has(id);
    }
    case 'after':
      return (message) => message.at >= dateOf(value);
    case 'before':
      return (message) => message.at < dateOf(value);
    default:
      throw new Error(`the test server does not know the search operator ${operator}:`);
  }
}

/** A test of one message; spam and trash only match where the query asks for them. */
export function readQuery(q: string, context: SearchContext, includeSpamTrash: boolean): Test {
  const tests: Test[] = [];
  let wantsHidden = includeSpamTrash;
  for (const [, minus, operator, quoted, bare] of q.matchAll(/(-?)(?:([a-z0-9]+):)?(?:"([^"]*)"|(\S+))/gi)) {
    const value = operator === 'rfc822msgid' ? (quoted ?? bare ?? '') : (quoted ?? bare ?? '').toLowerCase();
    if (operator === undefined) {
      tests.push(
        (message) =>
          `${message.from} ${message.to} ${message.subject}`.toLowerCase().includes(value) !== (minus === '-'),
      );
      continue;
    }
    if (operator.toLowerCase() === 'in' && minus !== '-' && ['anywhere', 'spam', 'trash'].includes(value))
      wantsHidden = true;
    const test = operatorTest(operator.toLowerCase(), value, context);
    tests.push(minus === '-' ? (message) => !test(message) : test);
  }
  return (message) => (wantsHidden || !isHidden(message)) && tests.every((test) => test(message));
}
