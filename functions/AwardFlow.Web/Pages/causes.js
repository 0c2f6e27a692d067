// Why a delivery is in its state, and what a line of its journal is about. Both are kept as a code with arguments, and
// told here in Thai; the API tells them in English. A code that is not known stays in English.
import { html } from './templates.js';
import { language, t } from './language.js';

const lines = {
  rendered: () => 'จัดทำหนังสือแล้ว',
  noAverage: () => 'ไม่มีหนังสือ เพราะไม่มีค่าเฉลี่ย',
  tooFewJudges: () => 'ไม่มีหนังสือ เพราะไม่มีค่าเฉลี่ย',
  notRendered: ({ document }) => `ระงับการส่ง เพราะจัดทำ ${document} ไม่ได้`,
  documentMissing: ({ document }) => `ระงับการส่ง เพราะไม่พบ ${document}`,
  documentAltered: ({ document }) => `ระงับการส่ง เพราะ ${document} ถูกแก้ไขหรือเสียหาย`,
  notWritten: () => 'ระงับการส่ง เพราะจัดทำไปรษณีย์อิเล็กทรอนิกส์ไม่ได้',
  notApproved: () => 'ระงับการส่ง เพราะไม่อยู่ในรายการที่อนุมัติ',
  addressNotApproved: () => 'ระงับการส่ง เพราะที่อยู่ไม่ตรงกับที่อนุมัติไว้',
  addressReleased: () => 'อนุมัติให้ใช้ที่อยู่ที่แก้ไขแล้ว',
  firstNotReached: () => 'ระงับการส่ง เพราะหนังสือฉบับที่แก้ไขไม่ถึงผู้รับ',
  cancelled: ({ reason }) => `ยกเลิกก่อนส่ง: ${reason}`,
  claimed: () => 'เริ่มส่ง',
  claimedAgainUnsure: () => 'เริ่มส่งอีกครั้ง เพราะไม่ทราบผลของครั้งก่อน',
  claimedAgainUnseen: () => 'เริ่มส่งอีกครั้ง เพราะบริการไปรษณีย์ไม่เคยได้รับ',
  taken: () => 'บริการไปรษณีย์รับไว้แล้ว',
  found: () => 'พบว่าบริการไปรษณีย์รับไว้แล้ว',
  unknown: () => 'ไม่ทราบผลการส่ง',
  heldUnsure: () => 'ระงับการส่ง เพราะไม่ทราบผลการส่ง',
  refused: () => 'บริการไปรษณีย์ไม่รับ',
  givenUp: () => 'เลิกพยายามส่ง',
  serviceAway: () => 'บริการไปรษณีย์ไม่ตอบ',
  notLetIn: () => 'บริการไปรษณีย์ไม่ให้เข้าใช้',
  askedToWait: () => 'เครื่องของปลายทางขอให้รอ',
  addressCorrected: ({ from }) => from ? `แก้ไขที่อยู่จาก ${from}` : 'ระบุที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ จากเดิมที่ส่งทางไปรษณีย์',
  byPost: ({ reason }) => `สั่งส่งทางไปรษณีย์: ${reason}`,
  posted: () => 'ส่งทางไปรษณีย์แล้ว',
  postingCorrected: () => 'แก้ไขการบันทึกส่งทางไปรษณีย์',
  sentAgain: ({ reason }) => `สั่งส่งใหม่: ${reason}`,
  settled: ({ reason }) => `ยืนยันว่าส่งแล้ว: ${reason}`,
  cameBack: ({ reason }) => `บันทึกว่าถูกตีกลับ: ${reason}`,
  reminderDue: ({ number }) => `ถึงกำหนดเตือนครั้งที่ ${number}`,
  overtaken: () => 'ไม่ส่งการเตือนนี้ เพราะหนังสือถูกตีกลับหรือส่งใหม่แล้ว',
  reminderCameBack: () => 'ไม่เตือนอีก เพราะการเตือนครั้งก่อนถูกตีกลับ',
  received: () => 'ลงรับแล้ว',
  receivedByTelephone: () => 'แจ้งการลงรับทางโทรศัพท์',
  receiptCorrected: () => 'แก้ไขการลงรับ',
  receiptCorrectedByTelephone: () => 'แก้ไขการลงรับตามที่แจ้งทางโทรศัพท์',
  receiptCame: () => 'มีการลงรับแล้ว',
  sendGrid: ({ event, type }) => `SendGrid: ${events[event] ?? event}${type && types[type] ? ` (${types[type]})` : ''}`,
};

const types = { blocked: 'ปลายทางปฏิเสธ', bounce: 'ไม่มีที่อยู่นี้หรือปลายทางไม่รับ', expired: 'พ้นเวลาที่รอ' };
const events = { processed: 'รับไว้แล้ว', delivered: 'ถึงปลายทาง', bounce: 'ตีกลับ', deferred: 'ปลายทางให้รอ', dropped: 'ไม่ส่งให้' };

