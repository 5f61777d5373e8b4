// What a plan wishes of its report.

import type { Form } from '../../yaml/form.ts';
import { block, either, list, text, word, wordShape } from './pieces.ts';

export const reportSectionForm: Form = {
  name: 'a section of a report',
  fields: {
    section: word('one of the sections of a report; left out for one that is all your own'),
    title: text('its heading; the usual one where left out'),
    text: text(
      'Markdown with live figures, before what the section has of its own: `It costs {{ total at tier=b }}.`',
    ),
  },
};

export const reportForm: Form = {
  name: 'a report',
  fields: {
    sections: {
      shape: list(either(wordShape, block(reportSectionForm))),
      about: 'its sections in order, by name or as blocks: `[summary, bill]`; all where left out',
    },
    introduction: text('Markdown before the first section, with live figures: `{{ total }}`'),
  },
};
