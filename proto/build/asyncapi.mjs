// Says what is wrong with an AsyncAPI document; run by Check.java where the parser is installed.
import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';

const ERROR = 0;
const WARNING = 1;

const path = process.argv[2];
const { document, diagnostics } = await new Parser().parse(readFileSync(path, 'utf8'));
// Hints below a warning are about taste, such as a newer version of AsyncAPI.
const wrong = diagnostics.filter(({ severity }) => severity === ERROR || severity === WARNING);
for (const { message, range, path: at } of wrong) {
  console.log(`${path}:${range.start.line + 1}: ${message} (${at.join('.')})`);
}
process.exit(document && wrong.length === 0 ? 0 : 1);
