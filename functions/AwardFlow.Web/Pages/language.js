// The words of the office's pages, in the language that was chosen.
import { speaking } from './locale.js';
import { english } from './words-en.js';
import { englishApproval } from './words-approval-en.js';
import { thaiApproval } from './words-approval-th.js';
import { englishCorrections } from './words-corrections-en.js';
import { thaiCorrections } from './words-corrections-th.js';
import { englishDesk } from './words-desk-en.js';
import { thaiDesk } from './words-desk-th.js';
import { englishJudge } from './words-judge-en.js';
import { thaiJudge } from './words-judge-th.js';
import { englishJudging } from './words-judging-en.js';
import { thaiJudging } from './words-judging-th.js';
import { englishPrint } from './words-print-en.js';
import { thaiPrint } from './words-print-th.js';
import { englishRecords } from './words-records-en.js';
import { thaiRecords } from './words-records-th.js';
import { englishSetup } from './words-setup-en.js';
import { thaiSetup } from './words-setup-th.js';
import { thai } from './words-th.js';
import { englishTrail } from './words-trail-en.js';
import { thaiTrail } from './words-trail-th.js';

export * from './locale.js';

/** A text in the page's language, in which {name} stands for a value; and whether there are words for it. */
export const { t, hasWords } = speaking({
  th: { ...thai, ...thaiApproval, ...thaiCorrections, ...thaiDesk, ...thaiJudge, ...thaiJudging, ...thaiPrint, ...thaiRecords, ...thaiSetup, ...thaiTrail },
  en: { ...english, ...englishApproval, ...englishCorrections, ...englishDesk, ...englishJudge, ...englishJudging, ...englishPrint, ...englishRecords, ...englishSetup, ...englishTrail },
});
