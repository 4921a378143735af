// The floor: what fan-out costs in Node when nothing is authenticated, stored or shared between processes.
// bufferutil, where its addon is installed, unmasks the clients' frames: ws finds it by itself.
import { WebSocketServer } from 'ws';
import { collectOnSignal } from './garbage.mjs';
import { Rooms } from './rooms.mjs';

const rooms = new Rooms();
let lastMessageId = 0;

const handlers = {
  join_room(socket, { room_id }) {
    rooms.join(room_id, socket);
    socket.send(JSON.stringify({ type: 'room_joined', room_id }));
  },
  send_message(socket, { room_id, client_msg_id, content }) {
    const message_id = ++lastMessageId;
    rooms.broadcast(room_id, { type: 'new_message', message_id, room_id, content, client_msg_id });
    socket.send(JSON.stringify({ type: 'message_ack', client_msg_id, message_id }));
  },
  ping(socket) {
    socket.send(JSON.stringify({ type: 'pong' }));
  },
};

function parse(data) {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

const server = new WebSocketServer({
  port: Number(process.env.PORT),
  host: process.env.HOST ?? '127.0.0.1',
  // The default of ws, said because the comparison depends on it: no contender compresses.
  perMessageDeflate: false,
});

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const frame = parse(data);
    if (frame !== null && Object.hasOwn(handlers, frame.type)) {
      handlers[frame.type](socket, frame);
    } else {
      socket.close(1008);
    }
  });
  socket.on('close', () => rooms.leaveAll(socket));
  // A reset connection must not end the process; close follows.
  socket.on('error', () => {});
});

server.on('listening', () => console.log('ready'));
collectOnSignal();
process.on('SIGTERM', () => process.exit(0));
