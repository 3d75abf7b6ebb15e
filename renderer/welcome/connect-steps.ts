/** How to make one's own Google client, step by step; links are Google's console as of its 2025 layout. */
export interface ConnectStep {
  readonly title: string;
  readonly words: string;
  readonly link?: { readonly label: string; readonly url: string };
  /** What goes wrong here when it goes wrong. */
  readonly trap?: string;
}

export const CONNECT_STEPS: readonly ConnectStep[] = [
  {
    title: 'Make a project',
    words:
      'Any name will do, “Acquaint” for instance. It is yours alone, so that no third party stands between you and your mail.',
    link: { label: 'Google Cloud: new project', url: 'https://console.cloud.google.com/projectcreate' },
  },
  {
    title: 'Switch on the Gmail API',
    words: 'Choose the project at the top of the page, then “Enable”.',
    link: { label: 'Gmail API', url: 'https://console.cloud.google.com/apis/library/gmail.googleapis.com' },
    trap: 'Forgotten, Google signs you in and then refuses every request.',
  },
  {
    title: 'Describe the app',
    words:
      'Under “Branding” give a name and your address. Under “Audience” choose “External”; with a Workspace account of your own organisation “Internal”, and skip the next step.',
    link: { label: 'Google Auth Platform', url: 'https://console.cloud.google.com/auth/overview' },
  },
  {
    title: 'Publish it',
    words:
      'Under “Audience” press “Publish app”. For fewer than 100 people Google needs no review; its page will only warn you that the app is not verified.',
    link: { label: 'Audience', url: 'https://console.cloud.google.com/auth/audience' },
    trap: 'Left in “Testing”, Google signs you out every 7 days, and lets in only the accounts listed under “Test users”.',
  },
  {
    title: 'Create a client',
    words: 'Application type “Desktop app”, any name. Then “Download JSON”.',
    link: { label: 'New client', url: 'https://console.cloud.google.com/auth/clients/create' },
    trap: 'A client of type “Web application” does not work.',
  },
];

/** What Acquaint asks Google for, by the choice the user makes. */
export const SCOPES = [
  {
    name: 'gmail.readonly',
    words: 'Read mail, to learn whom you know. Nothing else is asked for.',
    when: 'read-only',
  },
  {
    name: 'gmail.modify',
    words:
      'Read mail, archive it, label it as spam, and send the replies you press the key for. It cannot delete anything for good.',
    when: 'full',
  },
  {
    name: 'gmail.settings.basic',
    words: 'Make a filter that keeps a blocked sender out. Asked for only when you first block somebody.',
    when: 'full',
  },
] as const;

/** Pages from which Google never comes back to Acquaint, by their own words. */
export const GOOGLE_SAYS = [
  {
    says: 'Google hasn’t verified this app',
    cure: 'Press “Advanced”, then “Go to …”: the app is your own.',
  },
  {
    says: 'Access blocked … Error 403: access_denied',
    cure: 'The project is in “Testing” and this account is not listed: publish it (step 4), or add the account under “Test users” and wait some minutes. Then cancel here and sign in again.',
  },
  {
    says: 'Error 403: org_internal',
    cure: 'The audience is “Internal”, and this account is outside of that organisation: choose “External” (step 3).',
  },
  {
    says: 'Error 401: invalid_client, or deleted_client',
    cure: 'The client was deleted in Google’s console: create one again (step 5) and give its file.',
  },
  {
    says: 'Error 400: admin_policy_enforced',
    cure: 'Your Workspace does not let this app in: ask its administrator, or import a Takeout file.',
  },
] as const;
