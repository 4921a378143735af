import pg from 'pg';

// bigint arrives as text by default; these ids stay far below 2^53, and the client expects a number.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

// The lock, any number that nobody else uses, is for instances that start together: IF NOT EXISTS alone lets two create at once.
const SCHEMA = `
  SELECT pg_advisory_xact_lock(4801);
  CREATE TABLE IF NOT EXISTS messages (
    message_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    room_id bigint NOT NULL,
    user_id bigint NOT NULL,
    client_msg_id uuid NOT NULL,
    content text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT messages_once UNIQUE (room_id, user_id, client_msg_id)
  );
  CREATE INDEX IF NOT EXISTS messages_by_room ON messages (room_id, message_id)`;

// Named, so that PostgreSQL parses and plans it once a connection.
const INSERT = {
  name: 'insert-message',
  text: `INSERT INTO messages (room_id, user_id, client_msg_id, content)
         VALUES ($1, $2, $3, $4) RETURNING message_id, created_at`,
};

/** The history in PostgreSQL: one statement, one commit, one message, as a chat with a pool usually has it. */
export class Messages {
  // 20 connections: enough for two cores to keep commits overlapping, and as much as a small PostgreSQL has to spare.
  #pool;

  constructor(connectionString) {
    // idleTimeoutMillis 0: none is closed, as none of the other server's is.
    this.#pool = new pg.Pool({ connectionString, max: 20, idleTimeoutMillis: 0 });
    // The pool replaces a connection that broke while idle; without a listener the process would end.
    this.#pool.on('error', (error) => console.error(error.message));
  }

  async createTable() {
    await this.#pool.query(SCHEMA);
  }

  async insert(roomId, userId, clientMsgId, content) {
    const { rows } = await this.#pool.query({ ...INSERT, values: [roomId, userId, clientMsgId, content] });
    return { messageId: rows[0].message_id, createdAt: Math.floor(rows[0].created_at.getTime() / 1000) };
  }
}
