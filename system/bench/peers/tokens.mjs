// Prints COUNT tokens, one a line, as the service that signs people in would give them out.
import jwt from 'jsonwebtoken';

const count = Number(process.argv[2]);
for (let id = 1; id <= count; id++) {
  // Longer than the longest run.
  console.log(jwt.sign({ sub: id, name: `bench-${id}` }, process.env.JWT_SECRET, { expiresIn: '12h' }));
}
