import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';

const PEER = fileURLToPath(new URL('../peers/ws.mjs', import.meta.url));
const BOUNDED = { timeout: 10_000 }; // far above what a loopback exchange takes, so that a lost frame ends the test
let port;
let peer;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address();
  server.close();
  await once(server, 'close');
  return free;
}

before(async () => {
  port = await freePort();
  peer = spawn(process.execPath, ['--expose-gc', PEER], { env: { ...process.env, PORT: port }, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(peer.stdout, 'data');
  assert.equal(String(line), 'ready\n');
});

after(async () => {
  peer.kill('SIGTERM');
  const [code] = await once(peer, 'exit');
  assert.equal(code, 0);
});

/** A socket whose frames are read one after another. */
async function connect() {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/any/path`);
  const frames = [];
  const readers = [];
  socket.on('message', (data, binary) => {
    assert.equal(binary, false);
    const reader = readers.shift();
    reader === undefined ? frames.push(String(data)) : reader(String(data));
  });
  await once(socket, 'open');
  return {
    socket,
    say: (frame) => socket.send(JSON.stringify(frame)),
    hear: async () => frames.shift() ?? new Promise((heard) => readers.push(heard)),
    close: async () => {
      socket.close();
      await once(socket, 'close');
    },
  };
}

async function join(...rooms) {
  const client = await connect();
  for (const room_id of rooms) {
    client.say({ type: 'join_room', room_id });
    assert.equal(await client.hear(), `{"type":"room_joined","room_id":${room_id}}`);
  }
  return client;
}

test('delivers to everyone in the room, the sender too, then acknowledges', BOUNDED, async () => {
  const [sender, reader] = [await join(7), await join(7, 8)];
  sender.say({ type: 'send_message', room_id: 7, client_msg_id: 'a', content: 'Grüße' });
  const heard = await reader.hear();
  const { message_id } = JSON.parse(heard);
  assert.equal(
    heard,
    `{"type":"new_message","message_id":${message_id},"room_id":7,"content":"Grüße","client_msg_id":"a"}`,
  );
  assert.equal(await sender.hear(), heard);
  assert.equal(await sender.hear(), `{"type":"message_ack","client_msg_id":"a","message_id":${message_id}}`);
  await Promise.all([sender.close(), reader.close()]);
});

test('keeps a message inside its room', BOUNDED, async () => {
  const [sender, elsewhere] = [await join(1, 2), await join(2)];
  sender.say({ type: 'send_message', room_id: 1, client_msg_id: 'b', content: 'one' });
  sender.say({ type: 'send_message', room_id: 2, client_msg_id: 'c', content: 'two' });
  assert.equal(JSON.parse(await elsewhere.hear()).content, 'two');
  await Promise.all([sender.close(), elsewhere.close()]);
});

test('goes on delivering after a member has left', BOUNDED, async () => {
  const [sender, leaver] = [await join(3), await join(3)];
  await leaver.close();
  sender.say({ type: 'send_message', room_id: 3, client_msg_id: 'd', content: 'still here' });
  assert.equal(JSON.parse(await sender.hear()).type, 'new_message');
  assert.equal(JSON.parse(await sender.hear()).type, 'message_ack');
  await sender.close();
});

test('answers a ping and closes on what it does not know', BOUNDED, async () => {
  const client = await connect();
  client.say({ type: 'ping' });
  assert.equal(await client.hear(), '{"type":"pong"}');
  client.say({ type: 'toString' });
  const [code] = await once(client.socket, 'close');
  assert.equal(code, 1008);
});

test('collects garbage when asked, and says when it has', BOUNDED, async () => {
  for (const answer of ['collected 1\n', 'collected 2\n']) {
    peer.kill('SIGUSR2');
    const [line] = await once(peer.stdout, 'data');
    assert.equal(String(line), answer);
  }
});
