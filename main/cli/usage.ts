/** What the command line can do, in its own words. */
import { ACTION_KINDS } from '#core/boundary/kinds.ts';

export const USAGE = `Acquaint: do I know this person?

usage:
  import PATH… --profile DIR [--owner owner.json | --me ADDR,ADDR]
      Takeout as it comes (.zip, .tgz), mbox files (also .gz), Maildirs, .eml files,
      folders of these; prints what was found
  queue --profile DIR --json [--all] [--limit N]
      the inbox, best relationship first; --all: every received message
  sender ADDRESS --profile DIR --json
      who is this?
  search QUERY --profile DIR --json [--limit N]
      newest first; from:ann to:lee subject:lunch "these words" -without
  connect --client FILE --profile DIR [--read-only]
      prints the page to open, waits until you have signed in with Google there, prints the account
  sync --profile DIR
  act MESSAGE-ID --kind ${ACTION_KINDS.join('|')}
      --profile DIR [--dry-run]
  people --profile DIR [--as-of ISO-DATE] --json
      everybody known by then, strongest first
  doctor --profile DIR
      what is wrong with a profile, and what helps

  Answers are JSON on stdout, progress is on stderr.
  An import or sync that is interrupted (Ctrl-C) goes on where it was when it is run again.

exit codes:
  0 done          2 wrong usage or input     3 not found         4 not allowed
  5 sign in again 6 offline, Gmail or network 7 the file, the profile or the disk
  8 a fault in Acquaint                      130 interrupted
`;
