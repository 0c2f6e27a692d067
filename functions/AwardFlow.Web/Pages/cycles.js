// Lists the cycles and how they stand. The key is kept for this tab only.
const states = {
  open: 'เปิดรับ', closed: 'ปิดรับแล้ว', needsAttention: 'รอการตัดสินใจ', rendered: 'จัดทำหนังสือแล้ว',
  awaitingApproval: 'รออนุมัติ', sending: 'กำลังส่ง', sent: 'ส่งแล้ว', completed: 'เสร็จสิ้น',
};
const form = document.querySelector('#key');
const message = document.querySelector('#message');
const table = document.querySelector('table');

form.addEventListener('submit', event => {
  event.preventDefault();
  sessionStorage.setItem('key', document.querySelector('#api-key').value);
  show();
});

async function show() {
  const key = sessionStorage.getItem('key');
  const response = await fetch('/api/cycles', { headers: key ? { 'X-Api-Key': key } : {} });
  form.hidden = response.status !== 401;
  if (response.status === 401) {
    message.textContent = key ? 'รหัสเข้าใช้งานไม่ถูกต้อง' : '';
    return;
  }
  if (!response.ok) {
    message.textContent = `อ่านข้อมูลไม่ได้ (${response.status}) โปรดลองอีกครั้ง`;
    return;
  }
  const cycles = await response.json();
  message.textContent = cycles.length === 0 ? 'ยังไม่มีรอบการประกวด' : '';
  table.hidden = cycles.length === 0;
  table.tBodies[0].replaceChildren(...cycles.map(row));
}

function row(cycle) {
  const closes = new Date(cycle.closesAt).toLocaleString('th-TH', { dateStyle: 'long', timeStyle: 'short' });
  const cells = [cycle.title, states[cycle.state], closes, cycle.entries, `${cycle.rendered}/${cycle.letters}`, `${cycle.mailed}/${cycle.letters}`, cycle.waitsFor];
  const tr = document.createElement('tr');
  tr.append(...cells.map(text => Object.assign(document.createElement('td'), { textContent: text })));
  return tr;
}

show();
