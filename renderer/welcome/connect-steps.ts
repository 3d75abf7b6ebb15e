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
      'Under “Branding” give a name and your address; under “Audience” choose “External” (or “Internal” with a Workspace account).',
    link: { label: 'Google Auth Platform', url: 'https://console.cloud.google.com/auth/overview' },
  },
  {
    title: 'Publish it',
    words:
      'Under “Audience” press “Publish app”. Google will warn that it is not verified: that is fine for an app that only you use.',
    link: { label: 'Audience', url: 'https://console.cloud.google.com/auth/audience' },
    trap: 'Left in “Testing”, Google signs you out every 7 days, and lets in only the test users you list.',
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
    words: 'Read mail, to learn whom you know. Asked for alone if you choose read-only.',
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
