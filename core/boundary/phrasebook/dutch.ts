/** Dutch, with “u”. */
import { ordinal, type Phrasebook } from './phrasebook.ts';

const ORDINALS = ['tweede', 'derde', 'vierde', 'vijfde', 'zesde', 'zevende', 'achtste', 'negende', 'tiende'];

export const DUTCH: Phrasebook = {
  locale: 'nl-NL',
  lowerAfterGreeting: false,
  greeting: (name) => (name ? `Beste ${name.first},` : 'Goedendag,'),
  closing: 'Met vriendelijke groet',
  letters: {
    'how-we-know': {
      kind: {
        opening: 'Dank u wel voor uw bericht. Ik kan u helaas niet plaatsen: waar kennen wij elkaar van?',
        ending:
          'Als wij elkaar hebben ontmoet, of als iemand ons in contact heeft gebracht, dan helpt het mij te weten wanneer en waar.',
      },
      neutral: { opening: 'Ik kan uw naam niet plaatsen. Waar kennen wij elkaar van?', ending: 'Eén regel is genoeg.' },
      firm: {
        opening: 'Voordat wij verdergaan, één vraag: waar kennen wij elkaar van?',
        ending: 'Zonder antwoord ga ik ervan uit dat wij elkaar niet kennen.',
      },
    },
    decline: {
      kind: {
        opening: 'Dank u wel dat u aan mij hebt gedacht. Ik sla het toch liever af.',
        ending: 'Ik wens u er veel succes mee.',
      },
      neutral: {
        opening: 'Dank u wel voor uw bericht. Mijn antwoord is: nee, dank u.',
        ending: 'U hoeft hier niet op terug te komen.',
      },
      firm: { opening: 'Mijn antwoord is nee.', ending: 'Ik verzoek u mij hierover niet meer te schrijven.' },
    },
    remove: {
      kind: {
        opening:
          'Dank u wel voor uw bericht. Ik ontvang dit soort post liever niet: wilt u mijn adres van uw lijst halen?',
        ending: 'Dank u wel voor de moeite.',
      },
      neutral: {
        opening: 'Wilt u mijn adres van uw lijst halen? Ik wil geen verdere berichten ontvangen.',
        ending: 'Dank u wel.',
      },
      firm: {
        opening: 'Ik verzoek u mijn adres uit uw bestanden te verwijderen en mij niet meer te schrijven.',
        ending: 'Elk volgend bericht behandel ik als spam.',
      },
    },
  },
  streak: (count) => {
    const nth = ordinal(ORDINALS, count);
    const start = nth === undefined ? `U hebt mij nu ${count} keer geschreven` : `Dit is uw ${nth} bericht`;
    return `${start}; mijn stilte was bedoeld als antwoord.`;
  },
  earlier: (kind, on, count) => {
    const when = on === undefined ? 'Al eerder' : `Op ${on}`;
    const start = {
      'how-we-know': `${when} heb ik u gevraagd waar wij elkaar van kennen`,
      decline: `${when} heb ik u nee gezegd`,
      remove: `${when} heb ik u gevraagd mijn adres van uw lijst te halen`,
    }[kind];
    const nth = ordinal(ORDINALS, count);
    if (nth !== undefined) return `${start}; dit is het ${nth} bericht sindsdien.`;
    return count > 1 ? `${start}; sindsdien kwamen er ${count} berichten.` : `${start}, en nu schrijft u weer.`;
  },
  relocation: (role, place) => {
    const job = role === undefined ? 'De functie' : `De functie (${role})`;
    return place === undefined
      ? 'Verhuizen is voor mij geen optie.'
      : `${job} is in ${place}, en verhuizen is voor mij geen optie.`;
  },
  excludedRole: (role) => `Ik zoek geen werk op het gebied van “${role}”.`,
  noGrowth: 'De functie zou voor mij geen stap vooruit zijn.',
  policy: (words) => `Mijn regel is eenvoudig: “${words}”`,
};
