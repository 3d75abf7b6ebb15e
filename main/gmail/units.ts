/**
 * What each call costs of the user's quota.
 *
 * Source: developers.google.com/workspace/gmail/api/reference/quota, table of 1 May 2026.
 */
export const CALL_UNITS = {
  getProfile: 1,
  listLabels: 1,
  listMessages: 5,
  getMessage: 20,
  getThread: 40,
  listHistory: 2,
  modifyMessage: 5,
  batchModify: 50,
  createDraft: 10,
  listDrafts: 5,
  getDraft: 20,
  deleteDraft: 10,
  sendDraft: 100,
  createFilter: 5,
  listFilters: 1,
  listSendAs: 1,
} as const;

export type CallName = keyof typeof CALL_UNITS;
