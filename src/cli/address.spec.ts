import { isPrivate, urlOf } from './address.js';

test.each([
  ['127.0.0.1', 3000, 'http://localhost:3000', true],
  ['localhost', 3000, 'http://localhost:3000', true],
  ['::1', 3000, 'http://localhost:3000', true],
  ['0.0.0.0', 80, 'http://localhost:80', false],
  ['::', 8080, 'http://localhost:8080', false],
  ['192.168.1.5', 3000, 'http://192.168.1.5:3000', false],
  ['fd00::5', 3000, 'http://[fd00::5]:3000', false],
  ['kring.example', 3000, 'http://kring.example:3000', false],
])('listening on %s at %i is reached at %s', (host, port, url, onlyHere) => {
  expect(urlOf({ host, port })).toBe(url);
  expect(isPrivate({ host })).toBe(onlyHere);
});