// What a person is told beside the state, and what can be done. The mail service's own words follow as they came.
const details = {
  noAverage: () => 'ไม่มีกรรมการให้คะแนนครบทุกเกณฑ์ จึงไม่มีค่าเฉลี่ยและไม่มีหนังสือ',
  tooFewJudges: ({ judges }) => `มีกรรมการให้คะแนนครบเพียง ${judges} ท่าน น้อยกว่าที่รอบกำหนด จึงไม่มีค่าเฉลี่ยและไม่มีหนังสือ`,
  notRendered: ({ document }) => `จัดทำ ${document} ไม่ได้ โปรดแก้ไขสาเหตุแล้วสั่งส่งใหม่`,
  documentMissing: ({ document }) => `ไม่พบ ${document} และจัดทำใหม่ให้เหมือนเดิมไม่ได้ โปรดนำกลับมาจากข้อมูลสำรองแล้วสั่งส่งใหม่`,
  documentAltered: ({ document }) => `${document} ถูกแก้ไขหรือเสียหาย และจัดทำใหม่ให้เหมือนเดิมไม่ได้ โปรดนำกลับมาจากข้อมูลสำรองแล้วสั่งส่งใหม่`,
  notApproved: () => 'ผลงานนี้ไม่อยู่ในรายการที่อนุมัติ จึงไม่ส่งหนังสือ',
  addressNotApproved: ({ approved }) => `ที่อยู่ไม่ตรงกับที่อนุมัติไว้ (${approved}) โปรดให้ผู้อนุมัติซึ่งไม่ใช่ผู้แก้ไขที่อยู่เป็นผู้อนุมัติให้ใช้`,
  firstNotReached: () => 'หนังสือฉบับที่แก้ไขถูกตีกลับหรือระงับอยู่ ผู้รับจึงยังไม่เคยได้รับ โปรดส่งฉบับนั้นก่อน หรือสั่งส่งหนังสือแก้ไขนี้ตามเดิม',
  cancelled: ({ reason }) => `ยกเลิกก่อนส่ง: ${reason}`,
  notWritten: () => 'จัดทำไปรษณีย์อิเล็กทรอนิกส์ไม่ได้ โปรดแก้ไขที่อยู่หรือข้อความแล้วสั่งส่งใหม่',
  heldUnsure: () => 'ระบบไม่ทราบผลการส่ง โปรดยืนยันว่าส่งแล้ว หรือสั่งส่งใหม่',
  givenUp: ({ attempts }) => `เลิกพยายามหลังจากส่ง ${attempts} ครั้ง`,
  reminderCameBack: ({ number }) => `การเตือนครั้งที่ ${number} ถูกตีกลับ`,
  overtaken: () => 'หนังสือที่จะเตือนถูกตีกลับ ส่งใหม่ หรือเปลี่ยนที่อยู่แล้ว',
  cameBack: ({ reason }) => `ถูกตีกลับ: ${reason}`,
};

// What a recipient's server means, by the codes of RFC 3463 and, where it gives none, of RFC 5321. Servers speak English.
/** @type {[RegExp, string][]} */
const meanings = [
  [/\b[45]\.1\.1\b/, 'ปลายทางไม่มีที่อยู่นี้'], [/\b[45]\.1\.(2|10)\b/, 'ไม่มีโดเมนนี้ หรือโดเมนนี้ไม่รับไปรษณีย์อิเล็กทรอนิกส์'], [/\b[45]\.1\.\d/, 'ที่อยู่ไม่ถูกต้อง'],
  [/\b[45]\.2\.1\b/, 'กล่องไปรษณีย์ของปลายทางปิดอยู่'], [/\b[45]\.2\.2\b/, 'กล่องไปรษณีย์ของปลายทางเต็ม'], [/\b[45]\.(2\.3|3\.4)\b/, 'ไปรษณีย์อิเล็กทรอนิกส์ใหญ่เกินกว่าที่ปลายทางรับ'], [/\b[45]\.2\.\d/, 'กล่องไปรษณีย์ของปลายทางรับไม่ได้'],
  [/\b[45]\.3\.\d/, 'ระบบของปลายทางขัดข้อง'], [/\b[45]\.4\.\d/, 'เชื่อมต่อระบบของปลายทางไม่ได้'], [/\b[45]\.6\.\d/, 'ปลายทางไม่รับเนื้อหาที่ส่ง'], [/\b[45]\.7\.\d/, 'ปลายทางปฏิเสธด้วยเหตุด้านความปลอดภัย'],
  [/\b(421|450|451)\b/, 'ปลายทางขอให้ส่งใหม่ภายหลัง'], [/\b(452|552)\b/, 'กล่องไปรษณีย์ของปลายทางเต็ม หรือมีขนาดใหญ่เกินไป'], [/\b(550|551|553)\b/, 'ปลายทางไม่มีที่อยู่นี้ หรือไม่รับ'], [/\b5\d\d\b/, 'ปลายทางไม่รับไปรษณีย์อิเล็กทรอนิกส์'],
];
const meaning = words => meanings.find(([pattern]) => pattern.test(words))?.[1] ?? '';

const english = text => text && html`<span lang="en">${text}</span>`;
const told = (words, why) => language === 'th' && Object.hasOwn(words, why.code) ? words[why.code](why.arguments ?? {}) : null;

/** What a line of the journal is about, in the page's language. */
export function cause(line) {
  const words = told(lines, line.why);
  if (words === null) return language === 'th' ? english(line.cause) : line.cause;
  return line.why.ofAnotherSending ? `${words} (ของการส่งครั้งอื่น)` : words;
}

/** Why a delivery is in its state, in the page's language: in Thai without the mail service's own words. */
export function detail({ why, detail }) {
  if (language !== 'th') return detail;
  const words = why && told(details, why);
  if (why?.words) return [words, meaning(why.words)].filter(Boolean).join(' ') || t('refusedByRecipient');
  return words || english(detail);
}

/** The mail service's own words, for whoever wants them. */
export const providerWords = ({ why }) => language === 'th' && why?.words && html`<details><summary>${t('providerWords')}</summary>${english(why.words)}</details>`;
