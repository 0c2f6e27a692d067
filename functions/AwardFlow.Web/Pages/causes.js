// Why a delivery is in its state, and what a line of its journal is about. Both are kept as a code with arguments, and
// told here in Thai; the API tells them in English. A code that is not known stays in English.
import { el } from './elements.js';
import { language } from './language.js';

const lines = {
  rendered: () => 'จัดทำหนังสือแล้ว',
  noAverage: () => 'ไม่มีหนังสือ เพราะไม่มีค่าเฉลี่ย',
  tooFewJudges: () => 'ไม่มีหนังสือ เพราะไม่มีค่าเฉลี่ย',
  notRendered: ({ document }) => `พักไว้ เพราะจัดทำ ${document} ไม่ได้`,
  documentMissing: ({ document }) => `พักไว้ เพราะไม่พบ ${document}`,
  documentAltered: ({ document }) => `พักไว้ เพราะ ${document} ถูกแก้ไขหรือเสียหาย`,
  notWritten: () => 'พักไว้ เพราะเขียนจดหมายไม่ได้',
  claimed: () => 'เริ่มส่ง',
  claimedAgainUnsure: () => 'เริ่มส่งอีกครั้ง เพราะไม่ทราบผลของครั้งก่อน',
  claimedAgainUnseen: () => 'เริ่มส่งอีกครั้ง เพราะบริการไปรษณีย์ไม่เคยได้รับ',
  taken: () => 'บริการไปรษณีย์รับไว้แล้ว',
  found: () => 'พบว่าบริการไปรษณีย์รับไว้แล้ว',
  unknown: () => 'ไม่ทราบผลการส่ง',
  heldUnsure: () => 'พักไว้ เพราะไม่ทราบผลการส่ง',
  refused: () => 'บริการไปรษณีย์ไม่รับ',
  givenUp: () => 'เลิกพยายามส่ง',
  serviceAway: () => 'บริการไปรษณีย์ไม่ตอบ',
  notLetIn: () => 'บริการไปรษณีย์ไม่ให้เข้าใช้',
  askedToWait: () => 'เครื่องของปลายทางขอให้รอ',
  addressCorrected: ({ from }) => `แก้ที่อยู่จาก ${from}`,
  sentAgain: ({ reason }) => `สั่งส่งใหม่: ${reason}`,
  settled: ({ reason }) => `ยืนยันว่าส่งแล้ว: ${reason}`,
  cameBack: ({ reason }) => `บันทึกว่าถูกตีกลับ: ${reason}`,
  reminderDue: ({ number }) => `ถึงกำหนดเตือนครั้งที่ ${number}`,
  overtaken: () => 'ไม่ส่งการเตือนนี้ เพราะหนังสือถูกตีกลับหรือส่งใหม่แล้ว',
  reminderCameBack: () => 'ไม่เตือนอีก เพราะการเตือนครั้งก่อนถูกตีกลับ',
  received: () => 'ลงรับแล้ว',
  receivedByTelephone: () => 'แจ้งการลงรับทางโทรศัพท์',
  receiptCorrected: () => 'แก้การลงรับ',
  receiptCorrectedByTelephone: () => 'แก้การลงรับตามที่แจ้งทางโทรศัพท์',
  receiptCame: () => 'มีการลงรับแล้ว',
  sendGrid: ({ event, type }) => `SendGrid: ${events[event] ?? event}${type ? ` (${type})` : ''}`,
};

const events = { processed: 'รับไว้แล้ว', delivered: 'ถึงปลายทาง', bounce: 'ตีกลับ', deferred: 'ปลายทางให้รอ', dropped: 'ไม่ส่งให้' };

// What a person is told beside the state, and what can be done. The mail service's own words follow as they came.
const details = {
  noAverage: () => 'ไม่มีกรรมการให้คะแนนครบทุกเกณฑ์ จึงไม่มีค่าเฉลี่ยและไม่มีหนังสือ',
  tooFewJudges: ({ judges }) => `มีกรรมการให้คะแนนครบเพียง ${judges} คน น้อยกว่าที่รอบกำหนด จึงไม่มีค่าเฉลี่ยและไม่มีหนังสือ`,
  notRendered: ({ document }) => `จัดทำ ${document} ไม่ได้ โปรดแก้ไขสาเหตุแล้วสั่งส่งใหม่`,
  documentMissing: ({ document }) => `ไม่พบ ${document} และจัดทำใหม่ให้เหมือนเดิมไม่ได้ โปรดนำกลับมาจากข้อมูลสำรองแล้วสั่งส่งใหม่`,
  documentAltered: ({ document }) => `${document} ถูกแก้ไขหรือเสียหาย และจัดทำใหม่ให้เหมือนเดิมไม่ได้ โปรดนำกลับมาจากข้อมูลสำรองแล้วสั่งส่งใหม่`,
  notWritten: () => 'เขียนจดหมายไม่ได้ โปรดแก้ที่อยู่หรือข้อความแล้วสั่งส่งใหม่',
  heldUnsure: () => 'ไม่มีผู้ใดบอกได้ว่าบริการไปรษณีย์รับไว้หรือไม่ โปรดตัดสินใจว่าส่งแล้ว หรือให้ส่งใหม่',
  givenUp: ({ attempts }) => `เลิกพยายามหลังจากส่ง ${attempts} ครั้ง`,
  reminderCameBack: ({ number }) => `การเตือนครั้งที่ ${number} ถูกตีกลับ`,
  overtaken: () => 'หนังสือที่จะเตือนถูกตีกลับ ส่งใหม่ หรือเปลี่ยนที่อยู่แล้ว',
  cameBack: ({ reason }) => `ถูกตีกลับ: ${reason}`,
};

const english = text => text && el('span', { lang: 'en' }, text);
const told = (words, why) => language === 'th' && Object.hasOwn(words, why.code) ? words[why.code](why.arguments ?? {}) : null;

/** What a line of the journal is about, in the page's language. */
export function cause(line) {
  const words = told(lines, line.why);
  if (words === null) return language === 'th' ? english(line.cause) : line.cause;
  return line.why.ofAnotherSending ? `${words} (ของการส่งครั้งอื่น)` : words;
}

/** Why a delivery is in its state, in the page's language. */
export function detail({ why, detail }) {
  const words = why && told(details, why);
  if (!words) return language === 'th' ? english(detail) : detail;
  return why.words ? [words, ' ', english(why.words)] : words;
}
