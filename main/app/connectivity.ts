/** Whether the machine is connected, told to the engine at the start and when the machine wakes up; the window tells of changes. */
import { net, powerMonitor } from 'electron';

/** Call after the app is ready. */
export function tellConnectivity(tell: (online: boolean) => void): void {
  tell(net.isOnline());
  // After sleep every connection is dead, whatever the network says.
  powerMonitor.on('resume', () => tell(net.isOnline()));
}
