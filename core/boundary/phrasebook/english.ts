/** English. */
import { ordinal, type Phrasebook } from './phrasebook.ts';

const ORDINALS = ['second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

export const ENGLISH: Phrasebook = {
  locale: 'en-GB',
  lowerAfterGreeting: false,
  greeting: (name) => (name ? `Hello ${name.first},` : 'Hello,'),
  closing: 'Kind regards',
  letters: {
    'how-we-know': {
      kind: {
        opening: 'Thank you for writing. I am afraid I cannot place you: how do we know each other?',
        ending: 'If we have met, or somebody put us in touch, a word about when and where would help me.',
      },
      neutral: {
        opening: 'I cannot place your name. How do we know each other?',
        ending: 'A line about where our paths have crossed is enough.',
      },
      firm: {
        opening: 'Before we go any further, one question: how do we know each other?',
        ending: 'Without an answer I will take it that we do not.',
      },
    },
    decline: {
      kind: {
        opening: 'Thank you for thinking of me. I have decided to say no, thank you.',
        ending: 'I wish you well with it.',
      },
      neutral: {
        opening: 'Thank you for your message. My answer is no, thank you.',
        ending: 'There is no need to follow up.',
      },
      firm: { opening: 'My answer is no.', ending: 'Please do not write to me about this again.' },
    },
    remove: {
      kind: {
        opening:
          'Thank you for your message. I would rather not receive mail of this kind: could you please take my address off your list?',
        ending: 'Thank you for seeing to it.',
      },
      neutral: {
        opening: 'Please take my address off your list. I do not wish to receive further messages.',
        ending: 'Thank you.',
      },
      firm: {
        opening: 'Please delete my address from your records and do not write to me again.',
        ending: 'I will treat any further message as spam.',
      },
    },
  },
  streak: (count) => {
    const nth = ordinal(ORDINALS, count);
    const start = nth === undefined ? `You have now written to me ${count} times` : `This is your ${nth} message`;
    return `${start}; my silence was meant as an answer.`;
  },
  earlier: (kind, on, count) => {
    const asked = {
      'how-we-know': 'asked you how we know each other',
      decline: 'told you no',
      remove: 'asked you to take my address off your list',
    }[kind];
    const start = on === undefined ? `I have already ${asked}` : `On ${on} I ${asked}`;
    const nth = ordinal(ORDINALS, count);
    if (nth !== undefined) return `${start}; this is the ${nth} message since.`;
    return count > 1 ? `${start}; ${count} messages have come since.` : `${start}, and you have written again.`;
  },
  relocation: (role, place) => {
    const job = role === undefined ? 'The job' : `The job (${role})`;
    return place === undefined
      ? 'I am not looking to relocate.'
      : `${job} is in ${place}, and I am not looking to relocate.`;
  },
  excludedRole: (role) => `I am not looking for ${role} roles.`,
  noGrowth: 'The job would not be a step forward for me.',
  policy: (words) => `My rule is simple: “${words}”`,
};
