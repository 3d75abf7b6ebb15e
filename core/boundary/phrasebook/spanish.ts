/** Spanish, with “usted”; the greeting ends with a colon. */
import { ordinal, type Phrasebook } from './phrasebook.ts';

const ORDINALS = ['segundo', 'tercer', 'cuarto', 'quinto', 'sexto', 'séptimo', 'octavo', 'noveno', 'décimo'];

export const SPANISH: Phrasebook = {
  locale: 'es-ES',
  lowerAfterGreeting: false,
  greeting: (name) => (name ? `Hola, ${name.first}:` : 'Hola:'),
  closing: 'Un cordial saludo',
  letters: {
    'how-we-know': {
      kind: {
        opening: 'Gracias por su mensaje. Lamento no reconocer su nombre: ¿de qué nos conocemos?',
        ending:
          'Si nos hemos visto alguna vez, o alguien nos ha puesto en contacto, me ayudaría saber cuándo y dónde fue.',
      },
      neutral: { opening: 'No reconozco su nombre. ¿De qué nos conocemos?', ending: 'Basta con una línea.' },
      firm: {
        opening: 'Antes de seguir, una pregunta: ¿de qué nos conocemos?',
        ending: 'Si no recibo respuesta, entenderé que no nos conocemos.',
      },
    },
    decline: {
      kind: {
        opening: 'Gracias por pensar en mí. Prefiero, sin embargo, decir que no.',
        ending: 'Le deseo mucho éxito.',
      },
      neutral: {
        opening: 'Gracias por su mensaje. Mi respuesta es no, gracias.',
        ending: 'No es necesario que vuelva a escribirme sobre ello.',
      },
      firm: { opening: 'Mi respuesta es no.', ending: 'Le ruego que no vuelva a escribirme sobre este asunto.' },
    },
    remove: {
      kind: {
        opening:
          'Gracias por su mensaje. Prefiero no recibir correos de este tipo: ¿podría retirar mi dirección de su lista?',
        ending: 'Gracias por su ayuda.',
      },
      neutral: {
        opening: 'Le ruego que retire mi dirección de su lista. No deseo recibir más mensajes.',
        ending: 'Gracias.',
      },
      firm: {
        opening: 'Le ruego que elimine mi dirección de sus registros y que no vuelva a escribirme.',
        ending: 'Trataré cualquier otro mensaje como correo no deseado.',
      },
    },
  },
  streak: (count) => {
    const nth = ordinal(ORDINALS, count);
    const start = nth === undefined ? `Ya me ha escrito ${count} veces` : `Este es su ${nth} mensaje`;
    return `${start}; mi silencio quería ser una respuesta.`;
  },
  earlier: (kind, on, count) => {
    const when = on === undefined ? 'Ya' : `El ${on}`;
    const start = {
      'how-we-know': `${when} le pregunté de qué nos conocemos`,
      decline: `${when} le dije que no`,
      remove: `${when} le pedí que retirara mi dirección de su lista`,
    }[kind];
    const nth = ordinal(ORDINALS, count);
    if (nth !== undefined) return `${start}; este es el ${nth} mensaje desde entonces.`;
    return count > 1
      ? `${start}; desde entonces han llegado ${count} mensajes.`
      : `${start}, y ahora vuelve a escribirme.`;
  },
  relocation: (role, place) => {
    const job = role === undefined ? 'El puesto' : `El puesto (${role})`;
    return place === undefined ? 'No me planteo mudarme.' : `${job} está en ${place}, y no me planteo mudarme.`;
  },
  excludedRole: (role) => `No busco trabajo en «${role}».`,
  noGrowth: 'El puesto no sería un paso adelante para mí.',
  policy: (words) => `Mi norma es sencilla: «${words}»`,
};
