/** Who is who in the played engine: people found, joined, split, and all of it taken back. */
import { AppError } from '#core/contract/app-error.ts';
import type { RequestInput, RequestName, RequestResult } from '#core/contract/requests.ts';
import type { FoundPerson, SenderView } from '#core/contract/views.ts';
import type { FakeMessage } from './fake-mail.ts';

type Said = RequestInput<'person.tell'>;
type PeopleRequest = 'people.search' | 'person.preview' | 'person.tell' | 'person.takeBack';
type Handlers = { readonly [Name in PeopleRequest & RequestName]: (input: RequestInput<Name>) => RequestResult<Name> };

export interface FakePeople {
  readonly handlers: Handlers;
  /** A sender's page with what the user said about it. */
  readonly withWords: (sender: SenderView) => SenderView;
}

export function createFakePeople(mailbox: readonly FakeMessage[], onChange: () => void): FakePeople {
  let words: readonly { readonly id: number; readonly said: Said; readonly isTakenBack: boolean }[] = [];
  const people: readonly FoundPerson[] = [
    ...new Map(
      mailbox.map(({ view, item }) => [
        view.personId,
        {
          personId: view.personId,
          name: view.from.name,
          addresses: [view.from.address],
          strength: item.strength,
          lastContactAt: view.receivedAt,
        },
      ]),
    ).values(),
  ];
  const find = (address: string): FoundPerson => {
    const found = people.find(({ addresses }) => addresses.includes(address));
    if (!found) throw new AppError({ kind: 'not-found', message: 'There is no such person any more.', cure: '' });
    return found;
  };
  return {
    handlers: {
      'people.search': ({ query }) =>
        people.filter(({ name, addresses }) =>
          `${name} ${addresses.join(' ')}`.toLowerCase().includes(query.trim().toLowerCase()),
        ),
      'person.preview': (said) => ({
        before: said.word === 'same' ? [find(said.address), find(said.other)] : [find(said.address)],
        after: [{ ...find(said.address), strength: 77 }],
        moves: [{ from: 'stranger', to: 'known', count: 3 }],
      }),
      'person.tell': (said) => {
        const id = words.length + 1;
        words = [...words, { id, said, isTakenBack: false }];
        onChange();
        return { wordId: id };
      },
      'person.takeBack': ({ wordId, isTakenBack = true }) => {
        words = words.map((word) => (word.id === wordId ? { ...word, isTakenBack } : word));
        onChange();
        return null;
      },
    },
    withWords: (sender) => {
      const counting = words.filter(({ isTakenBack }) => !isTakenBack);
      const joined = counting.flatMap(({ id, said }) => {
        if (said.word === 'other' || !sender.addresses.includes(said.address)) return [];
        const text = `You said that ${said.address} and ${said.other} are one person`;
        return [{ address: said.other, because: { text, messageIds: [] }, wordId: id }];
      });
      const own = new Set([...sender.addresses, ...joined.map(({ address }) => address)]);
      const about = counting.filter(({ said }) => own.has(said.address));
      const parted = new Set(about.flatMap(({ said }) => (said.word === 'other' ? [said.address] : [])));
      return {
        ...sender,
        mailboxes: [...sender.mailboxes, ...joined].filter(({ address }) => !parted.has(address)),
        others: about.flatMap(({ id, said }) =>
          said.word === 'other'
            ? [{ wordId: id, address: said.address, reason: { text: 'You said that they are two', messageIds: [] } }]
            : [],
        ),
      };
    },
  };
}
