/** The formatted body: sanitised, in a frame without scripts, origin or network; remote images on the user's word only. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Image, ImageOff } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { MessageRowId } from '#core/mail/message.ts';
import { useLayers } from '../app/layers-context.ts';
import { ask } from '../engine/ask.ts';
import { engineQuery } from '../engine/queries.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { counted } from '../ui/words.ts';
import { prepareHtml, type PreparedHtml } from './prepare-html.ts';
import styles from './html-body.module.css';

interface HtmlBodyProps {
  readonly id: MessageRowId;
  readonly html: string;
  readonly subject: string;
}

const NO_PICTURES: Readonly<Record<string, string>> = {};

export function HtmlBody({ id, html, subject }: HtmlBodyProps) {
  const [images, setImages] = useState<Readonly<Record<string, string | null>>>({});
  const pictures = useQuery({ ...engineQuery('message.pictures', { id }), enabled: /\bcid:/i.test(html) });
  const own = pictures.data ?? NO_PICTURES;
  const prepared = useMemo(() => prepareHtml(html, { remote: images, own }), [html, images, own]);
  const load = useMutation({
    mutationFn: () => ask('shell.loadImages', { urls: prepared.remoteImages.slice(0, 200) }),
    onSuccess: setImages,
  });
  const missing = prepared.remoteImages.filter((address) => images[address] === undefined).length;
  const notKept = pictures.isSuccess ? prepared.missingPictures.length : 0;
  const failed = prepared.remoteImages.filter((address) => images[address] === null).length;
  return (
    <div className={styles.body}>
      {(prepared.remoteImages.length > 0 || prepared.trackerCount > 0) && (
        <div className={styles.bar}>
          {missing > 0 ? <ImageOff aria-hidden="true" /> : <Image aria-hidden="true" />}
          <span>{imagesInWords(missing, failed, prepared.trackerCount)}</span>
          {missing > 0 && (
            <Button look="text" disabled={load.isPending} onClick={() => load.mutate()}>
              {load.isPending ? 'Loading…' : 'Show images'}
            </Button>
          )}
        </div>
      )}
      {notKept > 0 && (
        <div className={styles.bar}>
          <ImageOff aria-hidden="true" />
          <span>{picturesInWords(notKept)}</span>
        </div>
      )}
      {pictures.error !== null && <ErrorNote error={pictures.error} onRetry={() => void pictures.refetch()} />}
      {load.error !== null && <ErrorNote error={load.error} />}
      <Frame prepared={prepared} title={`Formatted message: ${subject}`} />
    </div>
  );
}

function imagesInWords(missing: number, failed: number, trackers: number): string {
  const parts: string[] = [];
  if (missing > 0) parts.push(`${counted(missing, 'image')} not loaded: loading tells the sender that you read this.`);
  else if (failed > 0) parts.push(`${counted(failed, 'image')} could not be had.`);
  else if (trackers === 0) parts.push('Images are shown.');
  if (trackers > 0) parts.push(`${counted(trackers, 'tracking image')} removed.`);
  return parts.join(' ');
}

/** Of pictures that the message should bring itself. */
function picturesInWords(count: number): string {
  const what = count === 1 ? 'A picture' : `${count.toLocaleString('en')} pictures`;
  const was = count === 1 ? 'was' : 'were';
  return `${what} of this message ${was} not kept: too large, of a kind that is not shown, or not there.`;
}

function Frame({ prepared, title }: { readonly prepared: PreparedHtml; readonly title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const { showLink } = useLayers();
  // A click in the frame tries to navigate; the main process prevents it and says where it would have led.
  useEffect(
    () =>
      window.acquaint.onEvent((event) => {
        if (event.type !== 'link-clicked') return;
        const link = prepared.links.find(({ href }) => href === event.url);
        if (link !== undefined || document.activeElement === frame.current) showLink(event.url, link?.text ?? '');
      }),
    [prepared.links, showLink],
  );
  // Keys that are pressed in the frame are pressed at the frame, as far as the window is concerned: the focus stays, so that
  // what is selected can be copied. Tab goes from link to link.
  useEffect(
    () =>
      window.acquaint.onEvent((event) => {
        if (event.type !== 'key-pressed' || event.press.key === 'Tab' || document.activeElement !== frame.current)
          return;
        frame.current?.dispatchEvent(new KeyboardEvent('keydown', { ...event.press, bubbles: true, cancelable: true }));
      }),
    [],
  );
  // `sandbox=""` permits nothing: no scripts, no origin, no forms, no pop-ups, no top navigation.
  return (
    <iframe
      ref={frame}
      className={styles.frame}
      sandbox=""
      referrerPolicy="no-referrer"
      srcDoc={prepared.document}
      title={title}
      data-own-arrows=""
    />
  );
}
