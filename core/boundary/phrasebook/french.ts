/** French, with “vous”; a no-break space before `:`, `;`, `?` and inside guillemets. */
import { ordinal, type Phrasebook } from './phrasebook.ts';

const ORDINALS = [
  'deuxième',
  'troisième',
  'quatrième',
  'cinquième',
  'sixième',
  'septième',
  'huitième',
  'neuvième',
  'dixième',
];

export const FRENCH: Phrasebook = {
  locale: 'fr-FR',
  lowerAfterGreeting: false,
  greeting: (name) => (name ? `Bonjour ${name.first},` : 'Bonjour,'),
  closing: 'Cordialement',
  letters: {
    'how-we-know': {
      kind: {
        opening:
          'Merci pour votre message. Je n’arrive malheureusement pas à vous situer\u00a0: d’où nous connaissons-nous\u00a0?',
        ending:
          'Si nous nous sommes déjà rencontrés, ou si quelqu’un nous a mis en relation, un mot sur le moment et le lieu m’aiderait.',
      },
      neutral: {
        opening: 'Je n’arrive pas à situer votre nom. D’où nous connaissons-nous\u00a0?',
        ending: 'Une ligne suffit.',
      },
      firm: {
        opening: 'Avant d’aller plus loin, une question\u00a0: d’où nous connaissons-nous\u00a0?',
        ending: 'Sans réponse, j’en conclurai que nous ne nous connaissons pas.',
      },
    },
    decline: {
      kind: {
        opening: 'Merci d’avoir pensé à moi. Je préfère toutefois décliner.',
        ending: 'Je vous souhaite une bonne continuation.',
      },
      neutral: {
        opening: 'Merci pour votre message. Ma réponse est non, merci.',
        ending: 'Il n’est pas nécessaire de me relancer.',
      },
      firm: { opening: 'Ma réponse est non.', ending: 'Merci de ne plus m’écrire à ce sujet.' },
    },
    remove: {
      kind: {
        opening:
          'Merci pour votre message. Je préfère ne pas recevoir ce type de courrier\u00a0: pourriez-vous retirer mon adresse de votre liste\u00a0?',
        ending: 'Merci de votre aide.',
      },
      neutral: {
        opening: 'Veuillez retirer mon adresse de votre liste. Je ne souhaite plus recevoir de messages.',
        ending: 'Merci.',
      },
      firm: {
        opening: 'Veuillez supprimer mon adresse de vos fichiers et ne plus m’écrire.',
        ending: 'Tout nouveau message sera traité comme indésirable.',
      },
    },
  },
  streak: (count) => {
    const nth = ordinal(ORDINALS, count);
    const start = nth === undefined ? `Vous m’avez maintenant écrit ${count} fois` : `C’est votre ${nth} message`;
    return `${start}\u00a0; mon silence se voulait une réponse.`;
  },
  earlier: (kind, on, count) => {
    // The first of a month is an ordinal in French, which Intl does not write.
    const day = on?.replace(/^1 /, '1er ');
    const start = {
      'how-we-know': day
        ? `Le ${day}, je vous ai demandé d’où nous nous connaissons`
        : 'Je vous ai déjà demandé d’où nous nous connaissons',
      decline: day ? `Le ${day}, j’ai décliné` : 'J’ai déjà décliné',
      remove: day
        ? `Le ${day}, je vous ai demandé de retirer mon adresse de votre liste`
        : 'Je vous ai déjà demandé de retirer mon adresse de votre liste',
    }[kind];
    const nth = ordinal(ORDINALS, count);
    if (nth !== undefined) return `${start}\u00a0; c’est le ${nth} message depuis.`;
    return count > 1
      ? `${start}\u00a0; ${count} messages sont arrivés depuis.`
      : `${start}, et vous m’écrivez de nouveau.`;
  },
  relocation: (role, place) => {
    const job = role === undefined ? 'Le poste' : `Le poste (${role})`;
    return place === undefined
      ? 'Je n’envisage pas de déménager.'
      : `${job} est basé à ${place}, et je n’envisage pas de déménager.`;
  },
  excludedRole: (role) => `Je ne cherche pas de poste de type «\u00a0${role}\u00a0».`,
  noGrowth: 'Ce poste ne serait pas un pas en avant pour moi.',
  policy: (words) => `Ma règle est simple\u00a0: «\u00a0${words}\u00a0»`,
};
