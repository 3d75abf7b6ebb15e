/** All shortcuts, straight from the registry. */
import { Modal } from '../ui/modal.tsx';
import { KeyCaps } from '../ui/key-caps.tsx';
import { COMMANDS, COMMAND_GROUPS, COMMAND_IDS } from './commands.ts';
import styles from './key-sheet.module.css';

export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal
      title="Keyboard shortcuts"
      description="They rest while you type or a dialog is open."
      width="wide"
      onClose={onClose}
    >
      {/* It scrolls in a small window: with the focus, the arrows scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.sheet} role="group" aria-label="All keys" tabIndex={0} data-first-focus>
        {COMMAND_GROUPS.map((group) => (
          <section key={group} className={styles.group}>
            <h3>{group}</h3>
            <dl>
              {COMMAND_IDS.filter((id) => COMMANDS[id].group === group).map((id) => (
                <div key={id} className={styles.entry}>
                  <dt>{COMMANDS[id].title}</dt>
                  <dd>
                    {COMMANDS[id].keys.map((keys) => (
                      <span key={keys}>
                        <KeyCaps keys={keys} />
                        <span className="only-spoken">{keys}</span>
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
