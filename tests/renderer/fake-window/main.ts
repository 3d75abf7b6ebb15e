/** The window on a fake engine, to look at in any browser: `vite tests/renderer/fake-window`, `?count=20000&scenario=sample`. */
import { createFakeBridge, type FakeBridge, type FakeBridgeOptions } from '../fake-bridge.ts';

const wishes = new URLSearchParams(location.search);
const number = (name: string, otherwise: number) => Number(wishes.get(name) ?? otherwise);
const bridge: FakeBridge = createFakeBridge({
  count: number('count', 48),
  delayMs: number('delay', 4),
  undoMs: number('undo', 8000),
  scenario: (wishes.get('scenario') ?? 'full') as NonNullable<FakeBridgeOptions['scenario']>,
});
Object.assign(window, { acquaint: bridge });
await import('../../../renderer/main.tsx');
