/** What lies over the screens: a link before it is opened, an earlier message, the shortcuts, the palette. */
import { useMemo, useState, type ReactNode } from 'react';
import type { MessageRowId } from '#core/mail/message.ts';
import { CommandPalette } from '../keys/command-palette.tsx';
import { KeySheet } from '../keys/key-sheet.tsx';
import { useCommands } from '../keys/use-commands.tsx';
import { LinkDialog } from '../message/link-dialog.tsx';
import type { Word } from '../correct/choices.ts';
import { CorrectDialog } from '../correct/correct-dialog.tsx';
import { PeekDialog } from '../message/peek-dialog.tsx';
import { UnsubscribeDialog } from '../unsubscribe/unsubscribe-dialog.tsx';
import { LayersContext, type Layers, type UnsubscribeRequest } from './layers-context.ts';

type Layer =
  | { readonly kind: 'link'; readonly href: string; readonly text: string }
  | { readonly kind: 'peek'; readonly id: MessageRowId }
  | { readonly kind: 'unsubscribe'; readonly request: UnsubscribeRequest }
  | { readonly kind: 'correct'; readonly id: MessageRowId; readonly word: Word | undefined }
  | { readonly kind: 'keys' }
  | { readonly kind: 'palette' };

export function LayersProvider({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState<readonly Layer[]>([]);
  const layers = useMemo<Layers>(
    () => ({
      showLink: (href, text) =>
        setOpen((layersNow) => [...layersNow.filter((layer) => layer.kind !== 'link'), { kind: 'link', href, text }]),
      peek: (id) =>
        setOpen((layersNow) => [...layersNow.filter((layer) => layer.kind !== 'peek'), { kind: 'peek', id }]),
      unsubscribe: (request) =>
        setOpen((layersNow) => [
          ...layersNow.filter((layer) => layer.kind !== 'unsubscribe'),
          { kind: 'unsubscribe', request },
        ]),
      correct: (id, word) => setOpen([{ kind: 'correct', id, word }]),
    }),
    [],
  );
  useCommands({
    'key-sheet': () => setOpen([{ kind: 'keys' }]),
    palette: () => setOpen([{ kind: 'palette' }]),
  });
  const close = (layer: Layer) => setOpen((layersNow) => layersNow.filter((other) => other !== layer));
  return (
    <LayersContext value={layers}>
      {children}
      {open.map((layer) => (
        <LayerView key={layer.kind} layer={layer} onClose={() => close(layer)} />
      ))}
    </LayersContext>
  );
}

function LayerView({ layer, onClose }: { readonly layer: Layer; readonly onClose: () => void }) {
  switch (layer.kind) {
    case 'link':
      return <LinkDialog href={layer.href} text={layer.text} onClose={onClose} />;
    case 'peek':
      return <PeekDialog id={layer.id} onClose={onClose} />;
    case 'unsubscribe':
      return <UnsubscribeDialog request={layer.request} onClose={onClose} />;
    case 'correct':
      return <CorrectDialog id={layer.id} word={layer.word} onClose={onClose} />;
    case 'keys':
      return <KeySheet onClose={onClose} />;
    case 'palette':
      return <CommandPalette onClose={onClose} />;
  }
}
