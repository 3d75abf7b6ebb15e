/** The one live region: what screen readers are told without the focus moving. */
import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';

const SpeakContext = createContext<(news: string) => void>(() => undefined);

export function SpokenNews({ children }: { readonly children: ReactNode }) {
  const [news, setNews] = useState({ text: '', turn: 0 });
  const speak = useCallback((text: string) => setNews((last) => ({ text, turn: last.turn + 1 })), []);
  return (
    <SpeakContext value={speak}>
      {children}
      <div className="only-spoken" role="status" aria-live="polite">
        {/* A new element, so that the same words twice are said twice. */}
        <span key={news.turn}>{news.text}</span>
      </div>
    </SpeakContext>
  );
}

export function useSpeak(): (news: string) => void {
  return useContext(SpeakContext);
}
