// An SMTP server for tests. It says what it took, a JSON line each, and treats recipients as their names ask for.
'use strict';

const { readFileSync } = require('node:fs');
const { SMTPServer } = require(process.argv[2]);
const options = JSON.parse(process.argv[3]);

function refuse(code, message) {
  return Object.assign(new Error(message), { responseCode: code });
}

const laters = new Map();
let taken = 0;
const server = new SMTPServer({
  secure: options.security === 'tls',
  hideSTARTTLS: options.security === 'none',
  key: options.key && readFileSync(options.key),
  cert: options.certificate && readFileSync(options.certificate),
  authOptional: !options.user,
  disabledCommands: options.user ? [] : ['AUTH'],
  closeTimeout: 100,
  onAuth: (auth, session, done) =>
    auth.username === options.user && auth.password === options.password ? done(null, { user: auth.username }) : done(refuse(535, 'no')),
  onMailFrom: ({ address }, session, done) => done(address.startsWith('stranger') ? refuse(550, 'sender not allowed') : null),
  onRcptTo: ({ address }, session, done) => {
    const name = address.split('@')[0];
    if (name.startsWith('nobody')) return done(refuse(550, 'no such mailbox'));
    if (name.startsWith('later')) {
      laters.set(address, (laters.get(address) ?? 0) + 1);
      return laters.get(address) <= 2 ? done(refuse(450, 'greylisted, try again')) : done();
    }
    // RFC 5321, 3.8: whoever answers 421 closes the connection.
    if (name.startsWith('away')) return done(refuse(421, 'not now'));
    return done();
  },
  onData: (stream, session, done) => {
    const chunks = [];
    stream.on('data', chunk => chunks.push(chunk));
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      if (to[0].startsWith('spam')) return done(refuse(554, 'message refused'));
      const raw = Buffer.concat(chunks).toString('latin1');
      const id = /^Message-Id: *<?([^>\r\n]+)/im.exec(raw)?.[1];
      console.log(JSON.stringify({ n: ++taken, to, id, connection: session.id, hello: session.hostNameAppearsAs, raw, secure: session.secure, user: session.user ?? null, bytes: raw.length }));
      // It took the mail, and the answer is lost.
      if (to[0].startsWith('breaks')) return server.connections.forEach(connection => connection._socket.destroy());
      return done(null, 'queued as 42');
    });
  },
});
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => console.log(`listening ${server.server.address().port}`));
process.stdin.on('end', () => process.exit(0)).resume();
