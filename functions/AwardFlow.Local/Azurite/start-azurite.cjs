// Starts Azurite in a process group of its own, so that a Ctrl-C meant for AwardFlow does not take its storage away.
// Azurite ends, and saves, when its standard input closes: when AwardFlow ends, however it ends.
'use strict';

if (require.main === module) {
  const { spawn } = require('node:child_process');
  const { writeFileSync } = require('node:fs');
  const [pidFile, ...command] = process.argv.slice(2);
  const azurite = spawn(process.execPath, ['--require', __filename, ...command], { detached: true, stdio: 'inherit', windowsHide: true });
  writeFileSync(pidFile, String(azurite.pid));
  azurite.unref();
} else {
  process.stdin.on('end', () => process.emit('SIGTERM')).resume();
}
