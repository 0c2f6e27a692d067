// The journal is kept in English; here its lines are told in Thai. A line that is not known stays as it is kept.
import { el } from './elements.js';
import { language } from './language.js';

const thai = [
  [/^rendered$/, () => 'จัดทำหนังสือแล้ว'],
  [/^claimed$/, () => 'เริ่มส่ง'],
  [/^claimed again: outcome unknown$/, () => 'เริ่มส่งอีกครั้ง เพราะไม่ทราบผลของครั้งก่อน'],
  [/^claimed again: the mail service has not seen it$/, () => 'เริ่มส่งอีกครั้ง เพราะบริการไปรษณีย์ไม่เคยได้รับ'],
  [/^taken by the mail service$/, () => 'บริการไปรษณีย์รับไว้แล้ว'],
  [/^found at the mail service$/, () => 'พบว่าบริการไปรษณีย์รับไว้แล้ว'],
  [/^outcome unknown$/, () => 'ไม่ทราบผลการส่ง'],
  [/^held: outcome unknown$/, () => 'พักไว้ เพราะไม่ทราบผลการส่ง'],
  [/^refused$/, () => 'บริการไปรษณีย์ไม่รับ'],
  [/^given up$/, () => 'เลิกพยายามส่ง'],
  [/^the mail service is away$/, () => 'บริการไปรษณีย์ไม่ตอบ'],
  [/^the mail service does not let us in$/, () => 'บริการไปรษณีย์ไม่ให้เข้าใช้'],
  [/^the recipient's server asked to wait$/, () => 'เครื่องของปลายทางขอให้รอ'],
  [/^address corrected from (.*)$/, address => `แก้ที่อยู่จาก ${address}`],
  [/^sent again: (.*)$/, reason => `สั่งส่งใหม่: ${reason}`],
  [/^settled as sent: (.*)$/, reason => `ยืนยันว่าส่งแล้ว: ${reason}`],
  [/^reminder (\d+) is due$/, number => `ถึงกำหนดเตือนครั้งที่ ${number}`],
  [/^overtaken$/, () => 'ไม่ส่งการเตือนนี้ เพราะหนังสือถูกตีกลับหรือส่งใหม่แล้ว'],
  [/^no more reminders: one came back$/, () => 'ไม่เตือนอีก เพราะการเตือนครั้งก่อนถูกตีกลับ'],
  [/^received$/, () => 'ลงรับแล้ว'],
  [/^received by telephone$/, () => 'แจ้งการลงรับทางโทรศัพท์'],
  [/^receipt corrected$/, () => 'แก้การลงรับ'],
  [/^receipt corrected by telephone$/, () => 'แก้การลงรับตามที่แจ้งทางโทรศัพท์'],
  [/^a receipt came$/, () => 'มีการลงรับแล้ว'],
  [/^SendGrid: processed$/, () => 'SendGrid: รับไว้แล้ว'],
  [/^SendGrid: delivered$/, () => 'SendGrid: ถึงปลายทาง'],
  [/^SendGrid: bounce(.*)$/, type => `SendGrid: ตีกลับ${type}`],
  [/^SendGrid: deferred$/, () => 'SendGrid: ปลายทางให้รอ'],
  [/^SendGrid: dropped$/, () => 'SendGrid: ไม่ส่งให้'],
];

// Why a delivery is in its state, where that is told in our words and not in those of a mail service.
const details = [
  [/^Nobody can say whether the mail service took this mail\./, () => 'ไม่มีผู้ใดบอกได้ว่าบริการไปรษณีย์รับไว้หรือไม่ โปรดตัดสินใจว่าส่งแล้ว หรือให้ส่งใหม่'],
  [/^Given up after (\d+) attempts\. (.*)$/, (times, reason) => [`เลิกพยายามหลังจากส่ง ${times} ครั้ง `, english(reason)]],
  [/^Reminder (\d+) came back\. ?(.*)$/, (number, reason) => [`การเตือนครั้งที่ ${number} ถูกตีกลับ `, english(reason)]],
  [/^The letter that it was about came back, was sent again, or goes to another address\.$/, () => 'หนังสือที่จะเตือนถูกตีกลับ ส่งใหม่ หรือเปลี่ยนที่อยู่แล้ว'],
  [/^No judge scored all criteria of this entry/, () => 'ไม่มีกรรมการให้คะแนนครบทุกเกณฑ์ จึงไม่มีค่าเฉลี่ยและไม่มีหนังสือ'],
  [/^Only (\d+) scored all criteria of this entry/, judges => `มีกรรมการให้คะแนนครบเพียง ${judges} คน น้อยกว่าที่รอบกำหนด จึงไม่มีค่าเฉลี่ยและไม่มีหนังสือ`],
];

const another = / \(of another sending\)$/;
const english = text => text && el('span', { lang: 'en' }, text);

function told(lines, text) {
  if (language !== 'th') return text;
  for (const [pattern, words] of lines) {
    const found = pattern.exec(text);
    if (found) return words(...found.slice(1));
  }
  return english(text);
}

/** A line's cause in the page's language. */
export const cause = text => another.test(text) && language === 'th' ? [told(thai, text.replace(another, '')), ' (ของการส่งครั้งอื่น)'] : told(thai, text);

/** Why a delivery is in its state, in the page's language. */
export const detail = text => told(details, text);
