/** Italian, with “Lei”. After the greeting's comma a sentence begins in lower case, so none begins with “La” or “Le”. */
import { ordinal, type Phrasebook } from './phrasebook.ts';

const ORDINALS = ['secondo', 'terzo', 'quarto', 'quinto', 'sesto', 'settimo', 'ottavo', 'nono', 'decimo'];

export const ITALIAN: Phrasebook = {
  locale: 'it-IT',
  lowerAfterGreeting: true,
  greeting: (name) => (name ? `Buongiorno ${name.first},` : 'Buongiorno,'),
  closing: 'Cordiali saluti',
  letters: {
    'how-we-know': {
      kind: {
        opening: 'Grazie per il Suo messaggio. Purtroppo non riesco a ricordare: come ci conosciamo?',
        ending:
          'Se ci siamo già incontrati, o se qualcuno ci ha messi in contatto, mi aiuterebbe sapere quando e dove.',
      },
      neutral: { opening: 'Non riconosco il Suo nome. Come ci conosciamo?', ending: 'Basta una riga.' },
      firm: {
        opening: 'Prima di proseguire, una domanda: come ci conosciamo?',
        ending: 'Senza una risposta ne dedurrò che non ci conosciamo.',
      },
    },
    decline: {
      kind: {
        opening: 'Grazie per aver pensato a me. Preferisco però declinare.',
        ending: 'Le auguro buon lavoro.',
      },
      neutral: {
        opening: 'Grazie per il Suo messaggio. La mia risposta è no, grazie.',
        ending: 'Non è necessario ricontattarmi.',
      },
      firm: { opening: 'La mia risposta è no.', ending: 'La prego di non scrivermi più a questo proposito.' },
    },
    remove: {
      kind: {
        opening:
          'Grazie per il Suo messaggio. Preferisco non ricevere posta di questo tipo: potrebbe togliere il mio indirizzo dalla Sua lista?',
        ending: 'Grazie per la cortesia.',
      },
      neutral: {
        opening: 'Chiedo di togliere il mio indirizzo dalla Sua lista. Non desidero ricevere altri messaggi.',
        ending: 'Grazie.',
      },
      firm: {
        opening: 'Chiedo di cancellare il mio indirizzo dai Suoi archivi e di non scrivermi più.',
        ending: 'Ogni altro messaggio sarà trattato come indesiderato.',
      },
    },
  },
  streak: (count) => {
    const nth = ordinal(ORDINALS, count);
    const start = nth === undefined ? `Ormai mi ha scritto ${count} volte` : `Questo è il Suo ${nth} messaggio`;
    return `${start}; il mio silenzio voleva essere una risposta.`;
  },
  earlier: (kind, on, count) => {
    // “In data” avoids the article, which would change with the number (il 3, l’8).
    const when = on === undefined ? 'In precedenza' : `In data ${on}`;
    const start = {
      'how-we-know': `${when} Le ho chiesto come ci conosciamo`,
      decline: `${when} Le ho detto di no`,
      remove: `${when} Le ho chiesto di togliere il mio indirizzo dalla Sua lista`,
    }[kind];
    const nth = ordinal(ORDINALS, count);
    if (nth !== undefined) return `${start}; questo è il ${nth} messaggio da allora.`;
    return count > 1 ? `${start}; da allora sono arrivati ${count} messaggi.` : `${start}, e ora mi scrive di nuovo.`;
  },
  relocation: (role, place) => {
    const job = role === undefined ? 'La posizione' : `La posizione (${role})`;
    return place === undefined ? 'Non intendo trasferirmi.' : `${job} è a ${place}, e non intendo trasferirmi.`;
  },
  excludedRole: (role) => `Non cerco lavoro nell’ambito «${role}».`,
  noGrowth: 'La posizione non sarebbe per me un passo avanti.',
  policy: (words) => `La mia regola è semplice: «${words}»`,
};
