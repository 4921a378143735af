// Socket.IO as its documentation advises for production, with every advantage that a team would give it:
// WebSocket only (no long-polling, so no sticky sessions either), no compression, no client bundle served, the first HTTP
// request of each connection let go, and bufferutil, where its addon is installed, for unmasking frames (ws finds it by itself).
// Start it with NODE_ENV=production.
import { createServer } from 'node:http';
import { createAdapter } from '@socket.io/redis-adapter';
import jwt from 'jsonwebtoken';
import { createClient } from 'redis';
import { Server } from 'socket.io';
import { collectOnSignal } from './garbage.mjs';
import { Messages } from './messages.mjs';

const { PORT, HOST = '127.0.0.1', REDIS_URL, DATABASE_URL, JWT_SECRET } = process.env;

async function redis() {
  const client = createClient({ url: REDIS_URL });
  client.on('error', (error) => console.error(error.message));
  return client.connect();
}

const messages = new Messages(DATABASE_URL);
await messages.createTable();

const http = createServer();
const io = new Server(http, {
  transports: ['websocket'],
  serveClient: false,
  // The default, said because the comparison depends on it: no contender compresses.
  perMessageDeflate: false,
  adapter: createAdapter(await redis(), await redis()),
});
// Its documentation advises this against memory: only session middleware needs the request later.
io.engine.on('connection', (raw) => (raw.request = null));

io.use((socket, next) => {
  try {
    const { sub, name } = jwt.verify(socket.handshake.auth.token, JWT_SECRET, { algorithms: ['HS256'] });
    socket.data.userId = Number(sub);
    socket.data.username = name;
    next();
  } catch {
    next(new Error('unauthorized'));
  }
});

async function send(socket, { room_id, client_msg_id, content }) {
  const { userId: user_id, username } = socket.data;
  const { messageId: message_id, createdAt: created_at } = await messages.insert(room_id, user_id, client_msg_id, content);
  io.to(String(room_id)).emit('new_message', { message_id, room_id, user_id, username, content, created_at, client_msg_id });
  return { message_id, client_msg_id };
}

io.on('connection', (socket) => {
  socket.on('join', async ({ room_id }, ack) => {
    await socket.join(String(room_id));
    ack({ room_id });
  });
  socket.on('send', (message, ack) => {
    send(socket, message).then(ack, (error) => ack({ error: error.message }));
  });
});

http.listen(Number(PORT), HOST, () => console.log('ready'));
collectOnSignal();
process.on('SIGTERM', () => process.exit(0));
