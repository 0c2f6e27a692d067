// A judge's page. The token stands behind '#', which no browser sends anywhere; it goes into a header alone.
const token = location.hash.slice(1);

const response = await fetch('/api/judge', { headers: { 'X-Judge-Token': token, 'Accept-Language': 'th' } });
const sheet = await response.json();
document.getElementById('main').textContent = response.ok ? `${sheet.cycle.title} ${sheet.judge}` : sheet.detail;
