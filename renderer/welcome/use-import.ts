/** Importing files: start it, and tell how it went. */
import { useMemo } from 'react';
import type { ImportSummary } from '#core/contract/views.ts';
import { useNavigation } from '../app/navigation-context.tsx';
import { useActions } from '../engine/actions.tsx';
import { ask } from '../engine/ask.ts';
import { counted } from '../ui/words.ts';

export interface Importer {
  readonly choose: (what: 'file' | 'folder') => void;
  readonly importPaths: (paths: readonly string[]) => void;
}

export function useImport(): Importer {
  const actions = useActions();
  const { go } = useNavigation();
  return useMemo(() => {
    const finish = (summary: ImportSummary | null) => {
      if (summary === null) return;
      actions.tell(importInWords(summary));
      go({ screen: 'queue', part: 'inbox' });
    };
    return {
      choose: (what) => void ask('shell.chooseImport', { what }).then(finish).catch(actions.tellError),
      importPaths: (paths) =>
        void ask('import.run', { paths: [...paths] })
          .then(finish)
          .catch(actions.tellError),
    };
  }, [actions, go]);
}

/** `Added 12,040 messages; 3 were there already; 2 could only be read in part`. */
export function importInWords(
  summary: Pick<ImportSummary, 'read' | 'added' | 'known' | 'defective' | 'cancelled'>,
): string {
  const parts = [`${summary.cancelled ? 'Stopped: added' : 'Added'} ${counted(summary.added, 'message')}`];
  if (summary.known > 0)
    parts.push(`${summary.known.toLocaleString('en')} ${summary.known === 1 ? 'was' : 'were'} there already`);
  if (summary.defective > 0) parts.push(`${summary.defective.toLocaleString('en')} could only be read in part`);
  return parts.join('; ');
}
