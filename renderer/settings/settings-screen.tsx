/** Settings: who the user is and what he or she wants, accounts, looks, and what is true about privacy. */
import { Tabs } from 'radix-ui';
import { useState } from 'react';
import type { StatusView } from '#core/contract/views.ts';
import { useActions } from '../engine/actions.tsx';
import { ask } from '../engine/ask.ts';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { AboutPanel } from './about-panel.tsx';
import { AccountsPanel } from './accounts-panel.tsx';
import { CirclesPanel } from './circles-panel.tsx';
import { DealBreakersPanel } from './deal-breakers-panel.tsx';
import { LooksPanel } from './looks-panel.tsx';
import { draftOf, isSameDraft, ownerOf, type OwnerDraft } from './owner-draft.ts';
import { PolicyPanel } from './policy-panel.tsx';
import styles from './settings-screen.module.css';
import { YouPanel } from './you-panel.tsx';

const TABS = [
  { id: 'you', title: 'You' },
  { id: 'circles', title: 'Circles' },
  { id: 'deal-breakers', title: 'Deal-breakers' },
  { id: 'policy', title: 'Policy' },
  { id: 'accounts', title: 'Accounts' },
  { id: 'looks', title: 'Appearance' },
  { id: 'about', title: 'Privacy and check-up' },
] as const;

export interface OwnerPanelProps {
  readonly draft: OwnerDraft;
  readonly onDraft: (change: Partial<OwnerDraft>) => void;
}

export function SettingsScreen({ status }: { readonly status: StatusView }) {
  const actions = useActions();
  const saved = draftOf(status.owner);
  // Undefined until something is typed: then what is typed is kept, whatever the engine reports meanwhile.
  const [edited, setEdited] = useState<OwnerDraft | undefined>();
  const [isSaving, setSaving] = useState(false);
  const draft = edited ?? saved;
  const isChanged = edited !== undefined && !isSameDraft(edited, saved);
  const onDraft = (change: Partial<OwnerDraft>) => setEdited({ ...draft, ...change });
  const save = () => {
    setSaving(true);
    ask('owner.confirm', { owner: ownerOf(draft), notMine: [...draft.notMine] })
      .then(() => {
        setEdited(undefined);
        actions.tell('Saved. Your mail is being judged by it now.');
      })
      .catch(actions.tellError)
      .finally(() => setSaving(false));
  };
  return (
    <Page title="Settings">
      <Tabs.Root className={styles.tabs} defaultValue="you" orientation="vertical">
        <Tabs.List className={styles.list} aria-label="Settings">
          {TABS.map(({ id, title }) => (
            <Tabs.Trigger key={id} value={id} className={styles.tab}>
              {title}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <div className={styles.panels}>
          <Tabs.Content value="you">
            <YouPanel draft={draft} onDraft={onDraft} />
          </Tabs.Content>
          <Tabs.Content value="circles">
            <CirclesPanel draft={draft} onDraft={onDraft} />
          </Tabs.Content>
          <Tabs.Content value="deal-breakers">
            <DealBreakersPanel draft={draft} onDraft={onDraft} />
          </Tabs.Content>
          <Tabs.Content value="policy">
            <PolicyPanel draft={draft} onDraft={onDraft} />
          </Tabs.Content>
          <Tabs.Content value="accounts">
            <AccountsPanel status={status} />
          </Tabs.Content>
          <Tabs.Content value="looks">
            <LooksPanel />
          </Tabs.Content>
          <Tabs.Content value="about">
            <AboutPanel />
          </Tabs.Content>
          {isChanged && (
            <div className={styles.save} role="group" aria-label="Unsaved changes">
              <span>Not saved yet</span>
              <Button onClick={() => setEdited(undefined)}>Discard</Button>
              <Button look="primary" disabled={isSaving} onClick={save}>
                Save
              </Button>
            </div>
          )}
        </div>
      </Tabs.Root>
    </Page>
  );
}
