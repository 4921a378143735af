/** Which sockets are in which room. */
export class Rooms {
  #members = new Map();
  #joined = new Map();

  join(roomId, socket) {
    entry(this.#members, roomId).add(socket);
    entry(this.#joined, socket).add(roomId);
  }

  leaveAll(socket) {
    for (const roomId of this.#joined.get(socket) ?? []) {
      const members = this.#members.get(roomId);
      members.delete(socket);
      if (members.size === 0) {
        this.#members.delete(roomId);
      }
    }
    this.#joined.delete(socket);
  }

  broadcast(roomId, frame) {
    // Encoded once: ws would turn a string into bytes again for every socket.
    const bytes = Buffer.from(JSON.stringify(frame));
    for (const socket of this.#members.get(roomId) ?? []) {
      socket.send(bytes, { binary: false });
    }
  }
}

function entry(map, key) {
  let set = map.get(key);
  if (set === undefined) {
    map.set(key, (set = new Set()));
  }
  return set;
}
