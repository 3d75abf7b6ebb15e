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
  const find = (id: number): FoundPerson => {
    const found = people.find(({ personId }) => personId === id);
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
        before: said.word === 'same' ? [find(said.personId), find(said.otherId)] : [find(said.personId)],
        after: [{ ...find(said.personId), strength: 77 }],
        moves: [{ from: 'stranger', to: 'known', count: 3 }],
      }),
      'person.tell': (said) => {
        const id = words.length + 1;
        words = [...words, { id, said, isTakenBack: false }];
        onChange();
        return { wordId: id, personId: find(said.personId).personId };
      },
      'person.takeBack': ({ wordId, isTakenBack = true }) => {
        words = words.map((word) => (word.id === wordId ? { ...word, isTakenBack } : word));
        onChange();
        return null;
      },
    },
    withWords: (sender) => {
      const about = words.filter(({ said, isTakenBack }) => !isTakenBack && said.personId === sender.personId);
      const joined = about.flatMap(({ id, said }) => {
        const address = said.word === 'same' ? find(said.otherId).addresses[0] : undefined;
        if (address === undefined) return [];
        const text = `You said that ${sender.addresses[0]} and ${address} are one person`;
        return [{ address, because: { text, messageIds: [] }, wordId: id }];
      });
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
