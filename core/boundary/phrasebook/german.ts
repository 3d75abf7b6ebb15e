/** German, with “Sie”. After the greeting's comma a sentence begins in lower case, so none begins with “Sie” or a noun. */
import { ordinal, type Phrasebook } from './phrasebook.ts';

const ORDINALS = ['zweite', 'dritte', 'vierte', 'fünfte', 'sechste', 'siebte', 'achte', 'neunte', 'zehnte'];

export const GERMAN: Phrasebook = {
  locale: 'de-DE',
  lowerAfterGreeting: true,
  // The given name alone would be too familiar with “Sie”; “Herr” or “Frau” would be a guess.
  greeting: (name) => (name ? `Guten Tag ${name.full},` : 'Guten Tag,'),
  closing: 'Freundliche Grüße',
  letters: {
    'how-we-know': {
      kind: {
        opening: 'Vielen Dank für Ihre Nachricht. Leider kann ich Sie nicht einordnen: Woher kennen wir uns?',
        ending:
          'Falls wir uns begegnet sind oder uns jemand bekannt gemacht hat, hilft mir ein Hinweis, wann und wo das war.',
      },
      neutral: {
        opening: 'Ich kann Ihren Namen nicht einordnen. Woher kennen wir uns?',
        ending: 'Ein kurzer Hinweis genügt.',
      },
      firm: {
        opening: 'Bevor wir weiterreden, eine Frage: Woher kennen wir uns?',
        ending: 'Ohne Antwort gehe ich davon aus, dass wir uns nicht kennen.',
      },
    },
    decline: {
      kind: {
        opening: 'Vielen Dank, dass Sie an mich gedacht haben. Ich möchte jedoch absagen.',
        ending: 'Ich wünsche Ihnen viel Erfolg.',
      },
      neutral: {
        opening: 'Vielen Dank für Ihre Nachricht. Meine Antwort ist: nein, danke.',
        ending: 'Eine weitere Nachfrage ist nicht nötig.',
      },
      firm: { opening: 'Meine Antwort ist nein.', ending: 'Bitte schreiben Sie mir in dieser Sache nicht mehr.' },
    },
    remove: {
      kind: {
        opening:
          'Vielen Dank für Ihre Nachricht. Ich möchte Post dieser Art lieber nicht erhalten: Würden Sie meine Adresse bitte von Ihrer Liste nehmen?',
        ending: 'Vielen Dank für Ihre Mühe.',
      },
      neutral: {
        opening: 'Bitte nehmen Sie meine Adresse von Ihrer Liste. Ich möchte keine weiteren Nachrichten erhalten.',
        ending: 'Vielen Dank.',
      },
      firm: {
        opening: 'Bitte löschen Sie meine Adresse aus Ihren Unterlagen und schreiben Sie mir nicht mehr.',
        ending: 'Jede weitere Nachricht behandle ich als Spam.',
      },
    },
  },
  streak: (count) => {
    const nth = ordinal(ORDINALS, count);
    const start =
      nth === undefined ? `Inzwischen haben Sie mir ${count}-mal geschrieben` : `Dies ist Ihre ${nth} Nachricht`;
    return `${start}; mein Schweigen war als Antwort gemeint.`;
  },
  earlier: (kind, on, count) => {
    const when = on === undefined ? 'Bereits früher' : `Am ${on}`;
    const start = {
      'how-we-know': `${when} habe ich Sie gefragt, woher wir uns kennen`,
      decline: `${when} habe ich Ihnen abgesagt`,
      remove: `${when} habe ich Sie gebeten, meine Adresse von Ihrer Liste zu nehmen`,
    }[kind];
    const nth = ordinal(ORDINALS, count);
    if (nth !== undefined) return `${start}; dies ist die ${nth} Nachricht seither.`;
    return count > 1 ? `${start}; seither kamen ${count} Nachrichten.` : `${start}, und nun schreiben Sie wieder.`;
  },
  relocation: (role, place) => {
    const job = role === undefined ? 'Die Stelle' : `Die Stelle (${role})`;
    return place === undefined
      ? 'Ein Umzug kommt für mich nicht in Frage.'
      : `${job} ist in ${place}, und ein Umzug kommt für mich nicht in Frage.`;
  },
  excludedRole: (role) => `Aufgaben im Bereich „${role}“ kommen für mich nicht in Frage.`,
  noGrowth: 'Die Stelle wäre für mich kein Schritt nach vorn.',
  policy: (words) => `Ich halte es so: „${words}“`,
};
