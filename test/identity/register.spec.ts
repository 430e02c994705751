import { AccountsService } from '../../src/identity/accounts.service.js';
import { sessionAct } from '../support/session-acts.js';
import { TestApp } from '../support/test-app.js';

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

const registration = {
  givenName: 'Ada',
  familyName: 'Jansen',
  email: 'ada@kring.example',
  password: 'zes oranje otters',
  locale: 'nl-NL',
};
const register = (input: object = {}) =>
  app.database.transaction((manager) =>
    app.application.get(AccountsService).register(manager, { ...registration, ...input }),
  );

test('whom the command line registers can sign in', async () => {
  const person = await register();
  const { email, password } = registration;
  const { viewer } = await sessionAct(
    app,
    null,
    'signIn',
    { email, password, keepSignedInAs: 'TOKEN' },
    'viewer { person { id email } }',
  );
  expect(viewer).toEqual({ person: { id: person.id, email } });
});

test('an e-mail address is registered once', async () => {
  await expect(register({ email: 'ADA@kring.example' })).rejects.toThrow('persons_email_is_used_once');
});

test('a weak password and an address that is none are refused', async () => {
  await expect(register({ email: 'b@kring.example', password: 'short' })).rejects.toMatchObject({
    code: 'PASSWORD_TOO_WEAK',
  });
  await expect(register({ email: 'nonsense' })).rejects.toMatchObject({ code: 'INVALID', field: ['email'] });
});
