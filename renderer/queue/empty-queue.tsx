/** Nothing to triage: good news, or not yet any mail. */
import { useQuery } from '@tanstack/react-query';
import { Check, Hourglass } from 'lucide-react';
import { engineQuery, type Part } from '../engine/queries.ts';
import { Blank } from '../ui/blank.tsx';
import { partAbout, partTitle } from './parts.ts';

export function EmptyQueue({ part }: { readonly part: Part }) {
  const status = useQuery(engineQuery('status.get', {}));
  const job = status.data?.jobs.find(({ state }) => state === 'running');
  if (job !== undefined) {
    return (
      <Blank icon={<Hourglass />} title={job.title}>
        {job.status === '' ? 'The first messages appear here in a moment.' : job.status}
      </Blank>
    );
  }
  if (part === 'inbox') {
    return (
      <Blank icon={<Check />} title="Nothing left to triage">
        New mail appears here, the people you know first.
      </Blank>
    );
  }
  return (
    <Blank icon={<Check />} title={`${partTitle(part)}: nothing here`}>
      {partAbout(part)}.
    </Blank>
  );
}
