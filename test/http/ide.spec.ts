import { TestApp } from '../support/test-app.js';

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

const get = async (path: string) => {
  const response = await fetch(new URL(path, `${app.url}/ide/`));
  return { status: response.status, headers: response.headers, text: await response.text() };
};

/** What a browser fetches of its own accord for a page or a style sheet. */
const fetched = (text: string): string[] =>
  [...text.matchAll(/(?:src|href)="([^"]+)"|url\(["']?([^"')]+)|@import\s+["']([^"']+)/g)]
    .map(([, attribute, style, imported]) => attribute ?? style ?? imported ?? '')
    .filter((address) => !address.startsWith('data:'));

test('the page and all it names comes from this server', async () => {
  const page = await get('/ide');
  expect(page.headers.get('content-type')).toContain('text/html');
  const addresses = fetched(page.text);
  expect(addresses).toEqual(expect.arrayContaining(['/ide/', 'main.js', 'styles.css', 'initial_options.js']));
  for (const address of addresses.filter((address) => address !== '/ide/')) {
    expect(address).not.toMatch(/^(https?:)?\/\//);
    expect({ address, status: (await get(address)).status }).toEqual({ address, status: 200 });
  }
});

test('its style sheet names nothing outside', async () => {
  for (const address of fetched((await get('styles.css')).text)) expect(address).not.toMatch(/^(https?:)?\/\//);
});

test('it speaks to this server, and neither accounts, updates nor banners call elsewhere', async () => {
  const { text } = await get('initial_options.js');
  expect(text).toContain('endpointURL: `/graphql`');
  expect(text).toContain('disableAccount: true');
  expect(text).not.toMatch(/https?:/);
});

test('browsers are told to load nothing from elsewhere, whatever the scripts ask', async () => {
  const policy = (await get('/ide')).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
});

test.each(['../package.json', '%2e%2e/package.json', 'iframe-sandbox/sandbox.png', 'index.html', 'nothing.js'])(
  '%s is not served',
  async (path) => {
    expect((await get(path)).status).toBe(404);
  },
);
