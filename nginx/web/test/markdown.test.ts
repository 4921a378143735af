import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstLine, isFewEmoji, isPlain, namesIn } from '../src/model/content/content.ts';
import { initialNames, mentionsAmong, reduceNames } from '../src/model/content/names.ts';
import { toHtml } from '../src/view/content/markdown.ts';

const html = (content: string) => toHtml(content)?.trim();

test('markdown is markup, and HTML is what was typed', () => {
  assert.equal(html('**bold** *so* ~~no~~ `<b>`'), '<p><strong>bold</strong> <em>so</em> <s>no</s> <code>&lt;b&gt;</code></p>');
  assert.equal(html('<img src=x onerror=alert(1)>'), '<p>&lt;img src=x onerror=alert(1)&gt;</p>');
  assert.equal(html('&lt;b&gt; &amp; &copy;'), '<p>&amp;lt;b&amp;gt; &amp;amp; &amp;copy;</p>');
  assert.equal(html('one\ntwo'), '<p>one<br>two</p>');
});

test('nothing of what was typed vanishes: definitions, images, lines below a line', () => {
  for (const [content, ...parts] of [
    ['[secret]: http://example.org', '[secret]: '], ['![alt](http://example.org/x.png)', '!', 'alt'], ['title\n---', 'title', '<hr>'], ['[x][y]', '[x][y]'],
  ] as const) {
    parts.forEach((part) => assert.ok(toHtml(content)?.includes(part), `${part} in ${toHtml(content)}`));
  }
  assert.ok(!toHtml('![alt](http://example.org/x.png)')?.includes('<img'));
});

test('headings are bold words, not headings of the page', () => {
  assert.equal(html('# Loud'), '<p><strong>Loud</strong></p>');
});

test('addresses with a scheme and mail are links, other schemes and file names are not', () => {
  assert.equal(html('see https://example.org/a_b?c=d.'), '<p>see <a href="https://example.org/a_b?c=d">https://example.org/a_b?c=d</a>.</p>');
  assert.ok(html('ada@example.org')?.includes('href="mailto:ada@example.org"'));
  for (const content of ['[x](javascript:alert(1))', '<javascript:alert(1)>', '[x](data:text/html,x)', '[x](//evil.example)', '[x](/local)', 'ftp://example.org', 'README.md', '//evil.example']) {
    assert.ok(!toHtml(content)?.includes('<a'), content);
  }
});

test('tables keep how their columns stand without a style', () => {
  const table = toHtml('| a | b |\n|:-:|--:|\n| 1 | 2 |')!;
  assert.ok(table.includes('<th class="to-center">a</th>') && table.includes('<td class="to-right">2</td>') && !table.includes('style'));
});

test('a name is a mention when it means somebody, outside code and links', () => {
  const isMention = (name: string) => name === 'ben';
  assert.equal(toHtml('@ben. `@ben` @cleo a@ben.org', isMention)?.trim(),
    '<p><span class="mention">@ben</span>. <code>@ben</code> @cleo <a href="mailto:a@ben.org">a@ben.org</a></p>');
  assert.ok(!toHtml('[@ben](https://example.org)', isMention)?.includes('mention'));
  assert.deepEqual(namesIn('@ben, @ada.lovelace- (@cleo)').map(({ name }) => name), ['ben', 'ada.lovelace', 'cleo']);
});

test('of people who were never seen here only the number is known', () => {
  const people = [{ userId: 901, username: 'Ben' }, { userId: 902, username: 'cleo' }];
  const named = mentionsAmong(reduceNames(initialNames, { type: 'people_found', roomId: 7, people }));
  const content = '@BEN @cleo @dora @room @Ben';
  assert.deepEqual(named({ content, mentions: [901] }), ['ben']);
  assert.deepEqual(named({ content, mentions: [999], mentionsRoom: true }), ['dora', 'room']);
  assert.deepEqual([named({ content }), named({ content, mentions: [] })], [[], []]);
});

test('whatever is nested or repeated is read quickly, and loses nothing', () => {
  const full = (part: string) => part.repeat(Math.floor(4_000 / part.length));
  const bombs = ['>', '> ', '- ', '1. ', '* * ', '**a **', '*a_', '[', '![', '](', '[a](', '`', '```\n', '~', '<', '<a@b.', 'a@', 'http://', '|', '|\n', '\\', '@a ', '_a', '#', '&', '\n>', 'https://a.b/(', '[](<', '*a ', '__a', '***a '];
  const cells = `${'|a'.repeat(600)}|\n${'|-'.repeat(600)}|\n${'|\n'.repeat(780)}`;
  for (const bomb of [...bombs.map(full), cells]) {
    const begin = performance.now();
    const markup = toHtml(bomb);
    assert.ok(performance.now() - begin < 2_000, `${bomb.slice(0, 8)} took ${performance.now() - begin} ms`);
    assert.ok(markup === undefined || markup.split('<').length < 10_000, `${bomb.slice(0, 8)} became ${markup?.length}`);
  }
  assert.equal(toHtml(`${'> '.repeat(60)}deep`), undefined);
  assert.ok(toHtml(`${'> '.repeat(5)}deep`)?.includes('deep'));
});

test('one to three emoji stand large', () => {
  for (const content of ['🎉', ' 👍🏽 ❤️ ', '👨‍👩‍👧‍👦🇩🇪1️⃣']) {
    assert.ok(isFewEmoji(content), content);
  }
  for (const content of ['', '🎉🎉🎉🎉', 'ok 👍', '123', '#']) {
    assert.ok(!isFewEmoji(content), content);
  }
});

test('words without markup need no reading', () => {
  for (const content of ['Hello there.', 'It is 12:30, is it? (Yes!)', 'a - b', 'العربية', '#7 is done'.slice(1)]) {
    assert.ok(isPlain(content), content);
  }
  for (const content of ['**a**', '- a', '# a', '1. a', 'a\nb', 'https://a.b', 'a@b.c', '<a>', '`a`', '> a']) {
    assert.ok(!isPlain(content), content);
  }
  assert.equal(firstLine('\n  \n first \nsecond'), 'first');
});
