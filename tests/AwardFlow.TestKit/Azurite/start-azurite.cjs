// Starts Azurite in a process group of its own, so that a Ctrl-C meant for the tests does not take its storage away.
// Azurite ends, and saves, when its standard input closes: when the tests end, however they end. While it lives, the
// file that the first argument names holds its process id.
'use strict';

const { spawn } = require('node:child_process');
const { rmSync, writeFileSync } = require('node:fs');

if (require.main === module) {
  const [pidFile, ...command] = process.argv.slice(2);
  const options = { detached: true, stdio: 'inherit', windowsHide: true, env: { ...process.env, AWARDFLOW_PID_FILE: pidFile } };
  spawn(process.execPath, ['--require', __filename, ...command], options).unref();
} else {
  writeFileSync(process.env.AWARDFLOW_PID_FILE, String(process.pid));
  process.on('exit', () => rmSync(process.env.AWARDFLOW_PID_FILE, { force: true }));
  // Nobody reads what Azurite says after the tests were killed; that must not keep it from saving.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  process.stdin.on('end', () => process.emit('SIGTERM')).resume();
}
