/** Gmail's history records as a plain list of what changed, in order. */
import type { gmail_v1 } from '@googleapis/gmail';

export type Change =
  | { readonly type: 'added' | 'deleted'; readonly gmailId: string; readonly labelIds: readonly string[] }
  | { readonly type: 'labelled' | 'unlabelled'; readonly gmailId: string; readonly labelIds: readonly string[] };

export interface HistoryPage {
  readonly changes: readonly Change[];
  readonly nextPageToken?: string;
  /** Where to go on from; only to be stored after the last page. */
  readonly historyId: string;
}

interface HistoryMessage {
  readonly message?: gmail_v1.Schema$Message;
  readonly labelIds?: string[] | null;
}

/**
 * `messages` of a record repeats the others and is not read; a page may lack `history` altogether and still have a next one.
 *
 * A record without an id of its message says nothing and is passed over.
 */
export function readHistoryPage(data: gmail_v1.Schema$ListHistoryResponse, startHistoryId: string): HistoryPage {
  const changes = (data.history ?? []).flatMap((record) => [
    ...changesOf('added', record.messagesAdded),
    ...changesOf('deleted', record.messagesDeleted),
    ...changesOf('labelled', record.labelsAdded),
    ...changesOf('unlabelled', record.labelsRemoved),
  ]);
  return {
    changes,
    ...(data.nextPageToken ? { nextPageToken: data.nextPageToken } : {}),
    historyId: data.historyId ?? startHistoryId,
  };
}

function changesOf(type: Change['type'], entries: readonly HistoryMessage[] | undefined): readonly Change[] {
  return (entries ?? []).flatMap(({ message, labelIds }) => {
    if (!message?.id) return [];
    const named = type === 'labelled' || type === 'unlabelled' ? labelIds : message.labelIds;
    return [{ type, gmailId: message.id, labelIds: named ?? [] }];
  });
}
