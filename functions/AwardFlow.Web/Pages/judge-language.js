// The words of the judges' page, in the language that was chosen.
import { speaking } from './locale.js';
import { englishJudge } from './words-judge-en.js';
import { thaiJudge } from './words-judge-th.js';

export * from './locale.js';

/** A text in the page's language, in which {name} stands for a value; and whether there are words for it. */
export const { t, hasWords } = speaking({ th: thaiJudge, en: englishJudge });
