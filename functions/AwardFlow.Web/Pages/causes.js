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
  [/^received$/, () => 'ลงรับแล้ว'],
  [/^receipt corrected$/, () => 'แก้การลงรับ'],
  [/^a receipt came$/, () => 'มีการลงรับแล้ว'],
  [/^SendGrid: delivered(.*)$/, more => `SendGrid: ถึงปลายทาง${more}`],
  [/^SendGrid: bounce(.*)$/, more => `SendGrid: ตีกลับ${more}`],
  [/^SendGrid: deferred(.*)$/, more => `SendGrid: ปลายทางให้รอ${more}`],
];

/** A line's cause in the page's language. */
export function cause(text) {
  if (language !== 'th') return text;
  for (const [pattern, words] of thai) {
    const found = pattern.exec(text);
    if (found) return words(found[1]);
  }
  return el('span', { lang: 'en' }, text);
}
